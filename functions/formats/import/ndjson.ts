import type { AccessEvent } from "../../contract/access-event.ts";
import { Refusal } from "../../domain/errors.ts";
import type { ImportedRow } from "../../domain/imported-row.ts";
import { readEvent } from "./read-event.ts";
import { readRows, splitRows } from "./split-rows.ts";

/** The value of one row; throws `EVENT_UNREADABLE`, which repeats nothing of it. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
    throw new Refusal("EVENT_UNREADABLE", { detail: "The row is not JSON." });
  }
};

/** Access events from newline-delimited JSON, one event a line. Holds one row in memory. */
export const readNdjson = (chunks: AsyncIterable<Buffer>): AsyncGenerator<ImportedRow<AccessEvent>> =>
  readRows(splitRows(chunks), (text) => readEvent(parseJson(text)));
