import { Aws, Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";

/** Headings of the runbook in OPERATIONS.md; a test holds them together. */
export type RunbookAnchor =
  | "customers-cannot-use-the-portal"
  | "mail-is-not-leaving"
  | "mail-bounces"
  | "the-database-refuses-requests"
  | "pages-were-not-published"
  | "somebody-is-guessing-codes"
  | "the-rules-of-detection-cannot-read"
  | "the-desk-cannot-be-reached"
  | "sign-ins-at-the-desk-do-not-verify"
  | "the-numbers-were-not-made"
  | "events-do-not-come-in"
  | "events-wait-in-the-quarantine"
  | "an-event-is-a-dead-letter"
  | "an-event-came-twice-with-different-content";

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

/** Alarms go by mail to whoever runs the portal. None can be made without saying what it means for a customer. */
export class Alarms extends Construct {
  readonly #action: SnsAction;

  constructor(scope: Construct, id: string, props: { readonly key: IKey; readonly to: string }) {
    super(scope, id);
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
    topic.addSubscription(new EmailSubscription(props.to));
    this.#action = new SnsAction(topic);
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
  }
}

/** How often what a customer feels is looked at. */
export const FIVE_MINUTES = Duration.minutes(5);
