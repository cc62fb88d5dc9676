import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { paginateScan } from "@aws-sdk/client-dynamodb";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createDirectory } from "../../functions/adapters/directory.ts";
import { createErasures } from "../../functions/adapters/erasures.ts";
import { createFacts } from "../../functions/adapters/facts.ts";
import { createIdentities } from "../../functions/adapters/identities.ts";
import { createMatterStore } from "../../functions/adapters/matter-store.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import type { AccessEventInput } from "../../functions/contract/access-event.ts";
import { raisePart } from "../../functions/use-cases/raise-part.ts";
import config from "../../regard.config.ts";
import { allOf } from "../support/arrivals.ts";
import { useCli } from "../support/cli.ts";
import { appendEvents } from "../support/events.ts";
import { restoreTable } from "../support/restore-table.ts";

const { engine, directory: folder, keyring, run } = await useCli();
const { client, portalTable, accessLogTable } = engine;
const log = createAccessLog(client, accessLogTable, Date.now);
const directory = createDirectory(client, portalTable);
const facts = createFacts(client, portalTable);
const store = createPortalStore(client, { name: portalTable, keyring });
const matters = createMatterStore(client, { name: portalTable, keyring });

const daysAgo = (days: number, ms = 0) => new Date(Date.now() - days * 24 * 3_600_000 + ms).toISOString();
const look = (
  customerId: string | string[],
  eventId: string,
  changes: Partial<AccessEventInput> = {},
): AccessEventInput => ({
  source: "crm",
  occurredAt: daysAgo(20),
  employee: { id: "E-1" },
  action: "view",
  purpose: "DELIVERY",
  eventId,
  customerId,
  ...changes,
});
const idsOf = async (customerId: string) =>
  (await allOf(log, keyring.customerKey(customerId))).map(({ eventId }) => eventId).sort();
const scan = async (TableName: string) => {
  const pages = await Array.fromAsync(paginateScan({ client }, { TableName, ConsistentRead: true }));
  return pages.flatMap(({ Items = [] }) => Items);
};
/** Everything in both tables whose keys or content name the customer, but the note of the erasure itself. */
const namesOf = async (customerId: string) => {
  const key = keyring.customerKey(customerId);
  const items = [...(await scan(portalTable)), ...(await scan(accessLogTable))];
  return items
    .filter((item) => JSON.stringify(item).includes(key))
    .map((item) => `${item["pk"]?.S ?? "log"} ${item["sk"]?.S ?? item["sortKey"]?.S}`.replaceAll(key, "K"))
    .filter((name) => name !== "customer#K erased" && name !== "erasures K");
};

const recordCoverage = z.object({ retentionMonths: z.int(), erasedUpTo: z.string(), words: z.array(z.string()) });
const report = z.object({
  executed: z.boolean(),
  upTo: z.string(),
  rows: z.int(),
  restrictedRows: z.int(),
  items: z.record(z.string(), z.int()),
  openMatter: z.optional(z.string()),
});
const erase = async (...words: string[]) => {
  const { code, stdout, stderr } = await run(["erase", "--json", ...words]);
  if (code !== 0) throw new Error(stderr);
  return report.parse(JSON.parse(stdout));
};

/** A customer of whom every kind of thing is kept. */
const knownCustomer = async (customerId: string, looks: readonly AccessEventInput[]) => {
  const customerKey = keyring.customerKey(customerId);
  const addressKey = keyring.addressKey(`${customerId}@example.com`);
  await appendEvents(engine, keyring, looks);
  await directory.link([{ addressKey, customerKey }]);
  await facts.putCases([
    { type: "order", id: `O-${customerId}`, customerKey, openedAt: daysAgo(30), employeeIds: ["E-1"], units: [] },
  ]);
  await facts.putCustomers([{ customerKey }]);
  await createIdentities(client, { name: portalTable, keyring }).keep([{ customerKey, customerId }]);
  const sessionKey = `session-${customerId}`;
  const receivedAt = daysAgo(1);
  const request = { state: "received", customerKey, reference: `RG-0000-${customerId}`, receivedAt } as const;
  await store.commit([
    {
      kind: "open-session",
      session: { sessionKey, address: "a@example.com", addressKey, accounts: [customerKey], openedAt: 1, seenAt: 1 },
    },
    {
      kind: "open-request",
      request: { ...request, period: { from: daysAgo(300), to: daysAgo(1) } },
      asked: { sessionKey, account: 1, dates: {} },
      askedUntil: daysAgo(0),
    },
  ]);
  return { customerKey, addressKey };
};

