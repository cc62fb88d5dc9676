import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CUSTOMER_ROUTES } from "../../functions/contract/customer-api.ts";
import { DESK_ROUTES } from "../../functions/contract/desk-api.ts";
import { INTAKE_ROUTES } from "../../functions/contract/intake-api.ts";
import { lineOf } from "../support/iam/aws-call.ts";
import { type Right, rightsOf, uses } from "../support/iam/rights.ts";
import type { startTestPortal } from "../support/portal.ts";
import { walkThrough } from "../support/walk/walk.ts";

let portal: Awaited<ReturnType<typeof startTestPortal>>;
beforeAll(async () => {
  portal = await walkThrough();
}, 600_000);
afterAll(() => portal?.stop());

const BY_LAMBDA = "Lambda makes these calls itself, in the name of the function's role: no code of ours does.";

/** What roles allow and no call of ours ever uses, each with its reason. Everything else that is not used has to go. */
const USED_BY_AWS: Readonly<Record<string, string>> = {
  "logs:CreateLogStream": BY_LAMBDA,
  "logs:PutLogEvents": BY_LAMBDA,
  "xray:PutTelemetryRecords": BY_LAMBDA,
  "xray:PutTraceSegments": BY_LAMBDA,
  "dynamodb:DescribeStream": `${BY_LAMBDA} Its event source mapping reads the stream.`,
  "dynamodb:GetRecords": `${BY_LAMBDA} Its event source mapping reads the stream.`,
  "dynamodb:GetShardIterator": `${BY_LAMBDA} Its event source mapping reads the stream.`,
  "dynamodb:ListStreams": `${BY_LAMBDA} Its event source mapping reads the stream.`,
  ...Object.fromEntries(
    ["DeleteMessage", "GetQueueAttributes", "ReceiveMessage"].map((name) => [
      `sqs:${name}`,
      `${BY_LAMBDA} Its event source mapping reads the queue of events.`,
    ]),
  ),
  "sqs:SendMessage": `${BY_LAMBDA} It parks what the stream could not deliver.`,
};

const nameOf = ({ action, resource, leading }: Right): string =>
  [action, resource, ...(leading === undefined ? [] : [leading])].join(" ");

/** What nobody used in the whole walk, by whoever has the right. */
const unused = () =>
  [...portal.guard.grantees].flatMap(([caller, grantee]) => {
    const calls = portal.guard.made(caller);
    return rightsOf(grantee)
      .filter((right) => !calls.some((call) => uses(call, right)))
      .map((right) => ({ right, line: `${grantee.name} ${nameOf(right)}` }));
  });

describe("what the functions and the commands ask of AWS", () => {
  it("is asked on every route of the contract: a walk that leaves one out proves nothing of it", async () => {
    const answered = async () => {
      const lines = (await readFile(portal.logFile, "utf8")).split("\n").filter((line) => line.includes("ANSWERED"));
      return new Set(lines.map((line) => /"route":"(\w+)"/.exec(line)?.[1]));
    };
    const missing = async () => {
      const seen = await answered();
      return Object.keys({ ...CUSTOMER_ROUTES, ...DESK_ROUTES, ...INTAKE_ROUTES }).filter((route) => !seen.has(route));
    };
    await expect.poll(missing).toEqual([]);
  });

  it("is asked by each of them", () => {
    const silent = [...portal.guard.grantees.keys()].filter((caller) => portal.guard.made(caller).length === 0);
    expect(silent).toEqual([]);
  });

  it("is allowed by the role of whoever asks, call by call", () => {
    expect(portal.guard.refused).toEqual([]);
  });

  it("leaves no right unused but those that AWS itself uses", () => {
    const left = unused().filter(({ right }) => USED_BY_AWS[right.action] === undefined);
    expect(left.map(({ line }) => line)).toEqual([]);
  });

  it("makes no exception that nobody needs", () => {
    const seen = new Set(unused().map(({ right }) => right.action));
    expect(Object.keys(USED_BY_AWS).filter((action) => !seen.has(action))).toEqual([]);
  });

  it("names the items that it is about: nothing reaches over the portal's table but what looks for a customer's keys, or how it stands", () => {
    const calls = [...portal.guard.grantees.keys()].flatMap((caller) => portal.guard.made(caller));
    const wide = calls.filter(
      ({ resource, context }) => resource === "PortalTable.Arn" && context["dynamodb:LeadingKeys"] === undefined,
    );
    expect(wide.map(lineOf)).toEqual([
      "dynamodb:Scan PortalTable.Arn dynamodb:Attributes=accounts,customerKey,fact,pk,sk dynamodb:Select=SPECIFIC_ATTRIBUTES",
      ...["DescribeTable", "DescribeContinuousBackups", "DescribeTimeToLive"].map(
        (name) => `dynamodb:${name} PortalTable.Arn`,
      ),
    ]);
    expect(calls.length).toBeGreaterThan(500);
  });
});
