import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { parseFormatMap } from "../../functions/contract/csv-map.ts";
import { readForeign } from "../../functions/formats/import/foreign.ts";
import { FOREIGN_FORMATS } from "../../functions/formats/import/foreign-formats.ts";
import { readNdjson } from "../../functions/formats/import/ndjson.ts";
import { eventInput } from "../support/arrivals.ts";
import { balpRead } from "../support/balp.ts";
import { atLeast, median, type Ratio, sideBySide } from "./ratio.ts";

const ROWS = 5_000;
const ROUNDS = 7;
/** As files are read from disk. */
const CHUNK_BYTES = 64 * 1024;

const hash = (...parts: readonly string[]) => createHash("sha256").update(parts.join("\n")).digest("base64url");
const map = parseFormatMap({
  source: "files",
  templates: { customerId: { column: "requestParameters.key", template: "customers/{}/*" } },
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
const event = (n: number) => eventInput({ eventId: `e-${n}`, customerId: `C-${n % 1_000}` });

type Reader = (chunks: AsyncIterable<Buffer>) => AsyncIterable<{ readonly refusal?: unknown }>;

const FILES: readonly { readonly name: string; readonly record: (n: number) => object; readonly read: Reader }[] = [
  { name: "ndjson", record: event, read: readNdjson },
  { name: "ocsf", record: ocsf, read: (chunks) => readForeign(chunks, FOREIGN_FORMATS.ocsf, undefined, hash) },
  {
    name: "fhir",
    record: (n) => balpRead({ request: `r-${n}`, patients: [`P-${n % 1_000}`] }),
    read: (chunks) => readForeign(chunks, FOREIGN_FORMATS.fhir, undefined, hash),
  },
  { name: "cloudtrail", record: trail, read: (chunks) => readForeign(chunks, FOREIGN_FORMATS.cloudtrail, map, hash) },
];

/** Rows a second that an importer makes of a file, against JSON.parse of the same lines. */
export const measureImports = async (): Promise<Ratio[]> => {
  const ratios: Ratio[] = [];
  for (const { name, record, read } of FILES) {
    const bytes = Buffer.from(Array.from({ length: ROWS }, (_, n) => JSON.stringify(record(n))).join("\n"));
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
    const bare = async () =>
      bytes
        .toString()
        .split("\n")
        .map((line): unknown => JSON.parse(line)).length;
    assert.equal(await imported(), await bare());

    const { one, other, ratio } = await sideBySide(ROUNDS, bare, imported);
    const perSecond = (ms: readonly number[]) => Math.round((ROWS / median(ms)) * 1_000).toLocaleString("en");
    ratios.push(
      atLeast(
        `rows a second of the ${name} importer against bare parsing of the same file`,
        ratio,
        0.06,
        `${perSecond(other)} rows/s imported, ${perSecond(one)} rows/s parsed`,
      ),
    );
  }
  return ratios;
};
