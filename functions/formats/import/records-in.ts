import { Refusal } from "../../domain/errors.ts";
import type { ImportedRow } from "../../domain/imported-row.ts";
import { readCsvRows } from "./csv-rows.ts";
import { peek } from "./peek.ts";
import { readJsonRecords } from "./split-json.ts";
import { readRows } from "./split-rows.ts";

/** The rows of a CSV file with a header, as objects by its names. */
const readCsvRecords = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<ImportedRow<unknown>> {
  const rows = readCsvRows(chunks, ",");
  const first = await rows.next();
  const header = first.done ? undefined : first.value.value;
  if (header === undefined) throw new Refusal("FILE_UNREADABLE", { detail: "The file has neither JSON nor a header." });
  yield* readRows(rows, (cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""])));
};

/** The records of a file that is JSON in any arrangement, or CSV with a header: products export their logs in both. */
export const readRecordsIn = async function* (
  chunks: AsyncIterable<Buffer>,
  lists: readonly string[] = [],
): AsyncGenerator<ImportedRow<unknown>> {
  const { start, all } = await peek(chunks);
  if (start !== "") yield* /^[{[]/.test(start) ? readJsonRecords(all, lists) : readCsvRecords(all);
};
