import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createFacts } from "../../functions/adapters/facts.ts";
import { localPortal, localPortalFile } from "../../functions/contract/local-portal.ts";
import { EVER } from "../../functions/domain/period.ts";
import { eventInput } from "../support/arrivals.ts";
import { useCli } from "../support/cli.ts";
import { appendEvents } from "../support/events.ts";
import { startFaultyProxy } from "../support/faulty-proxy.ts";

const DAY = 24 * 60 * 60 * 1_000;
const NOW = Date.now();
const ago = (days: number): string => new Date(NOW - days * DAY).toISOString();
const SINCE = ago(60).slice(0, 10);

const signal = z.object({
  employeeId: z.optional(z.string()),
  customerKey: z.optional(z.string()),
  rules: z.array(z.string()),
  accesses: z.array(z.string()),
  hits: z.array(z.object({ rule: z.string(), words: z.string() })),
});

const cli = await useCli();
beforeAll(async () => {
  const facts = createFacts(cli.engine.client, cli.engine.portalTable);
  const order = { type: "order", id: "O-77", openedAt: ago(42), closedAt: ago(40), employeeIds: ["emp-7"], units: [] };
  await facts.putCases([{ ...order, customerKey: cli.keyring.customerKey("C-1") }]);
  await facts.putEmployees([{ id: "emp-7", protected: false, role: "Driver" }]);
  const revealed = (days: number) => ({ occurredAt: ago(days), action: "reveal" as const });
  const events = [
    { eventId: "delivery", occurredAt: ago(40.1) },
    ...[35, 33, 31, 29].map((days, n) => ({ eventId: `later-${n}`, ...revealed(days) })),
    // Somebody whom no employee list knows, and a year in which nobody asked.
    {
      eventId: "unknown",
      occurredAt: ago(20),
      employee: { id: "ghost" },
      purpose: "NOT_RECORDED",
      case: undefined,
      customerId: "C-2",
    },
    { eventId: "old", occurredAt: ago(200), purpose: "NOT_RECORDED", case: undefined, customerId: "C-3" },
  ].map(eventInput);
  await appendEvents(cli.engine, cli.keyring, events);
});

const json = (stdout: string) =>
  stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => signal.parse(JSON.parse(line)));

test("one signal for each employee and customer, with every rule and its words", async () => {
  const { code, stdout, stderr } = await cli.run(["signals", "--since", SINCE, "--json"]);
  expect(code).toBe(0);
  const signals = json(stdout);
  expect(signals.map(({ employeeId, customerKey, rules }) => [employeeId, customerKey, rules])).toEqual([
    ["emp-7", cli.keyring.customerKey("C-1"), ["contact-after-job", "repeat-interest"]],
    ["ghost", cli.keyring.customerKey("C-2"), ["no-business-link"]],
  ]);
  expect(signals[0]?.accesses).toEqual(["orders later-0", "orders later-1", "orders later-2", "orders later-3"]);
  expect(signals[0]?.hits[0]?.words).toMatch(/^Contact details were opened 4 times .* needs an explanation\.$/);
  expect(stderr).toContain("2 signals");
});

test("the look stands in the log of the customers that were shown, and of no other", async () => {
  const log = createAccessLog(cli.engine.client, cli.engine.accessLogTable, Date.now);
  const ownLooks = async (id: string) =>
    (await Array.fromAsync(log.ofCustomer(cli.keyring.customerKey(id), EVER)))
      .flat()
      .filter(({ source }) => source === "regard");
  const before = await ownLooks("C-2");
  const { stdout } = await cli.run(["signals", "--since", SINCE, "--language", "de"]);
  expect(stdout).toContain("Das braucht eine Erklärung.");
  expect(stdout).toMatch(/^ghost, customer /m);
  expect(await ownLooks("C-2")).toHaveLength(before.length + 1);
  expect(await ownLooks("C-3")).toEqual([]);
});

test("a reader that has seen enough stops neither the rules nor what they bring to the desk", async () => {
  const started = (_: () => void, stopReading: () => void) => stopReading();
  const { code, stderr } = await cli.run(["signals", "--since", SINCE, "--open"], { started });
  expect([code, stderr]).toEqual([
    0,
    "2 signals. 2 of them brought something new to the desk. This look was logged.\n",
  ]);
});

test("--until ends with the day that it names", async () => {
  const { stdout } = await cli.run(["signals", "--since", SINCE, "--until", ago(25).slice(0, 10), "--json"]);
  expect(json(stdout).map(({ employeeId }) => employeeId)).toEqual(["emp-7"]);
});

test("where the look cannot be logged, nothing is read and nothing is shown", async () => {
  const asked: string[] = [];
  const proxy = await startFaultyProxy(cli.engine.endpoint, (operation) => {
    asked.push(operation);
    return operation.startsWith("Transact") ? "cut" : "none";
  });
  const port = 4_001;
  const portal = localPortal.parse(JSON.parse(await readFile(join(cli.directory, localPortalFile(4_000)), "utf8")));
  const broken = { ...portal, port, endpoints: { ...portal.endpoints, dynamodb: proxy.endpoint } };
  await writeFile(join(cli.directory, localPortalFile(port)), JSON.stringify(broken));
  const { code, stdout, stderr } = await cli.run(["signals", "--since", SINCE], { port });
  await proxy.stop();
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("LOOK_NOT_LOGGED");
  expect(new Set(asked)).toEqual(new Set(["TransactWriteItems"]));
});

test.each([
  ["no first day", []],
  ["a date that is none", ["--since", "2026-02-30"]],
  ["a language that nobody wrote", ["--since", SINCE, "--language", "it"]],
  ["a word too many", ["--since", SINCE, "now"]],
])("%s is a wrong command line, and looks at nobody", async (_, words) => {
  const { code, stdout, stderr } = await cli.run(["signals", ...words]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("COMMAND_INVALID");
});
