import { Duration, Validations } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { OUTBOX_PARTITION, PORTAL_TABLE } from "../../functions/adapters/table-keys.ts";
import { type Alarms, FIVE_MINUTES } from "./alarms.ts";
import type { Grantee } from "./grantee.ts";
import type { HouseFunction } from "./house-function.ts";
import { keepsItsName } from "./logical-id.ts";
import type { PortalTable } from "./tables.ts";

interface OutboxProps {
  readonly portal: PortalTable;
  readonly onChange: HouseFunction;
  readonly onSchedule: HouseFunction;
  readonly alarms: Alarms;
}

/**
 * Mail leaves from rows of the portal's table. The stream rings when a row appears; the schedule finds what no ring
 * reached. The table knows what is still to do, so a record that fails again and again may be dropped: what lies in
 * the queue is its position in the stream, never its content.
 */
export class Outbox extends Construct {
  readonly #undelivered: Queue;

  constructor(scope: Construct, id: string, { portal, onChange, onSchedule, alarms }: OutboxProps) {
    super(scope, id);
    const undelivered = new Queue(this, "Undelivered", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    keepsItsName(undelivered, "UndeliveredQueue");
    this.#undelivered = undelivered;
    for (const id of ["AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy"])
      Validations.of(undelivered).acknowledge({ id, reason: "It is itself the dead-letter queue, of the stream." });
    onChange.allow(["sqs:SendMessage"], [undelivered.queueArn]);
    portal.grantStream(onChange);
    const { partitionKey } = PORTAL_TABLE;
    const mapping = new EventSourceMapping(this, "Stream", {
      target: onChange.lambda,
      eventSourceArn: portal.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual("INSERT"),
          dynamodb: { Keys: { [partitionKey]: { S: FilterRule.isEqual(OUTBOX_PARTITION) } } },
        }),
      ],
      batchSize: 10,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 3,
      maxRecordAge: Duration.hours(1),
      onFailure: { bind: () => ({ destination: undelivered.queueArn }) },
    });
    mapping.node.addDependency(onChange);

    const rule = new Rule(this, "EveryFiveMinutes", {
      schedule: Schedule.rate(Duration.minutes(5)),
      targets: [new LambdaFunction(onSchedule.lambda, { retryAttempts: 0 })],
    });
    rule.node.addDependency(onSchedule);
    Validations.of(rule).acknowledge({
      id: "Serverless-EventBusDLQ",
      reason: "A tick carries nothing, and another comes five minutes later; where none comes, ScheduleSilent rings.",
    });

    alarms.raise("Undelivered", {
      metric: undelivered.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: "Maximum" }),
      impact: "A mail to a customer failed several times; the schedule will try it again, later than promised.",
      runbook: "mail-is-not-leaving",
    });
    for (const [name, fn] of Object.entries({ OnChange: onChange, OnSchedule: onSchedule }))
      alarms.raise(`${name}Parked`, {
        metric: fn.countOf("MAIL_PARKED"),
        impact: "A customer waits for a mail that will not come: every try to send it failed.",
        runbook: "mail-is-not-leaving",
      });
    alarms.raise("StreamBehind", {
      metric: onChange.lambda.metric("IteratorAge", { period: Duration.minutes(1), statistic: "Maximum" }),
      threshold: Duration.minutes(2).toMilliseconds(),
      periods: 3,
      impact: "Confirmation codes reach customers minutes late, and a code lives for ten.",
      runbook: "mail-is-not-leaving",
    });
    alarms.raise("ScheduleSilent", {
      metric: onSchedule.lambda.metricInvocations({ period: Duration.minutes(15), statistic: "Sum" }),
      below: true,
      impact: "Nobody looks after mails that got stuck, so a customer may wait for one in vain.",
      runbook: "mail-is-not-leaving",
    });
  }

  /** Sees how many records were given up. */
  grantInspection(to: Grantee): void {
    to.allow(["sqs:GetQueueAttributes"], [this.#undelivered.queueArn]);
  }
}