it("says first what would go, changes nothing by that, then erases it, and nothing comes back", async () => {
  const looks = [
    look("1AA1", "a"),
    look(["1AA1", "1AA2"], "both"),
    look("1AA1", "secret", { purpose: "FRAUD_SECURITY" }),
    look("1AA2", "theirs"),
  ];
  const { addressKey } = await knownCustomer("1AA1", looks);
  const before = await namesOf("1AA1");

  const dry = await erase("--customer", "1AA1");
  expect(dry).toMatchObject({
    ...{ executed: false, rows: 2, restrictedRows: 1 },
    items: { "address-link": 1, fact: 1, identity: 1, case: 2, request: 3, "sign-in": 2 },
  });
  expect(await namesOf("1AA1")).toEqual(before);
  const told = await run(["erase", "--customer", "1AA1"]);
  expect(told.stdout).toMatch(
    /Nothing was changed[\s\S]+2 {2}rows of the access log[\s\S]+Would stay:[\s\S]+Art\. 17\(3\)/,
  );

  const done = await erase("--customer", "1AA1", "--reason", "objected", "--execute");
  expect(done).toEqual({ ...dry, executed: true, upTo: done.upTo });
  expect(await idsOf("1AA1")).toEqual(["secret"]);
  expect(await namesOf("1AA1")).toEqual([expect.stringContaining("#crm#secret")]);
  expect(await directory.customersOf(addressKey)).toEqual([]);
  // A look at several customers goes for this one alone.
  expect(await idsOf("1AA2")).toEqual(["both", "theirs"]);

  // The same events again, under their own ids, under others, and from before the erasure for the first time.
  const file = join(folder, "again.ndjson");
  const again = [...looks, look("1AA1", "other-id"), look(["1AA1", "1AA2"], "new-both")];
  await writeFile(file, again.map((event) => JSON.stringify(event)).join("\n"));
  const imported = await run(["import", file, "--format", "ndjson", "--json", "--keep-expired"]);
  expect(JSON.parse(imported.stdout)).toMatchObject({ accepted: 1, duplicates: 2, expired: 3, quarantined: 0 });
  expect(await idsOf("1AA1")).toEqual(["secret"]);
  expect(await idsOf("1AA2")).toEqual(["both", "new-both", "theirs"]);

  // Whoever looks from now on is logged as ever.
  await appendEvents(engine, keyring, [look("1AA1", "later", { occurredAt: daysAgo(0, 1_000) })]);
  expect(await idsOf("1AA1")).toEqual(["later", "secret"]);

  const record = await run(["record", "--customer", "1AA1", "--format", "json"]);
  const { coverage } = z.object({ coverage: recordCoverage }).parse(JSON.parse(record.stdout));
  expect(coverage).toMatchObject({ retentionMonths: 12, erasedUpTo: done.upTo });
  expect(coverage.words.join(" ")).toContain("was erased because you asked for it.");

  const audit = (await scan(portalTable)).filter(({ act }) => act?.S?.startsWith("erasure"));
  expect(audit.map(({ act }) => act?.S).sort()).toEqual([
    ...["erasure-begun", "erasure-checked", "erasure-checked", "erasure-done"],
  ]);
  expect(JSON.stringify(audit)).not.toContain(keyring.customerKey("1AA1"));
});

