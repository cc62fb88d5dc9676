import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { BULK_READS } from "../../functions/domain/access.ts";
import { allOf } from "../support/arrivals.ts";
import { balpRead } from "../support/balp.ts";
import { useCli } from "../support/cli.ts";

const cli = await useCli();
const { file } = cli;
const log = createAccessLog(cli.engine.client, cli.engine.accessLogTable, Date.now);

const heldOf = (customerId: string) => allOf(log, cli.keyring.customerKey(customerId));
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
/** What OCSF says of a look two days ago. */
const apiActivity = (uid: string, more: object) => ({
  class_uid: 6003,
  activity_id: 2,
  time: Date.parse(daysAgo(2)),
  actor: { user: { uid: "emp-9" } },
  metadata: { uid, product: { name: "CRM" } },
  ...more,
});
const importAs = async (format: string, path: string, ...more: string[]) => {
  const ran = await cli.run(["import", path, "--format", format, "--json", ...more]);
  expect(ran.stderr).toBe("");
  return JSON.parse(ran.stdout);
};

const dataEvent = (n: number, changes: object = {}) => ({
  eventVersion: "1.11",
  userIdentity: { type: "IAMUser", userName: "sam" },
  eventTime: daysAgo(2),
  eventName: "GetObject",
  requestParameters: { bucketName: "files", key: `customers/T-${n % 10}/contract.pdf` },
  eventID: `e-${n}`,
  eventCategory: "Data",
  ...changes,
});
const keys = () =>
  file(
    "keys.json",
    JSON.stringify({
      source: "files",
      templates: { customerId: { column: "requestParameters.key", template: "customers/{}/*" } },
    }),
  );

