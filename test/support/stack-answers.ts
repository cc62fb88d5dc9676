import type { AwsAnswer } from "./aws-answers.ts";

/** A list as CloudFormation writes it. */
const members = (list: readonly Readonly<Record<string, string>>[]) =>
  list
    .map(
      (one) =>
        `<member>${Object.entries(one)
          .map(([name, value]) => `<${name}>${value}</${name}>`)
          .join("")}</member>`,
    )
    .join("");
const namespace = 'xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"';
const operation = (name: string, result: string): AwsAnswer => ({
  xml: `<${name}Response ${namespace}><${name}Result>${result}</${name}Result></${name}Response>`,
});

/** What CloudFormation says of a stack with these outputs, and these parts: their type and their id by their name. */
export const stackAnswers = (
  name: string,
  outputs: Readonly<Record<string, string>>,
  parts: Readonly<Record<string, readonly [type: string, id: string]>>,
) => {
  const written = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));
  const made = Object.entries(parts).map(([LogicalResourceId, [ResourceType, PhysicalResourceId]]) => ({
    ...{ LogicalResourceId, ResourceType, PhysicalResourceId },
    ...{ LastUpdatedTimestamp: "2026-01-01T00:00:00Z", ResourceStatus: "CREATE_COMPLETE" },
  }));
  const standing = `<StackName>${name}</StackName><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>UPDATE_COMPLETE</StackStatus>`;
  return {
    DescribeStacks: operation(
      "DescribeStacks",
      `<Stacks><member>${standing}<Outputs>${members(written)}</Outputs></member></Stacks>`,
    ),
    ListStackResources: operation(
      "ListStackResources",
      `<StackResourceSummaries>${members(made)}</StackResourceSummaries>`,
    ),
  };
};
