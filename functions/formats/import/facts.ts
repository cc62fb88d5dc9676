import { type BusinessFact, businessFact } from "../../contract/facts.ts";
import type { ImportedRow } from "../../domain/imported-row.ts";
import { parseJson } from "./ndjson.ts";
import { readBy } from "./read-event.ts";
import { readRows, splitRows } from "./split-rows.ts";

/** Business facts from newline-delimited JSON, one fact a line. Holds one row in memory. */
export const readFacts = (chunks: AsyncIterable<Buffer>): AsyncGenerator<ImportedRow<BusinessFact>> =>
  readRows(splitRows(chunks), (text) => readBy(businessFact, parseJson(text)));
