import { Duration, Validations } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { Construct } from "constructs";
import type { Alarms } from "./alarms.ts";
import type { HouseFunction } from "./house-function.ts";

/** Rows of the log are kept while their customer has something open (LAW L14). */
export class KeptRows extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { keepRows, alarms }: { readonly keepRows: HouseFunction; readonly alarms: Alarms },
  ) {
    super(scope, id);
    const rule = new Rule(this, "Hourly", {
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [new LambdaFunction(keepRows.lambda, { retryAttempts: 0 })],
    });
    rule.node.addDependency(keepRows);
    Validations.of(rule).acknowledge({
      id: "Serverless-EventBusDLQ",
      reason: "A tick carries nothing, and another comes an hour later; where none comes, KeepRowsSilent rings.",
    });
    alarms.raise("KeepRowsSilent", {
      metric: keepRows.lambda.metricInvocations({ period: Duration.hours(6), statistic: "Sum" }),
      below: true,
      impact: "Nobody keeps the rows that a customer's open request is about; from a week on, some are erased.",
      runbook: "rows-are-not-kept",
    });
  }
}
