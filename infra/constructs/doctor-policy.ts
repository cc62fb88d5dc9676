import { ArnFormat, Stack, Validations } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { CommandLinePolicy } from "./command-line-policy.ts";

/** What `regard doctor --stage` looks at: how everything stands, and nothing of what is kept. It changes nothing. */
export class DoctorPolicy extends CommandLinePolicy {
  /** @param data The stack that holds what is kept. */
  constructor(
    scope: Construct,
    id: string,
    { certificateArn, data }: { readonly certificateArn: string; readonly data: Stack },
  ) {
    super(scope, id, "Looks whether everything is in order, and reads nothing that is kept");
    this.allow(["cloudformation:ListStackResources"], [Stack.of(this).stackId, data.stackId]);
    this.allow(["acm:DescribeCertificate"], [certificateArn]);
    const stack = Stack.of(this);
    const resourceName = `${stack.stackName}-Alarms*`;
    const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
    const alarms = stack.formatArn({ service: "cloudwatch", resource: "alarm", resourceName, arnFormat });
    this.allow(["cloudwatch:DescribeAlarms"], [alarms]);
    Validations.of(this).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason: "ses:GetAccount is about the account itself, which is no resource that a policy could name.",
    });
    Validations.of(this).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:cloudwatch:<AWS::Region>:<AWS::AccountId>:alarm:${resourceName}]`,
      reason:
        "The stack's own alarms, by the name that CloudFormation gives them: fifty ARNs are longer than a policy may be.",
    });
  }
}