describe("another system's log", () => {
  test("counts both sides of one request once, whichever file and order they come in", async () => {
    const recorded = daysAgo(3);
    const server = balpRead({ recorded, patients: ["P-1"], request: "r-1" });
    const client = balpRead({ id: "b", name: "robinvance", recorded: daysAgo(2.9), patients: ["P-1"], request: "r-1" });
    const other = balpRead({ recorded, patients: ["P-1"], request: "r-2" });
    const nobody = balpRead({ recorded, name: "", request: "r-3" });
    const bundle = (...resources: object[]) =>
      gzipSync(JSON.stringify({ resourceType: "Bundle", entry: resources.map((resource) => ({ resource })) }));
    const path = file("server.json.gz", bundle(server, client, other, nobody));
    expect(await importAs("fhir", path)).toMatchObject({
      rows: 4,
      accepted: 2,
      duplicates: 1,
      expired: 0,
      quarantined: 1,
      refused: { EVENT_UNATTRIBUTABLE: 1 },
    });
    const lines = file("client.ndjson", [client, server, other].map((one) => JSON.stringify(one)).join("\n"));
    expect(await importAs("fhir", lines)).toMatchObject({ rows: 3, accepted: 0, duplicates: 3, quarantined: 0 });
    expect((await heldOf("P-1")).map(({ employee }) => employee.id)).toEqual(["Robin Vance", "Robin Vance"]);
    const [refused] = readFileSync(`${path}.quarantine.ndjson`, "utf8").trim().split("\n");
    expect(JSON.parse(refused ?? "")).toEqual({
      line: 1,
      record: 4,
      code: "EVENT_UNATTRIBUTABLE",
      reason: expect.stringContaining("user's token"),
      field: "employee.id",
    });
    expect(refused).not.toMatch(/P-1|Robin|r-3/);
  });

  test("that names very many is in the record of each, and of nobody else", async () => {
    const resources = Array.from({ length: 60 }, (_, n) => ({ type: "Customer", uid: `O-${n}` }));
    const event = apiActivity("o-1", { resources });
    const path = file("wide.json", JSON.stringify([event], null, 2));
    expect(await importAs("ocsf", path)).toMatchObject({ rows: 2, accepted: 2, quarantined: 0 });
    expect(await importAs("ocsf", path)).toMatchObject({ rows: 2, accepted: 0, duplicates: 2 });
    for (let n = 0; n < 60; n += 1) {
      expect(await heldOf(`O-${n}`)).toMatchObject([{ source: "crm", partOf: "o-1", recordCount: 60 }]);
    }
    expect(await allOf(log, BULK_READS)).toEqual([]);
  });

  test("that says nobody but how many is told to everybody, and twice adds nothing", async () => {
    const event = apiActivity("o-2", { enrichments: [{ name: "recordCount", value: 60 }] });
    const path = file("counted.json", JSON.stringify(event));
    expect(await importAs("ocsf", path)).toMatchObject({ rows: 1, accepted: 1, quarantined: 0 });
    expect(await importAs("ocsf", path)).toMatchObject({ rows: 1, accepted: 0, duplicates: 1 });
    expect(await allOf(log, BULK_READS)).toMatchObject([{ source: "crm", eventId: "o-2", recordCount: 60 }]);
    const record = await cli.run(["record", "--customer", "O-1", "--format", "json"]);
    expect(JSON.parse(record.stdout).coverage.words.at(-1)).toMatch(
      /60 records were read in bulk by .*yours may be among/,
    );
  });

  test("needs no more memory for one long line of many records than for a short one", async () => {
    // Of another time: the log has no use for expired rows but counting them.
    const old = { eventTime: "2011-01-01T00:00:00Z", userAgent: "x".repeat(400) };
    const head = gzipSync(`{"Records":[${JSON.stringify(dataEvent(0, old))}`);
    const thousand = gzipSync(
      Array.from({ length: 1_000 }, (_, n) => `,${JSON.stringify(dataEvent(n, old))}`).join(""),
    );
    const packed = (name: string, thousands: number) =>
      file(name, Buffer.concat([head, ...Array(thousands).fill(thousand), gzipSync("]}")]));
    const peakOf = async (path: string, expired: number) => {
      const report = "process.on('exit', () => console.error(process.resourceUsage().maxRSS))";
      const flags = ["--max-old-space-size=128", "--import", `data:text/javascript,${report}`];
      const words = ["import", path, "--format", "cloudtrail", "--map", keys(), "--json"];
      const ran = await cli.run(words, { flags });
      expect(JSON.parse(ran.stdout)).toMatchObject({ rows: expired, expired, quarantined: 0 });
      return Number(ran.stderr.trim().split("\n").at(-1));
    };
    const small = await peakOf(packed("small.json.gz", 10), 10_001);
    const large = await peakOf(packed("large.json.gz", 40), 40_001);
    expect(large / small).toBeLessThan(1.5);
  });

  test("takes back what a record was exported as, each look once", async () => {
    const seen = Array.from({ length: 3 }, (_, n) =>
      dataEvent(n, { requestParameters: { key: "customers/X-1/a.pdf" } }),
    );
    await importAs(
      "cloudtrail",
      file("seen.ndjson", seen.map((one) => JSON.stringify(one)).join("\n")),
      "--map",
      keys(),
    );
    for (const format of ["ocsf", "fhir"]) {
      const exported = await cli.run(["record", "--customer", "X-1", "--format", format]);
      expect(exported.code).toBe(0);
      // As another company's log: where they came from, the handles in them are other employees.
      const map = file(
        "copy.json",
        JSON.stringify({ source: `copy-${format}`, values: { customerId: `X-${format}` } }),
      );
      const copied = await importAs(format, file(`x.${format}`, exported.stdout), "--map", map);
      expect(copied.accepted).toBeGreaterThanOrEqual(3);
      expect(copied.rows).toBe(copied.accepted);
      const looks = await heldOf(`X-${format}`);
      expect(looks.filter(({ action }) => action === "view").map(({ eventId }) => eventId)).toEqual([
        "e-0",
        "e-1",
        "e-2",
      ]);
    }
  });

  test("of our own shape never passes for the other side of a look: other content under an id is a conflict", async () => {
    const own = (action: string) =>
      JSON.stringify({
        eventId: "shared-x",
        source: "app",
        occurredAt: daysAgo(1),
        customerId: "S-1",
        employee: { id: "e" },
        action,
      });
    const path = file("own.ndjson", `${own("view")}\n${own("export")}`);
    expect(await importAs("ndjson", path)).toMatchObject({ accepted: 1, refused: { EVENT_CONFLICT: 1 } });
  });

  test("is not touched where the format or the map is wrong, and the error says what to do", async () => {
    const path = file("trail.json", JSON.stringify({ Records: [dataEvent(77)] }));
    const wrong = async (...words: string[]) => (await cli.run(["import", path, ...words])).stderr;
    expect(await wrong("--format", "cef")).toMatch(/^COMMAND_INVALID.*ocsf, fhir, cloudtrail/s);
    expect(await wrong()).toMatch(/^COMMAND_INVALID.*--format/s);
    const bad = file(
      "bad.json",
      JSON.stringify({ source: "x", templates: { customerId: { column: "a", template: "b" } } }),
    );
    expect(await wrong("--format", "cloudtrail", "--map", bad)).toMatch(/^MAP_INVALID.*templates/s);
    expect(await importAs("cloudtrail", path, "--map", keys())).toMatchObject({ rows: 1, accepted: 1 });
    expect(await importAs("cloudtrail", path)).toMatchObject({ rows: 1, quarantined: 1 });
  });
});
