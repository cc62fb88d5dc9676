import { Validations } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { Construct } from "constructs";
import type { Alarms } from "./alarms.ts";
import type { HouseFunction } from "./house-function.ts";

/** The numbers for the board: early in the month for the one before, and once more when late reports are all in. */
export class MonthlyNumbers extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { countMonth, alarms }: { readonly countMonth: HouseFunction; readonly alarms: Alarms },
  ) {
    super(scope, id);
    const rule = new Rule(this, "Monthly", {
      schedule: Schedule.cron({ day: "2,9", hour: "3", minute: "0" }),
      targets: [new LambdaFunction(countMonth.lambda, { retryAttempts: 0 })],
    });
    rule.node.addDependency(countMonth);
    Validations.of(rule).acknowledge({
      id: "Serverless-EventBusDLQ",
      reason: "A tick carries nothing; another comes a week later, and the command makes the same numbers.",
    });
    alarms.raise("NumbersLeft", {
      metric: countMonth.countOf("NUMBERS_LEFT"),
      impact:
        "No customer notices; the log is too long for one run, so the board's numbers have to be made by command.",
      runbook: "the-numbers-were-not-made",
    });
  }
}
