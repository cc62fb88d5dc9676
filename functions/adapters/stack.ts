import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateListStackResources,
} from "@aws-sdk/client-cloudformation";
import { Refusal } from "../domain/errors.ts";
import type { DeployedStack } from "../use-cases/doctor-ports.ts";
import { PATIENCE } from "./aws-account.ts";

/**
 * The stack of a stage, with all parts of it and of the stack that holds what is kept (infra/data.ts).
 * @throws {Refusal} PORTAL_NOT_FOUND, with what to check.
 */
export const readStack = async (stage: string): Promise<DeployedStack> => {
  const client = new CloudFormationClient(PATIENCE);
  const StackName = `Regard-${stage}`;
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }));
    const parts = [];
    for (const name of [StackName, `${StackName}-data`])
      for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName: name }))
        parts.push(
          ...StackResourceSummaries.map(({ LogicalResourceId = "", ResourceType = "", PhysicalResourceId = "" }) => ({
            logicalId: LogicalResourceId,
            type: ResourceType,
            id: PhysicalResourceId,
          })),
        );
    const outputs = (Stacks?.[0]?.Outputs ?? []).map(({ OutputKey = "", OutputValue = "" }) => [
      OutputKey,
      OutputValue,
    ]);
    return { status: Stacks?.[0]?.StackStatus ?? "not stated", outputs: Object.fromEntries(outputs), parts };
  } catch (cause) {
    const detail = `The stack ${StackName} could not be read. Check the stage's name, AWS_REGION and your credentials.`;
    throw new Refusal("PORTAL_NOT_FOUND", { detail, cause });
  } finally {
    client.destroy();
  }
};
