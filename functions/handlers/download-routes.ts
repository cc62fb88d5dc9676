import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { CUSTOMER_ROUTES } from "../contract/customer-api.ts";
import { Refusal } from "../domain/errors.ts";
import { RECORD_FILES } from "../formats/export/record-files.ts";
import { type Route, route } from "../http/route.ts";
import { type GiveRecordDeps, giveRecord } from "../use-cases/give-record.ts";

/** What fits in base 64 into the 6 MB of a Lambda answer, with room for the headers. */
const MAX_FILE_BYTES = 4_600_000;

/** All bytes of a file. Throws RECORD_TOO_LONG as soon as there are more than an answer can carry. */
const collect = async (chunks: AsyncIterable<Buffer>): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MAX_FILE_BYTES) throw new Refusal("RECORD_TOO_LONG", { detail: "Ask for a shorter period." });
    parts.push(chunk);
  }
  return Buffer.concat(parts);
};

/** The record as a file. A function of its own, because only this one carries what PDFs are made with. */
export const downloadRoutes = (deps: GiveRecordDeps): Route[] => [
  route(CUSTOMER_ROUTES.downloadRecord, async ({ body, caller: customer, acceptsGzip }) => {
    const { format, account, language, ...dates } = body;
    const { contentType, write } = RECORD_FILES[format];
    const file = await giveRecord(deps, { customer, account, language, dates }, async (record) => ({
      bytes: await pipeline(write(record), acceptsGzip ? createGzip() : new PassThrough(), collect),
      fileName: `regard-${record.header.reference}.${format}`,
    }));
    return { file: { ...file, contentType, ...(acceptsGzip && { encoding: "gzip" }) } };
  }),
];