it("erases nothing while the customer has a matter open, and says which", async () => {
  await knownCustomer("1BB1", [look("1BB1", "asked-about")]);
  const raising = { store, matters, config, clock: Date.now, random: randomBytes };
  const { reference } = await raisePart(raising, {
    ...{ customerKey: keyring.customerKey("1BB1"), language: "en", address: "a@example.com" },
    part: { kind: "question", accesses: [{ source: "crm", eventId: "asked-about" }], words: "Why?" },
    by: { kind: "customer" },
  });
  expect(await erase("--customer", "1BB1")).toMatchObject({ openMatter: reference, rows: 1, items: { matter: 1 } });
  const before = await namesOf("1BB1");
  const { code, stderr } = await run(["erase", "--customer", "1BB1", "--execute"]);
  expect([code, stderr]).toEqual([
    1,
    expect.stringContaining(`ERASURE_HELD: The customer has a matter open, ${reference}`),
  ]);
  expect(await namesOf("1BB1")).toEqual(before);
});

it("completes what was begun when it was killed half-way", async () => {
  const looks = Array.from({ length: 1_500 }, (_, n) => look("1CC1", `e-${n}`));
  await knownCustomer("1CC1", looks);
  let left = looks.length;
  const killed = await run(["erase", "--customer", "1CC1", "--execute"], {
    started: async (kill) => {
      while (left === looks.length) left = (await idsOf("1CC1")).length;
      kill();
    },
  });
  expect(killed.code).toBeNull();
  left = (await idsOf("1CC1")).length;
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(looks.length);
  expect((await namesOf("1CC1")).length).toBeGreaterThan(left);

  expect((await erase("--customer", "1CC1", "--execute")).rows).toBe(left);
  expect(await namesOf("1CC1")).toEqual([]);
  expect((await erase("--customer", "1CC1", "--execute")).rows).toBe(0);
});

it("does every erasure again after a restore from a backup, also where the backup is older than the list", async () => {
  await knownCustomer("1DD1", [look("1DD1", "erased"), look("1DD2", "kept")]);
  const backup = { log: await scan(accessLogTable), portal: await scan(portalTable) };
  await erase("--customer", "1DD1", "--execute");
  const list = await run(["erase", "--list"]);
  const file = join(folder, "erasures.ndjson");
  await writeFile(file, list.stdout);
  expect(list.stdout).not.toContain("1DD1");

  const restored = { log: `${accessLogTable}-restored`, portal: `${portalTable}-restored` };
  await restoreTable(client, accessLogTable, restored.log, backup.log);
  await restoreTable(client, portalTable, restored.portal, backup.portal);
  const log2 = createAccessLog(client, restored.log, Date.now);
  const rowsOf = async (id: string) => (await allOf(log2, keyring.customerKey(id))).map(({ eventId }) => eventId);
  expect(await rowsOf("1DD1")).toEqual(["erased"]);

  const tables = ["--access-log", restored.log, "--portal", restored.portal];
  // The list of the backup does not know this erasure.
  await erase("--replay", "--execute", ...tables);
  expect(await rowsOf("1DD1")).toEqual(["erased"]);
  expect(await erase("--replay", "--from", file, ...tables)).toMatchObject({ executed: false });
  expect(await rowsOf("1DD1")).toEqual(["erased"]);
  await erase("--replay", "--from", file, "--execute", ...tables);
  expect([await rowsOf("1DD1"), await rowsOf("1DD2")]).toEqual([[], ["kept"]]);
  const key = keyring.customerKey("1DD1");
  const named = (await scan(restored.portal)).filter((item) => JSON.stringify(item).includes(key));
  expect(named.map(({ sk }) => sk?.S).sort()).toEqual([key, "erased"].sort());
  expect([...(await createErasures(client, restored.portal).among([key])).keys()]).toEqual([key]);
});

it.each([
  [[], "Give one of --customer, --list, --replay."],
  [["--customer", "C", "--replay"], "Give one of --customer, --list, --replay."],
  [["--customer", "C", "--reason", "because"], "Give a valid --reason."],
  [["--list", "--from", "x"], "--from, --access-log and --portal are for --replay."],
])("refuses %j", async (words, detail) => {
  const { code, stderr } = await run(["erase", ...words]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(detail)]);
});
