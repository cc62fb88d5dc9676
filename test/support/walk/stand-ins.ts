import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { stacksIn } from "../../../infra/local/assembly.ts";
import config from "../../../regard.config.ts";
import { answerTo, healthyAccount, xmlAnswer } from "../aws-answers.ts";
import type { GuardOptions } from "../iam/guard.ts";

const template = z.object({ Resources: z.record(z.string(), z.object({ Type: z.string() })) });

/** The stacks of an assembly by their names: of each resource its logical id and type. */
const resourcesByStack = async (directory: string) => {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(directory, name), "utf8"));
  const resources = stacksIn(await read("manifest.json")).map(
    async ({ file, name }) => [name, Object.entries(template.parse(await read(file)).Resources)] as const,
  );
  return new Map(await Promise.all(resources));
};

const members = (list: readonly Readonly<Record<string, string>>[]): string =>
  list
    .map((one) => Object.entries(one).map(([name, value]) => `<${name}>${value}</${name}>`))
    .map((fields) => `<member>${fields.join("")}</member>`)
    .join("");

/**
 * What services say that no computer has an engine for, about an account in which everything is in order. A resource is
 * called by its logical id there, as everywhere in the tests; a table by its name.
 *
 * @param outputs What the functions' stack says of itself.
 */
export const standInsOf = async (
  assemblyDir: string,
  outputs: Readonly<Record<string, string>>,
): Promise<GuardOptions["standIns"]> => {
  const stacks = await resourcesByStack(assemblyDir);
  const idOf = (logicalId: string, type: string): string => {
    // As CloudFormation names them.
    if (type === "AWS::CloudWatch::Alarm") return `Regard-local-${logicalId}-1A2B3C`;
    if (type === "AWS::SQS::Queue") return `https://sqs.eu-west-1.amazonaws.com/000000000000/${logicalId}`;
    return type === "AWS::DynamoDB::Table" ? (outputs[`${logicalId}Name`] ?? "") : logicalId;
  };
  const partsOf = (stackName: string) =>
    (stacks.get(stackName) ?? []).map(([LogicalResourceId, { Type: ResourceType }]) => ({
      ...{ LogicalResourceId, ResourceType, PhysicalResourceId: idOf(LogicalResourceId, ResourceType) },
      ...{ LastUpdatedTimestamp: "2026-01-01T00:00:00Z", ResourceStatus: "CREATE_COMPLETE" },
    }));
  const cloudFormation = (body: string): string => {
    const form = new URLSearchParams(body);
    const operation = form.get("Action");
    const said =
      operation === "DescribeStacks"
        ? `<Stacks><member><StackStatus>UPDATE_COMPLETE</StackStatus><Outputs>${members(
            Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
          )}</Outputs></member></Stacks>`
        : `<StackResourceSummaries>${members(partsOf(form.get("StackName") ?? ""))}</StackResourceSummaries>`;
    return `<${operation}Response><${operation}Result>${said}</${operation}Result></${operation}Response>`;
  };
  const { domain, alarmsTo } = config;
  const account = healthyAccount({ host: domain.name, mailDomain: "MailIdentity", alarmsTo });
  const asked: NonNullable<GuardOptions["standIns"]>[string] = (request) => answerTo(account, request);
  return {
    cloudformation: ({ body }) => xmlAnswer(cloudFormation(body)),
    /** A bucket with one old page in every folder. */
    s3: ({ method, path }) => {
      const folder = new URLSearchParams(path.split("?")[1]).get("prefix");
      const listed = `<ListBucketResult><Contents><Key>${folder}home</Key></Contents></ListBucketResult>`;
      return xmlAnswer(method === "GET" ? listed : "");
    },
    ...{ acm: asked, cloudwatch: asked, kms: asked, sesv2: asked, sns: asked, sqs: asked },
    // Engines know neither backups nor keys, and hand a secret out without telling of it.
    dynamodb: (request) => (/\.Describe/.test(request.target) ? asked(request) : undefined),
    secretsmanager: (request) => (/\.Describe/.test(request.target) ? asked(request) : undefined),
  };
};
