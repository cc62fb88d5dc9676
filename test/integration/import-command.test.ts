import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createDirectory } from "../../functions/adapters/directory.ts";
import { createSources } from "../../functions/adapters/sources.ts";
import { allOf, eventInput } from "../support/arrivals.ts";
import { type Ran, useCli } from "../support/cli.ts";
import { PERMIT_LOG, PERMIT_MAP } from "../support/permit-log.ts";

const cli = await useCli();
const { file } = cli;
const log = createAccessLog(cli.engine.client, cli.engine.accessLogTable, Date.now);

const heldOf = (customerId: string) => allOf(log, cli.keyring.customerKey(customerId));
const quarantineOf = (path: string): unknown[] =>
  readFileSync(`${path}.quarantine.ndjson`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const countsOf = ({ stdout }: Ran): unknown => JSON.parse(stdout);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

describe("a back office's CSV log", () => {
  const permits = (name: string) => file(name, gzipSync(PERMIT_LOG));
  const importPermits = (path: string, ...more: string[]) => {
    const map = file("permit-map.json", JSON.stringify(PERMIT_MAP));
    return cli.run(["import", path, "--format", "csv", "--map", map, "--json", ...more]);
  };

  test("comes in with every row accounted for, and a row without an employee is nobody's", async () => {
    const path = permits("permits.csv.gz");
    const ran = await importPermits(path);
    const counts = { rows: 12, accepted: 4, duplicates: 1, expired: 1, quarantined: 6 };
    expect(countsOf(ran)).toMatchObject(counts);
    expect(ran.code).toBe(1);
    expect(quarantineOf(path)).toEqual([
      { line: 4, code: "EVENT_FIELD_INVALID", field: "occurredAt", reason: expect.stringContaining("put forward") },
      { line: 6, code: "EVENT_FIELD_MISSING", field: "employee.id", reason: expect.any(String) },
      { line: 7, code: "EVENT_FIELD_MISSING", field: "employee.id", reason: expect.any(String) },
      { line: 10, code: "EVENT_CONFLICT", field: "eventId", reason: expect.any(String) },
      { line: 11, code: "EVENT_UNREADABLE", reason: expect.any(String) },
      { line: 13, code: "EVENT_IN_FUTURE", field: "occurredAt", reason: expect.any(String) },
    ]);
    expect(readFileSync(`${path}.quarantine.ndjson`, "utf8")).not.toMatch(/case-|Resource|Group|2011|2099/);
    const rows = await Promise.all(["case-1", "case-2", "case-3"].map(heldOf));
    expect(rows.map((held) => held.map(({ eventId }) => eventId))).toEqual([
      ["task-1", "task-2"],
      ["task-4"],
      ["task-7"],
    ]);
    expect(rows[1]?.[0]).toMatchObject({ occurredAt: "2026-07-05T07:00:00.500Z", employee: { id: "Resource21" } });
    expect(rows[1]?.[0]?.employee).not.toHaveProperty("unit");
  });

  test("adds nothing the second time, and old rows only where that is asked for", async () => {
    const path = permits("permits-again.csv.gz");
    expect(countsOf(await importPermits(path))).toMatchObject({
      accepted: 0,
      duplicates: 5,
      expired: 1,
      quarantined: 6,
    });
    expect(countsOf(await importPermits(path, "--keep-expired"))).toMatchObject({
      accepted: 1,
      duplicates: 5,
      expired: 0,
    });
    expect((await heldOf("case-3")).map(({ eventId }) => eventId)).toEqual(["task-9", "task-7"]);
  });

  test("is not touched where its map does not fit", async () => {
    const path = file("other.csv", "a,b\n1,2\n");
    const ran = await importPermits(path);
    expect([ran.code, ran.stdout]).toEqual([1, ""]);
    expect(ran.stderr).toMatch(/^MAP_INVALID: eventId/);
    expect(existsSync(`${path}.quarantine.ndjson`)).toBe(false);
  });
});

describe("events as NDJSON", () => {
  const line = (eventId: string, changes: object = {}) =>
    JSON.stringify(eventInput({ eventId, source: "app", customerId: "N-1", occurredAt: daysAgo(3), ...changes }));

  test("come in through a byte order mark, CRLF and bad lines, with a block to read at the end", async () => {
    const good = line("n-1");
    const path = file(
      "app.ndjson",
      `\ufeff${good}\r\n\r\n{"eventId": nonsense}\r\n${line("n-2", { purpose: "WHIM" })}\n${good}`,
    );
    const { code, stdout, stderr } = await cli.run(["import", path, "--format", "ndjson"]);
    expect(
      stdout
        .split("\n")
        .slice(1, 6)
        .map((text) => text.replace(/ +/g, " ").trim()),
    ).toEqual([
      "rows read 4",
      "accepted 1",
      "duplicates 1 in the log already",
      "expired 0 older than 12 months, or erased at the customer's request; not stored",
      "quarantined 2",
    ]);
    expect([code, stderr]).toEqual([1, ""]);
    expect(quarantineOf(path)).toMatchObject([
      { line: 3, code: "EVENT_UNREADABLE" },
      { line: 4, code: "PURPOSE_UNKNOWN", field: "purpose" },
    ]);
    expect(await heldOf("N-1")).toHaveLength(1);
  });

  test("leave no quarantine file behind once everything in them is right", async () => {
    const path = file("mended.ndjson", "nonsense\n");
    expect((await cli.run(["import", path, "--format", "ndjson"])).code).toBe(1);
    expect(existsSync(`${path}.quarantine.ndjson`)).toBe(true);
    file("mended.ndjson", line("n-9"));
    expect((await cli.run(["import", path, "--format", "ndjson"])).code).toBe(0);
    expect(existsSync(`${path}.quarantine.ndjson`)).toBe(false);
  });

  test("lose nothing and come in once when the import is killed half-way and run again", async () => {
    const COUNT = 12_000;
    const lines = Array.from({ length: COUNT }, (_, n) =>
      line(`k-${n}`, { customerId: `K-${n % 10}`, sourceSeq: n + 1, source: "killed" }),
    );
    const path = file("killed.ndjson", lines.join("\n"));
    const words = ["import", path, "--format", "ndjson", "--json"];

    const killed = await cli.run(words, {
      started: async (kill) => {
        while ((await heldOf("K-3")).length === 0) await sleep(20);
        kill();
      },
    });
    expect([killed.code, killed.stdout]).toEqual([null, ""]);
    const customers = Array.from({ length: 10 }, (_, n) => `K-${n}`);
    const held = async () => (await Promise.all(customers.map(heldOf))).flat();
    let before = 0;
    // What was on its way when it was killed still arrives.
    for (let seen = -1; seen !== before; await sleep(200)) [seen, before] = [before, (await held()).length];
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(COUNT);

    const again = await cli.run(words);
    expect(countsOf(again)).toMatchObject({
      rows: COUNT,
      accepted: COUNT - before,
      duplicates: before,
      quarantined: 0,
    });
    expect(new Set((await held()).map(({ eventId }) => eventId)).size).toBe(COUNT);
    expect(await held()).toHaveLength(COUNT);
    const reports = await createSources(cli.engine.client, cli.engine.portalTable).all();
    expect(reports.find(({ source }) => source === "killed")?.ranges).toMatchObject([{ first: 1, last: COUNT }]);
  });

  test("need no more memory for a large file, or for a line without an end, than for a small one", async () => {
    // Packed files may be put one behind the other, and the log has no use for expired rows but counting them.
    const rows = `${line("m", { occurredAt: "2011-01-01T00:00:00Z" })}${" ".repeat(1_000)}\n`.repeat(1_000);
    const [thousand, endless] = [gzipSync(rows), gzipSync("x".repeat(10_000_000))];
    const packed = (name: string, thousands: number, longest: number) =>
      file(name, Buffer.concat([...Array(thousands).fill(thousand), ...Array(longest).fill(endless)]));
    const peakOf = async (path: string, counts: object) => {
      const report = "process.on('exit', () => console.error(process.resourceUsage().maxRSS))";
      const flags = ["--max-old-space-size=128", "--import", `data:text/javascript,${report}`];
      const ran = await cli.run(["import", path, "--format", "ndjson", "--json"], { flags });
      expect(countsOf(ran)).toMatchObject(counts);
      return Number(ran.stderr.trim().split("\n").at(-1));
    };
    const small = await peakOf(packed("small.gz", 20, 1), { expired: 20_000, quarantined: 1 });
    const large = await peakOf(packed("large.gz", 80, 20), { expired: 80_000, quarantined: 1 });
    expect(large / small).toBeLessThan(1.5);
  });
});

describe("the list of customers", () => {
  test("comes in once, several of each per each, and what is wrong is quarantined", async () => {
    const path = file(
      "customers.csv",
      "customerId,email\nC-1,ana@example.com\nC-1,ana@work.example\nC-2,ANA@example.com\nC-3,nobody\n,x@example.com\n",
    );
    const words = ["customers", "import", path, "--json"];
    const ran = await cli.run(words);
    expect(countsOf(ran)).toMatchObject({ rows: 5, linked: 3, quarantined: 2 });
    expect(ran.code).toBe(1);
    expect(quarantineOf(path)).toMatchObject([
      { line: 5, code: "EVENT_FIELD_INVALID", field: "email" },
      { line: 6, code: "EVENT_FIELD_MISSING", field: "customerId" },
    ]);
    expect(countsOf(await cli.run(words))).toMatchObject({ linked: 3, quarantined: 2 });
    const directory = createDirectory(cli.engine.client, cli.engine.portalTable);
    const { addressKey, customerKey } = cli.keyring;
    expect(await directory.customersOf(addressKey("ana@example.com"))).toEqual(["C-1", "C-2"].map(customerKey).sort());
    expect(await directory.customersOf(addressKey("ana@work.example"))).toEqual([customerKey("C-1")]);
  });
});
