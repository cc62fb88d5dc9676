import { type FileHandle, open, rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Refusal, type RefusalCode } from "../domain/errors.ts";
import type { ImportedRow } from "../domain/imported-row.ts";
import { readBytes } from "../formats/import/read-bytes.ts";
import { type ImportTally, importRows, type QuarantinedRow } from "../use-cases/import-rows.ts";
import { showProgress } from "./progress.ts";

/** Beside the file: rows that could not be taken, one JSON object a line. Only there if there is one. */
const quarantineOf = async (file: string, path: string) => {
  if (resolve(path) === resolve(file)) {
    throw new Refusal("COMMAND_INVALID", { detail: "The quarantine file would replace the file itself." });
  }
  await rm(path, { force: true }); // what an earlier run refused may be right by now
  let handle: FileHandle | undefined;
  return {
    add: async (rows: readonly QuarantinedRow[]) => {
      if (rows.length === 0) return;
      handle ??= await open(path, "w");
      await handle.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    },
    close: () => handle?.close(),
  };
};

/** What became of a file's rows: each of them is in exactly one of the counts beside `rows`. */
export interface FileReport<Outcome extends string> {
  readonly tally: ImportTally<Outcome>;
  readonly quarantineFile: string;
}

/** Imports a file with progress on standard error and a quarantine file. */
export const importFile = async <Value, Outcome extends string>(options: {
  readonly file: string;
  readonly quarantineFile: string | undefined;
  readonly read: (chunks: AsyncIterable<Buffer>) => AsyncIterable<ImportedRow<Value>>;
  readonly take: (values: readonly Value[]) => Promise<readonly (Outcome | Refusal)[]>;
}): Promise<FileReport<Outcome>> => {
  const { file, quarantineFile = `${file}.quarantine.ndjson`, read, take } = options;
  const size = await stat(file).then(
    (found) => found.size,
    () => 0, // reading says what is wrong with it
  );
  const quarantine = await quarantineOf(file, quarantineFile);
  const progress = showProgress(size);
  try {
    const tally = await importRows(read(readBytes(file, progress.read)), take, async (refused, { rows }) => {
      await quarantine.add(refused);
      progress.rows(rows);
    });
    return { tally, quarantineFile };
  } finally {
    progress.end();
    await quarantine.close();
  }
};

const number = new Intl.NumberFormat("en");

/** The summary as a block of text: one line a count, then the reasons for which rows were refused. */
export const summaryText = (
  file: string,
  counts: readonly (readonly [name: string, count: number, note?: string])[],
  refused: ReadonlyMap<RefusalCode, number>,
  quarantineFile: string,
): string => {
  const width = Math.max(...counts.map(([, count]) => number.format(count).length));
  const lines = counts.map(
    ([name, count, note]) => `  ${name.padEnd(12)} ${number.format(count).padStart(width)}${note ? `   ${note}` : ""}`,
  );
  const reasons = [...refused].map(
    ([code, count]) => `  ${" ".repeat(12)} ${number.format(count).padStart(width)}   ${code}`,
  );
  const where = refused.size > 0 ? [`  The quarantined rows, with line and reason, are in ${quarantineFile}`] : [];
  return [file, ...lines, ...reasons, ...where, ""].join("\n");
};
