import { Stack } from "aws-cdk-lib";
import { ManagedPolicy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import type { Conditions, Grantee } from "./grantee.ts";
import { keepsItsName } from "./logical-id.ts";

/**
 * What one command needs when a person runs it with `--stage`. The stack attaches it to nobody: the company gives it to
 * the role of whoever does that work.
 */
export class CommandLinePolicy extends Construct implements Grantee {
  readonly arn: string;
  readonly #policy: ManagedPolicy;

  constructor(scope: Construct, id: string, description: string) {
    super(scope, id);
    this.#policy = new ManagedPolicy(this, "Policy", { description });
    keepsItsName(this.#policy, id);
    this.arn = this.#policy.managedPolicyArn;
    // Where the tables are stands in the stack's outputs.
    this.allow(["cloudformation:DescribeStacks"], [Stack.of(this).stackId]);
  }

  allow(actions: string[], resources: string[], conditions: Conditions = {}): void {
    this.#policy.addStatements(new PolicyStatement({ actions, resources, conditions }));
  }
}
