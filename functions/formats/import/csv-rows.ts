import { CsvError, parse } from "csv-parse/sync";
import { Refusal } from "../../domain/errors.ts";
import type { ImportedRow } from "../../domain/imported-row.ts";
import { readRows, splitRows } from "./split-rows.ts";

/** The cells of one row. Throws `EVENT_UNREADABLE` for what is not RFC 4180. */
const cellsOf = (text: string, delimiter: string): string[] => {
  if (!text.includes('"')) return text.split(delimiter); // ten times as fast, and most rows of most files
  try {
    const [cells = [""]] = parse(text, { delimiter, relax_column_count: true });
    return cells;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal("EVENT_UNREADABLE", { detail: "The row's quotes are not those of CSV." });
  }
};

/** Rows of a CSV file as trimmed cells. Holds one row in memory. */
export const readCsvRows = (chunks: AsyncIterable<Buffer>, delimiter: string): AsyncGenerator<ImportedRow<string[]>> =>
  readRows(splitRows(chunks, delimiter), (text) => cellsOf(text, delimiter).map((cell) => cell.trim()));
