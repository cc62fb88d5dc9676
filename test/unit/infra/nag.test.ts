import { CfnBucket } from "aws-cdk-lib/aws-s3";
import { CfnQueue } from "aws-cdk-lib/aws-sqs";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { appOf } from "../../support/stack.ts";

const findings = ({ app }: ReturnType<typeof appOf>) =>
  [new AwsSolutionsChecks(app), new ServerlessChecks(app)]
    .flatMap((pack) => pack.validateScope(app).violations)
    .flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
    );

describe("cdk-nag", () => {
  it("has no finding that no construct answers for", () => {
    expect(findings(appOf())).toEqual([]);
  });

  it("would find one", () => {
    const stack = appOf();
    new CfnBucket(stack.regard.portal, "Careless");
    new CfnQueue(stack.regard.portal, "Endless");
    expect(findings(stack)).toContain("Serverless-SQSRedrivePolicy at Regard/Portal/Endless");
    expect(findings(stack)).toContain("AwsSolutions-S10 at Regard/Portal/Careless");
  });
});
