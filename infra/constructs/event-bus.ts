import { CfnResource, Duration, Validations } from "aws-cdk-lib";
import { EventBus, Match, Rule } from "aws-cdk-lib/aws-events";
import { Effect, PolicyStatement, ServicePrincipal, StarPrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { EventSourceMapping } from "aws-cdk-lib/aws-lambda";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { type Alarms, FIVE_MINUTES } from "./alarms.ts";
import type { Grantee } from "./grantee.ts";
import type { HouseFunction } from "./house-function.ts";
import { keepsItsName } from "./logical-id.ts";

/** Six times the function's own (Lambda Developer Guide, "Using Lambda with Amazon SQS"), which the queue waits for. */
const VISIBLE_AGAIN = Duration.minutes(3);
/** So that what nobody can read is among the dead letters within a quarter of an hour. */
const MOST_TRIES = 5;

interface IntakeBusProps {
  /** Of the bus; one for each stage in an account. */
  readonly name: string;
  readonly onEvent: HouseFunction;
  readonly key: IKey;
  readonly alarms: Alarms;
}

/**
 * A bus of Regard's own, for access events as CloudEvents. Everything on it is meant for Regard, so the rule takes all of
 * it: an event whose type was misspelt is a dead letter with an alarm, not one that no rule has matched. Who may put
 * events on it is up to the company, in its roles or in the bus's own policy.
 */
export class IntakeBus extends Construct {
  readonly busName: string;
  readonly deadLettersUrl: string;
  readonly #queues: readonly Queue[];

  constructor(scope: Construct, id: string, { name, onEvent, key, alarms }: IntakeBusProps) {
    super(scope, id);
    const deadLetters = new Queue(this, "DeadLetters", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const queue = new Queue(this, "Queue", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: VISIBLE_AGAIN,
      // Shorter than the dead letters': a message keeps its age when it is moved (SQS Developer Guide, "Dead-letter queues").
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: MOST_TRIES },
    });
    const bus = new EventBus(this, "Bus", { eventBusName: name, kmsKey: key, deadLetterQueue: deadLetters });
    const rule = new Rule(this, "Everything", {
      eventBus: bus,
      eventPattern: { source: Match.prefix("") },
      targets: [{ bind: () => ({ arn: queue.queueArn, deadLetterConfig: { arn: deadLetters.queueArn } }) }],
    });
    // Whom the company lets in beside, in a policy of its own with another id, has to send over TLS as well.
    const overTlsAlone = new PolicyStatement({
      effect: Effect.DENY,
      principals: [new StarPrincipal()],
      actions: ["events:PutEvents"],
      resources: [bus.eventBusArn],
      conditions: { Bool: { "aws:SecureTransport": "false" } },
    });
    // The CDK's own class warns of its deprecated properties, whether they are used or not.
    new CfnResource(this, "OverTlsAlone", {
      type: "AWS::Events::EventBusPolicy",
      properties: {
        EventBusName: bus.eventBusName,
        StatementId: "RegardOverTlsAlone",
        Statement: overTlsAlone.toStatementJson(),
      },
    });
    keepsItsName(deadLetters, "EventDeadLetters");
    keepsItsName(queue, "EventQueue");
    keepsItsName(bus, "IntakeBus");
    for (const [to, from] of [
      [queue, [rule.ruleArn]],
      [deadLetters, [rule.ruleArn, bus.eventBusArn]],
    ] as const)
      to.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal("events.amazonaws.com")],
          actions: ["sqs:SendMessage"],
          resources: [to.queueArn],
          conditions: { ArnEquals: { "aws:SourceArn": [...from] } },
        }),
      );
    onEvent.allow(["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"], [queue.queueArn]);
    const mapping = new EventSourceMapping(this, "Events", {
      target: onEvent.lambda,
      eventSourceArn: queue.queueArn,
      // Whole transactions of the log, and far from what a function can be handed at once.
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(1),
      maxConcurrency: 5,
      reportBatchItemFailures: true,
    });
    mapping.node.addDependency(onEvent);
    Validations.of(deadLetters).acknowledge({
      id: "Serverless-SQSRedrivePolicy",
      reason: "It is itself the dead-letter queue, of the bus and of its queue.",
    });
    Validations.of(mapping).acknowledge({
      id: "Serverless-LambdaEventSourceMappingDestination",
      reason:
        "A queue's mapping has no such destination: what fails again and again is moved by the queue's own redrive.",
    });
    this.busName = bus.eventBusName;
    this.deadLettersUrl = deadLetters.queueUrl;
    this.#queues = [queue, deadLetters];

    alarms.raise("EventsDead", {
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: "Maximum" }),
      impact: "A look at customers' data was reported and is in no record: nobody could take in what was sent.",
      runbook: "an-event-is-a-dead-letter",
    });
    alarms.raise("EventsWaiting", {
      metric: queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES, statistic: "Maximum" }),
      threshold: Duration.minutes(10).toSeconds(),
      impact: "Looks at customers' data come into their records late: events wait in the queue.",
      runbook: "events-do-not-come-in",
    });
  }

  /** Sees how much waits, and reads none of it. */
  grantInspection(to: Grantee): void {
    to.allow(
      ["sqs:GetQueueAttributes"],
      this.#queues.map(({ queueArn }) => queueArn),
    );
  }
}
