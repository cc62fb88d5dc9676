import { userInfo } from "node:os";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { allOf, eventInput } from "../support/arrivals.ts";
import { useCli } from "../support/cli.ts";
import { openIntake } from "../support/intake-door.ts";

const cli = await useCli();
const intake = openIntake(cli.engine, { keyring: cli.keyring, startAt: Date.now() });
const DAY = 24 * 3_600_000;
const at = (ms: number) => new Date(intake.clock() + ms).toISOString();
const event = (eventId: string, changes = {}) =>
  eventInput({ eventId, customerId: "canary-1", occurredAt: at(0), ...changes });
const rowsOf = (customerId: string) => allOf(intake.accessLog, cli.keyring.customerKey(customerId));
const quarantine = (...words: string[]) => cli.run(["quarantine", ...words]);
const list = async (...words: string[]) => {
  const { code, stdout } = await quarantine("list", "--json", ...words);
  expect(code).toBe(0);
  return stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
};

await intake.send([
  event("late", { occurredAt: at(-30 * DAY) }),
  event("peek", { action: "peek", source: "crm" }),
  event("soon", { occurredAt: at(DAY), employee: { id: "canary-employee" } }),
]);

test("what waits is listed by source and reason, and nothing of it is opened", async () => {
  expect(await list()).toHaveLength(3);
  const [only, ...others] = await list("--source", "crm");
  expect([only, others]).toMatchObject([{ code: "EVENT_FIELD_INVALID", field: "action", source: "crm" }, []]);
  const { stdout, stderr } = await quarantine("list", "--code", "EVENT_LATE");
  expect(stdout).toMatch(/^[0-9a-f]{32} {2}\S+ {2}orders {12}EVENT_LATE {2}occurredAt\n$/);
  expect(stderr).toBe("1 event waits in the quarantine.\n");
  expect(await rowsOf("canary-1")).toEqual([]);
});

test("it lies sealed in the table: nobody's name, id or words can be read there", async () => {
  const { Items = [] } = await cli.engine.client.send(new ScanCommand({ TableName: cli.engine.portalTable }));
  const kept = JSON.stringify(Items.filter((item) => item["pk"]?.S === "quarantine"));
  expect(kept).toContain("EVENT_LATE");
  for (const canary of ["canary", "Robin Vance", "O-77", "peek"]) expect(kept).not.toContain(canary);
});

test("the same event is there once, however often it comes", async () => {
  for (const _ of [1, 2]) await intake.send([event("peek", { action: "peek", source: "crm" })]);
  expect(await list()).toHaveLength(3);
});

test("showing one is a look at its customer's data", async () => {
  const [{ id }] = await list("--source", "crm");
  const { code, stdout, stderr } = await quarantine("show", id);
  expect([code, JSON.parse(stdout).action]).toEqual([0, "peek"]);
  expect(stderr).toContain("This look was logged.");
  const [look] = await rowsOf("canary-1");
  expect(look).toMatchObject({ source: "regard", action: "view", employee: { id: userInfo().username } });
  expect((await quarantine("show", "0".repeat(32))).code).toBe(1);
});

test("replaying takes what can be taken now, keeps the rest, and adds nothing twice", async () => {
  const idsOf = async () => (await rowsOf("canary-1")).map(({ eventId }) => eventId).filter((id) => id.length < 6);
  const first = await quarantine("replay", "--all", "--json");
  expect([first.code, JSON.parse(first.stdout)]).toEqual([
    1,
    { accepted: 1, EVENT_FIELD_INVALID: 1, EVENT_IN_FUTURE: 1 },
  ]);
  expect(await idsOf()).toEqual(["late"]);
  expect((await list()).map(({ code }) => code).sort()).toEqual(["EVENT_FIELD_INVALID", "EVENT_IN_FUTURE"]);
  // What was repaired at its source and came in before is no second look.
  await intake.send([event("late", { occurredAt: at(-30 * DAY) })], { late: true });
  await intake.send([event("late", { occurredAt: at(-30 * DAY) })]);
  const [{ id }] = await list("--code", "EVENT_LATE");
  const again = await quarantine("replay", id);
  expect([again.code, again.stdout]).toEqual([0, `${id}  duplicate\n`]);
  expect(await idsOf()).toEqual(["late"]);
  expect((await quarantine("replay", id)).stdout).toBe(`${id}  unknown\n`);
});

test("a replay stays where the id belongs to other content by now, which stays as well", async () => {
  await intake.send([event("both", { occurredAt: at(-30 * DAY) })]);
  await intake.send([event("both", { purpose: "BILLING" })]);
  const [{ id }] = await list("--code", "EVENT_LATE");
  const { code, stdout } = await quarantine("replay", id);
  expect([code, stdout]).toEqual([1, `${id}  EVENT_CONFLICT\n`]);
  expect(await list("--code", "EVENT_LATE")).toHaveLength(1);
  expect(await rowsOf("canary-1")).toContainEqual(expect.objectContaining({ eventId: "both", purpose: "BILLING" }));
});

test("the command says what it wants", async () => {
  for (const words of [["replay"], ["replay", "--all", "one"], ["replay", "one", "--code", "EVENT_LATE"], ["show"]])
    expect((await quarantine(...words)).code).toBe(2);
});
