import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import * as z from "zod/mini";
import { parseEventMap, parseFormatMap } from "../../functions/contract/event-map.ts";
import { readCsv } from "../../functions/formats/import/csv.ts";
import { readForeign } from "../../functions/formats/import/foreign.ts";
import { FOREIGN_FORMATS } from "../../functions/formats/import/foreign-formats.ts";
import { readNdjson } from "../../functions/formats/import/ndjson.ts";
import { eventInput } from "../support/arrivals.ts";
import { balpRead } from "../support/balp.ts";
import { atLeast, cpuTime, median, type Ratio, sideBySide } from "./ratio.ts";

const ROWS = 5_000;
const ROUNDS = 7;
/** As files are read from disk. */
const CHUNK_BYTES = 64 * 1024;

const hash = (...parts: readonly string[]) => createHash("sha256").update(parts.join("\n")).digest("base64url");
const inPath = (column: string, template: string) =>
  parseFormatMap({ source: "files", templates: { customerId: { column, template } } });
const desk = parseEventMap({
  source: "desk",
  timeZone: "Europe/Amsterdam",
  columns: { occurredAt: "Time", customerId: "File", "employee.id": "Clerk", "case.id": "File" },
  values: { action: "view", "case.type": "permit" },
  translate: { purpose: { column: "Step", table: { Intake: "ACCOUNT_ADMIN", "*": "COMPLAINT_CLAIM" } } },
});

const ocsf = (n: number) => ({
  class_uid: 6003,
  activity_id: 2,
  time: Date.UTC(2026, 4, 3) + n,
  actor: { user: { uid: `emp-${n % 50}`, name: "robin", full_name: "Robin Vance" } },
  api: { operation: "GetCustomer", request: { uid: `r-${n}` } },
  metadata: { uid: `m-${n}`, version: "1.5.0", product: { name: "CRM", vendor_name: "Marlow" } },
  resources: [{ type: "Customer", uid: `C-${n % 1_000}` }],
  enrichments: [{ name: "purpose", value: "BILLING", data: {} }],
  src_endpoint: { ip: "198.51.100.1" },
});
const trail = (n: number) => ({
  eventVersion: "1.11",
  userIdentity: {
    type: "AssumedRole",
    principalId: "AROAEXAMPLE:robin",
    arn: "arn:aws:sts::1:assumed-role/Support/robin",
  },
  eventTime: "2026-05-03T09:30:00Z",
  eventSource: "s3.amazonaws.com",
  eventName: "GetObject",
  sourceIPAddress: "198.51.100.1",
  userAgent: "aws-sdk-js/3.1000.0 os/linux lang/js md/nodejs#24.21.0",
  requestParameters: { bucketName: "files", key: `customers/T-${n % 1_000}/contract.pdf` },
  requestID: `r-${n}`,
  eventID: `e-${n}`,
  eventCategory: "Data",
});
const shared = (n: number) => ({
  CreationTime: "2026-05-03T09:30:00",
  Id: `e-${n}`,
  Operation: "FileAccessed",
  OrganizationId: "00000000-0000-0000-0000-000000000001",
  RecordType: 6,
  UserType: 0,
  UserId: "robin@marlow.example",
  Workload: "SharePoint",
  ObjectId: `https://marlow.example/sites/desk/customers/T-${n % 1_000}/contract.pdf`,
  CorrelationId: `r-${n}`,
});
const event = (n: number) => eventInput({ eventId: `e-${n}`, customerId: `C-${n % 1_000}` });
const row = (n: number) => `2026-05-03 09:${10 + (n % 50)}:11,C-${n % 1_000},emp-${n % 50},Intake`;

const lines = (record: (n: number) => object) =>
  Array.from({ length: ROWS }, (_, n) => JSON.stringify(record(n))).join("\n");
const parsedLines = (text: string) => text.split("\n").map((line): unknown => JSON.parse(line)).length;
const trailFile = z.object({ Records: z.array(z.unknown()) });

