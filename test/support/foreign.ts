import { createHash } from "node:crypto";
import { type EventMapInput, parseFormatMap } from "../../functions/contract/event-map.ts";
import { readForeign } from "../../functions/formats/import/foreign.ts";
import { FOREIGN_FORMATS } from "../../functions/formats/import/foreign-formats.ts";
import { chunked } from "./chunked.ts";

export type ForeignName = keyof typeof FOREIGN_FORMATS;

const hash = (...parts: readonly string[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 8);

/** What a file in another system's format is read as: records as they are written, or the whole text. */
export const readAs = (format: ForeignName, file: string | readonly unknown[], map?: EventMapInput) => {
  const text = typeof file === "string" ? file : file.map((record) => JSON.stringify(record)).join("\n");
  const chunks = chunked(Buffer.from(text));
  return Array.fromAsync(readForeign(chunks, FOREIGN_FORMATS[format], map && parseFormatMap(map), hash));
};

/** The event of a file with one record. @throws what the record was refused with. */
export const eventIn = async (...given: Parameters<typeof readAs>) => {
  const [row] = await readAs(...given);
  if (row?.value === undefined) throw row?.refusal ?? new Error("The file has no record.");
  return row.value;
};

/** Of each record, what it was refused with and where, or that it was read. */
export const verdictsOf = async (...given: Parameters<typeof readAs>) =>
  (await readAs(...given)).map(({ refusal }) => (refusal ? [refusal.code, refusal.field] : "read"));
