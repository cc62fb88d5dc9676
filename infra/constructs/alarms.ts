import { Aws, Duration, Validations } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, MathExpression, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { type ITopic, Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { Grantee } from "./grantee.ts";

/** Headings of the runbook in OPERATIONS.md; a test holds them together. */
export type RunbookAnchor =
  | "customers-cannot-use-the-portal"
  | "mail-is-not-leaving"
  | "mail-bounces"
  | "the-database-refuses-requests"
  | "pages-were-not-published"
  | "somebody-is-guessing-codes"
  | "the-rules-of-detection-cannot-read"
  | "events-are-missing"
  | "the-desk-cannot-be-reached"
  | "sign-ins-at-the-desk-do-not-verify"
  | "the-numbers-were-not-made"
  | "backups-are-missing"
  | "events-do-not-come-in"
  | "events-wait-in-the-quarantine"
  | "an-event-is-a-dead-letter"
  | "an-event-came-twice-with-different-content"
  | "rows-are-not-kept";

interface AlarmProps {
  readonly metric: IMetric;
  /** What it means for a customer, in words for a person who was just woken up. */
  readonly impact: string;
  readonly runbook: RunbookAnchor;
  /** Rings at this value or more (or, with `below`, at less). Default 1. */
  readonly threshold?: number;
  readonly below?: boolean;
  /** How many periods in a row. Default 1. */
  readonly periods?: number;
}

interface RaisedAlarm extends Pick<AlarmProps, "impact" | "runbook"> {
  readonly name: string;
  readonly alarm: Alarm;
}

interface AlarmsProps {
  readonly key: IKey;
  /** Mail address of whoever runs the portal. */
  readonly to: string;
  /** A topic that the company has already, instead of one that mails to `to`. */
  readonly existing?: ITopic | undefined;
}

/** Alarms go by mail to whoever runs the portal. None can be made without saying what it means for a customer. */
export class Alarms extends Construct {
  /** All of them, in the order in which they were made. */
  readonly raised: RaisedAlarm[] = [];
  readonly #action: SnsAction;
  readonly #topicArn: string;

  constructor(scope: Construct, id: string, { existing, ...props }: AlarmsProps) {
    super(scope, id);
    const topic = existing ?? this.#topic(props);
    this.#action = new SnsAction(topic);
    this.#topicArn = topic.topicArn;
  }

  #topic(props: Omit<AlarmsProps, "existing">): Topic {
    const topic = new Topic(this, "Topic", { masterKey: props.key, enforceSSL: true });
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: "AlarmsOfThisAccount",
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
    const subscription = topic.addSubscription(new EmailSubscription(props.to));
    Validations.of(subscription).acknowledge({
      id: "Serverless-SNSRedrivePolicy",
      reason:
        "A queue of alarms that could not be mailed would be read by nobody: that an alarm rings is on the dashboard, and one without a confirmed subscription is found by `regard doctor`.",
    });
    return topic;
  }

  /** Sees who is told. */
  grantInspection(to: Grantee): void {
    to.allow(["sns:ListSubscriptionsByTopic"], [this.#topicArn]);
  }

  raise(name: string, props: AlarmProps): void {
    const alarm = new Alarm(this, name, {
      metric: props.metric,
      alarmDescription: `${props.impact} What to do: OPERATIONS.md#${props.runbook}`,
      threshold: props.threshold ?? 1,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator: props.below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // Something that should happen and is not measured did not happen; an error that is not measured neither.
      treatMissingData: props.below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(this.#action);
    alarm.addOkAction(this.#action);
    this.raised.push({ name, alarm, impact: props.impact, runbook: props.runbook });
  }
}

/**
 * How often any of these happened. CloudWatch keeps no number of what did not happen, and a sum in which one is missing is
 * missing itself (CloudWatch User Guide, "Using math expressions"), so each is filled up with 0.
 */
export const sumOf = (label: string, usingMetrics: Record<string, IMetric>, period: Duration): IMetric => {
  const expression = Object.keys(usingMetrics)
    .map((name) => `FILL(${name}, 0)`)
    .join(" + ");
  return new MathExpression({ expression, usingMetrics, period, label });
};

/** How often what a customer feels is looked at. */
export const FIVE_MINUTES = Duration.minutes(5);
