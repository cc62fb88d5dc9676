import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CUSTOMER_ROUTES } from "../../functions/contract/customer-api.ts";
import { DESK_ROUTES } from "../../functions/contract/desk-api.ts";
import { INTAKE_ROUTES } from "../../functions/contract/intake-api.ts";
import { lineOf } from "../support/iam/aws-call.ts";
import { allows, type Right, rightsOf, uses } from "../support/iam/rights.ts";
import type { startTestPortal } from "../support/portal.ts";
import { walkThrough } from "../support/walk/walk.ts";

let portal: Awaited<ReturnType<typeof startTestPortal>>;
beforeAll(async () => {
  portal = await walkThrough();
}, 600_000);
afterAll(() => portal?.stop());

const nameOf = ({ action, resource, leading }: Right): string =>
  [action, resource, ...(leading === undefined ? [] : [leading])].join(" ");

/** What neither our code nor Lambda itself used in the whole walk, by whoever has the right. */
const unused = () =>
  [...portal.guard.grantees].flatMap(([caller, grantee]) => {
    const calls = [...portal.guard.made(caller), ...(portal.guard.byLambda.get(caller) ?? [])];
    return rightsOf(grantee)
      .filter((right) => !calls.some((call) => uses(call, right)))
      .map((right) => `${grantee.name} ${nameOf(right)}`);
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

  it("is not all: what Lambda itself asks in a function's name is allowed by its role, too", () => {
    const refused = [...portal.guard.byLambda].flatMap(([id, calls]) => {
      const grantee = portal.guard.grantees.get(id) ?? { name: id, statements: [] };
      return calls.filter((call) => !allows(grantee, call)).map((call) => `${id} ${lineOf(call)}`);
    });
    expect(refused).toEqual([]);
  });

  it("leaves no right unused, without an exception", () => {
    expect(unused()).toEqual([]);
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
