import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { CUSTOMER_ROUTES } from "../contract/customer-api.ts";
import { Refusal } from "../domain/errors.ts";
import type { LogoPicture } from "../domain/logo/logo-picture.ts";
import { letterPdf } from "../formats/export/letter-pdf.ts";
import { RECORD_FILES } from "../formats/export/record-files.ts";
import { type Route, route } from "../http/route.ts";
import { findOwnLetter } from "../use-cases/find-own-letter.ts";
import { type GiveRecordDeps, giveRecord } from "../use-cases/give-record.ts";
import type { MatterStore } from "../use-cases/matter-ports.ts";

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

/** Records and letters as files. A function of its own, because only this one carries what PDFs are made with. */
export const downloadRoutes = (
  deps: GiveRecordDeps & { readonly matters: MatterStore; readonly letterLogo?: LogoPicture | undefined },
): Route[] => [
  route(CUSTOMER_ROUTES.downloadRecord, async ({ body, caller: customer, acceptsGzip }) => {
    const { format, account, language, ...dates } = body;
    const { contentType, write } = RECORD_FILES[format];
    const file = await giveRecord(deps, { customer, account, language, dates }, async (record) => ({
      bytes: await pipeline(write(record, deps.letterLogo), acceptsGzip ? createGzip() : new PassThrough(), collect),
      fileName: `regard-${record.header.reference}.${format}`,
    }));
    return { file: { ...file, contentType, ...(acceptsGzip && { encoding: "gzip" }) } };
  }),
  route(CUSTOMER_ROUTES.downloadLetter, async ({ body, caller }) => {
    const { letter, at } = await findOwnLetter(deps.matters, caller, body);
    const bytes = await pipeline(
      letterPdf(deps.config, letter, { reference: body.reference, at, logo: deps.letterLogo }),
      collect,
    );
    return {
      file: { bytes, contentType: "application/pdf", fileName: `regard-${body.reference}-${at.slice(0, 10)}.pdf` },
    };
  }),
];