type Reader = (chunks: AsyncIterable<Buffer>) => AsyncIterable<{ readonly refusal?: unknown }>;

interface File {
  readonly name: string;
  readonly text: string;
  readonly read: Reader;
  /** The same file without any sense in it; answers with its rows. */
  readonly bare: (text: string) => number;
  readonly goal: number;
}

/**
 * Each as its producer writes it. What lies between importing and parsing is judging: JSON.parse takes a row apart in 1
 * to 6 µs of native code; the event's schema then looks at each field (4 µs), a foreign format reads its record and puts
 * an event together (3 to 15 µs, with the record's size), and a row of CSV gets a keyed hash and its zone's time (3 µs).
 * The goals lie a third below what was measured on an idle machine (0.18, 0.19, 0.18, 0.11, 0.09, 0.18), for one run differs
 * from the next by a sixth: any of them that gets much slower is seen.
 */
const FILES: readonly File[] = [
  { name: "ndjson", text: lines(event), read: readNdjson, bare: parsedLines, goal: 0.12 },
  {
    name: "ocsf",
    text: lines(ocsf),
    read: (chunks) => readForeign(chunks, FOREIGN_FORMATS.ocsf, undefined, hash),
    bare: parsedLines,
    goal: 0.13,
  },
  {
    name: "fhir",
    text: lines((n) => balpRead({ request: `r-${n}`, patients: [`P-${n % 1_000}`] })),
    read: (chunks) => readForeign(chunks, FOREIGN_FORMATS.fhir, undefined, hash),
    bare: parsedLines,
    goal: 0.12,
  },
  {
    name: "cloudtrail",
    text: JSON.stringify({ Records: Array.from({ length: ROWS }, (_, n) => trail(n)) }),
    read: (chunks) =>
      readForeign(chunks, FOREIGN_FORMATS.cloudtrail, inPath("requestParameters.key", "customers/{}/*"), hash),
    bare: (text) => trailFile.parse(JSON.parse(text)).Records.length,
    goal: 0.07,
  },
  {
    name: "m365",
    text: lines(shared),
    read: (chunks) => readForeign(chunks, FOREIGN_FORMATS.m365, inPath("ObjectId", "*/customers/{}/*"), hash),
    bare: parsedLines,
    goal: 0.06,
  },
  {
    name: "csv",
    text: ["Time,File,Clerk,Step", ...Array.from({ length: ROWS }, (_, n) => row(n))].join("\n"),
    read: (chunks) => readCsv(chunks, desk, (line, cells) => `row-${line}-${hash(...cells)}`),
    bare: (text) => parse(text, { columns: true }).length,
    goal: 0.12,
  },
];

/** Rows a second of processor time that an importer makes of a file, against a parser that only takes it apart. */
export const measureImports = async (): Promise<Ratio[]> => {
  const ratios: Ratio[] = [];
  for (const { name, text, read, bare, goal } of FILES) {
    const bytes = Buffer.from(text);
    const chunks = async function* () {
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
    };
    const imported = async () => {
      let rows = 0;
      for await (const { refusal } of read(chunks())) {
        assert.equal(refusal, undefined);
        rows += 1;
      }
      return rows;
    };
    const parsed = async () => bare(bytes.toString());
    assert.deepEqual([await imported(), await parsed()], [ROWS, ROWS]);

    const { one, other, ratio } = await sideBySide(ROUNDS, parsed, imported, async () => {}, cpuTime);
    const perSecond = (ms: readonly number[]) => Math.round((ROWS / median(ms)) * 1_000).toLocaleString("en");
    ratios.push(
      atLeast(
        `rows a second of the ${name} importer against bare parsing of the same file`,
        ratio,
        goal,
        `${perSecond(other)} rows/s imported, ${perSecond(one)} rows/s parsed`,
      ),
    );
  }
  return ratios;
};
