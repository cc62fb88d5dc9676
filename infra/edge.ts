import { CfnOutput, Fn, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { WebAcl } from "./constructs/web-acl.ts";
import { type Stage, stackNameOf } from "./stage.ts";

/** CloudFront takes its web ACLs from here alone, wherever the rest of the portal lives. */
const REGION = "us-east-1";
const OUTPUT = "WebAclArn";

/** What has to stand in CloudFront's own region. */
export class Edge extends Stack {
  /** For the other stacks, in whatever region they are. */
  readonly webAclArn: string;

  constructor(scope: Construct, stage: Stage) {
    super(scope, "Edge", {
      stackName: `${stackNameOf(stage)}-edge`,
      description: `Keeps floods off Regard for ${stage.config.brand.name} (${stage.name})`,
      terminationProtection: stage.name !== "local",
      env: { region: REGION },
    });
    new CfnOutput(this, OUTPUT, { value: new WebAcl(this, "WebAcl", { metricName: stackNameOf(stage) }).arn });
    this.webAclArn = Fn.getStackOutput(this.stackName, OUTPUT, REGION);
  }
}
