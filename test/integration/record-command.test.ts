import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { localPortal, localPortalFile } from "../../functions/contract/local-portal.ts";
import { recordDocument } from "../../functions/contract/record.ts";
import { civilDateOf } from "../../functions/domain/period.ts";
import config from "../../regard.config.ts";
import { eventInput } from "../support/arrivals.ts";
import { useCli } from "../support/cli.ts";
import { appendEvents } from "../support/events.ts";
import { startFaultyProxy } from "../support/faulty-proxy.ts";

const DAY = 24 * 60 * 60 * 1_000;
const NOW = Date.now();
/** More than one page of the database: about 1.5 MB in one partition. */
const LOOKS = 1_500;

const occurrences = Array.from({ length: LOOKS }, (_, n) => new Date(NOW - (LOOKS - n) * (DAY / 8)).toISOString());

const cli = await useCli();
beforeAll(async () => {
  const events = occurrences.map((occurredAt, n) =>
    eventInput({
      eventId: `e-${n}`,
      customerId: n % 3 === 0 ? ["C-1", "C-2"] : "C-1",
      occurredAt,
      fieldsRevealed: Array.from({ length: 10 }, (_, field) => `field ${field} of a form with a very long name indeed`),
    }),
  );
  await appendEvents(cli.engine, cli.keyring, events);
});

const record = (...words: string[]) => cli.run(["record", "--customer", ...words]);
const read = (stdout: string) => recordDocument.parse(JSON.parse(stdout));

test("the record holds every look of the customer, as many as one pass over the events counts", async () => {
  const { code, stdout, stderr } = await record("C-1", "--format", "json");
  expect(code).toBe(0);
  const { accesses, summary, reference } = read(stdout);
  expect(accesses.map(({ eventId }) => eventId)).toEqual(Array.from({ length: LOOKS }, (_, n) => `e-${n}`));
  expect(summary.accesses).toBe(LOOKS);
  expect(stderr).toContain(`${reference}: 1,500 accesses`);
});

test("a look through the command is no part of its own record, and stands in the next one", async () => {
  const first = read((await record("C-2", "--format", "json")).stdout);
  const second = read((await record("C-2", "--format", "json")).stdout);
  expect(first.summary.accesses).toBe(LOOKS / 3);
  expect(second.accesses.slice(0, -1)).toEqual(first.accesses);
  expect(second.accesses.at(-1)).toMatchObject({
    source: "regard",
    purpose: "AUDIT_OVERSIGHT",
    action: "export",
    occurredAt: first.period.to,
  });
});

test("CSV and PDF go to standard output alone", async () => {
  const csv = await record("C-1", "--format", "csv", "--language", "de");
  expect(parse(csv.stdout, { bom: true, columns: true }).length).toBeGreaterThanOrEqual(LOOKS);
  const pdf = await record("C-1", "--format", "pdf", "--from", new Date(NOW - 3 * DAY).toISOString().slice(0, 10));
  expect(pdf.stdout).toMatch(/^%PDF-1\.7\n.*%%EOF\n$/s);
  expect([csv.code, pdf.code]).toEqual([0, 0]);
});

test("--from and --to choose civil days, both included", async () => {
  const day = new Date(NOW - 10 * DAY).toISOString().slice(0, 10);
  const { accesses } = read((await record("C-1", "--format", "json", "--from", day, "--to", day)).stdout);
  const ofThatDay = occurrences.filter((occurredAt) => civilDateOf(occurredAt, config.timeZone) === day);
  expect(ofThatDay.length).toBeGreaterThan(6);
  expect(accesses.map(({ occurredAt }) => occurredAt)).toEqual(ofThatDay);
});

test("someone unknown has an empty record, and the command says so", async () => {
  const { code, stdout, stderr } = await record("nobody", "--format", "json");
  expect(read(stdout).accesses).toEqual([]);
  expect(stderr).toContain("nothing is held");
  expect(code).toBe(0);
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
  const { code, stdout, stderr } = await cli.run(["record", "--customer", "C-1", "--format", "json"], { port });
  await proxy.stop();
  expect(stdout).toBe("");
  expect(stderr).toContain("LOOK_NOT_LOGGED");
  expect(code).toBe(1);
  expect(new Set(asked)).toEqual(new Set(["TransactWriteItems"]));
});

test("it opens no request and nobody gets mail", async () => {
  const store = createPortalStore(cli.engine.client, { name: cli.engine.portalTable, keyring: cli.keyring });
  expect((await record("C-1", "--format", "csv")).code).toBe(0);
  expect(await store.requestsOf(cli.keyring.customerKey("C-1"))).toEqual([]);
  expect((await Array.fromAsync(store.waitingMails())).flat()).toEqual([]);
});

test("a reader that has seen enough ends the command without a complaint", async () => {
  const child = spawn(
    process.execPath,
    [resolve("functions/cli/regard.ts"), "record", "--customer", "C-1", "--format", "json"],
    { stdio: ["ignore", "pipe", "pipe"], env: { REGARD_LOCAL_DIR: cli.directory, PORT: "4000" } },
  );
  const complaint = text(child.stderr);
  child.stdout.once("data", () => child.stdout.destroy());
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  expect(await complaint).not.toMatch(/EPIPE|Error/);
});

test.each([
  ["no customer", ["--format", "json"]],
  ["an unknown format", ["--customer", "C-1", "--format", "xml"]],
  ["a date that is none", ["--customer", "C-1", "--format", "json", "--from", "2026-02-30"]],
  ["a word too many", ["--customer", "C-1", "--format", "json", "C-2"]],
])("%s is a wrong command line, and looks at nobody", async (_, words) => {
  const { code, stdout, stderr } = await cli.run(["record", ...words]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("COMMAND_INVALID");
});
