import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import * as z from "zod/mini";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { allOf } from "../support/arrivals.ts";
import { useCli } from "../support/cli.ts";
import { createOwnTable, type OwnItem, putOwnItems } from "../support/own-table.ts";

const { engine, directory: folder, keyring, run } = await useCli();
const TABLE = `Views-${process.pid}`;
const ITEMS = 3_000;
const BAD = 30;
const log = createAccessLog(engine.client, engine.accessLogTable, Date.now);
const idsOf = async (customerId: string) =>
  (await allOf(log, keyring.customerKey(customerId))).map(({ eventId }) => eventId);

const map = join(folder, "views-map.json");
const checkpoint = join(folder, "views.checkpoint.json");
const quarantine = join(folder, "views.quarantine.ndjson");
const command = (...more: readonly string[]) => [
  ...["import", "--from-table", TABLE, "--map", map, "--checkpoint", checkpoint, "--quarantine", quarantine, "--json"],
  ...more,
];
const summary = z.object({
  ...{ rows: z.int(), accepted: z.int(), duplicates: z.int(), expired: z.int(), quarantined: z.int() },
  refused: z.record(z.string(), z.int()),
});
const summaryOf = (stdout: string) => summary.parse(JSON.parse(stdout));

/** Every hundredth has no employee, ten are older than the retention time. */
const item = (n: number): OwnItem => ({
  PK: { S: `CUSTOMER#${n % 7}` },
  SK: { S: `VIEW#${String(n).padStart(6, "0")}` },
  customerId: { S: `C-${n % 7}` },
  seenAt: { S: new Date(Date.now() - (n < 10 ? 500 : 30) * 24 * 3_600_000 + n * 1_000).toISOString() },
  ...(n % 100 === 50 ? {} : { who: { M: { id: { S: `E-${n % 5}` }, team: { S: "Care" } } } }),
  shown: { L: [{ S: "contact.phone" }, { S: "orders" }] },
  emergency: { BOOL: n % 2 === 0 },
  bytes: { B: Buffer.from("x".repeat(200)) },
});

beforeAll(async () => {
  await createOwnTable(engine.client, TABLE, { partition: "PK", sort: "SK" });
  await putOwnItems(
    engine.client,
    TABLE,
    Array.from({ length: ITEMS }, (_, n) => item(n)),
  );
  await writeFile(
    map,
    JSON.stringify({
      source: "views",
      primaryKey: ["PK", "SK"],
      columns: {
        occurredAt: "seenAt",
        customerId: "customerId",
        "employee.id": "who.id",
        "employee.unit": "who.team",
        dataCategories: "shown",
        breakGlass: "emergency",
      },
      values: { action: "view", purpose: "SUPPORT_CUSTOMER" },
    }),
  );
});

it("loses nothing, adds nothing twice and accounts for every item, killed half-way and run again", async () => {
  const killed = await run(command(), {
    started: async (kill) => {
      while ((await idsOf("C-1")).length === 0);
      kill();
    },
  });
  expect([killed.code, killed.stdout]).toEqual([null, ""]);
  expect((await idsOf("C-1")).length).toBeLessThan(ITEMS / 7);

  const again = await run(command());
  expect(again.code).toBe(1);
  const { accepted, duplicates, ...counts } = summaryOf(again.stdout);
  // What was in the log before the place of it was kept is a duplicate the second time.
  expect(accepted + duplicates).toBe(ITEMS - BAD - 10);
  expect(counts).toEqual({ rows: ITEMS, expired: 10, quarantined: BAD, refused: { EVENT_FIELD_MISSING: BAD } });
  const rows = (await Promise.all(Array.from({ length: 7 }, (_, n) => idsOf(`C-${n}`)))).flat();
  expect(new Set(rows).size).toBe(ITEMS - BAD - 10);
  expect(rows).toHaveLength(ITEMS - BAD - 10);
  const [row] = await allOf(log, keyring.customerKey("C-1"));
  expect(row).toMatchObject({
    employee: { unit: "Care" },
    dataCategories: ["contact.phone", "orders"],
    source: "views",
  });

  const lines = (await readFile(quarantine, "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(new Set(lines.map(({ key }) => key.SK)).size).toBe(BAD);
  expect(lines).toHaveLength(BAD);
  expect(lines[0]).toMatchObject({ code: "EVENT_FIELD_MISSING", field: "employee.id" });
  expect((await stat(quarantine)).mode & 0o077).toBe(0);
  await expect(stat(checkpoint)).rejects.toThrow();

  const third = summaryOf((await run(command("--segments", "1"))).stdout);
  expect(third).toMatchObject({ rows: ITEMS, accepted: 0, duplicates: ITEMS - BAD - 10, quarantined: BAD });
  expect(JSON.stringify(rows)).not.toContain("CUSTOMER");
});

it("does not go on from another import's checkpoint", async () => {
  await writeFile(
    checkpoint,
    JSON.stringify({ of: "x", segments: [null], rows: 0, quarantined: 0, taken: {}, refused: {}, quarantineBytes: 0 }),
  );
  const { code, stderr } = await run(command());
  expect([code, stderr]).toEqual([2, expect.stringContaining("another table or map")]);
});

it.each([
  [["--from-table", "x"], "--from-table needs --map"],
  [["FILE", "--from-table", "x", "--map", "m"], "--from-table needs --map, and neither a file"],
])("refuses %j", async (words, detail) => {
  const { code, stderr } = await run(["import", ...words]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(detail)]);
});

it("says what to do where there is no such table, or no key in the map", async () => {
  const elsewhere = join(folder, "elsewhere.checkpoint.json");
  const unknown = await run(["import", "--from-table", "Nowhere", "--map", map, "--checkpoint", elsewhere]);
  expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining("The table cannot be read.")]);
  const keyless = join(folder, "keyless.json");
  await writeFile(keyless, JSON.stringify({ source: "views", columns: {} }));
  const refused = await run(["import", "--from-table", TABLE, "--map", keyless, "--checkpoint", elsewhere]);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("MAP_INVALID: primaryKey: write")]);
});
