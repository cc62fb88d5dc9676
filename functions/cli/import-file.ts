import { type FileHandle, open, rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Refusal } from "../domain/errors.ts";
import type { ImportedRow } from "../domain/imported-row.ts";
import { readBytes } from "../formats/import/read-bytes.ts";
import { type ImportTally, importRows, type QuarantinedRow } from "../use-cases/import-rows.ts";
import { english } from "./english.ts";
import { showProgress } from "./progress.ts";

const number = new Intl.NumberFormat("en");

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

/** What became of a file's rows: each of them is in exactly one of the counts. */
interface FileReport<Outcome extends string> {
  readonly file: string;
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
  let done = 0;
  try {
    const tally = await importRows(read(readBytes(file, progress.read)), take, async (refused, { rows }) => {
      await quarantine.add(refused);
      progress.rows(rows);
      done = rows;
    });
    return { file, tally, quarantineFile };
  } catch (error) {
    if (done > 0) {
      const rows = english(done, "# row", "# rows");
      process.stderr.write(`Broken off after ${rows}. Run it again: nothing is lost and nothing comes in twice.\n`);
    }
    throw error;
  } finally {
    progress.end();
    await quarantine.close();
  }
};

/** One outcome of rows: its name, how many there were, and what it means. */
type Count = readonly [name: string, rows: number, meaning?: string];

const textOf = ({ file, tally, quarantineFile }: FileReport<string>, counts: readonly Count[]): string => {
  const all: readonly Count[] = [
    ["rows read", tally.rows],
    ...counts,
    ["quarantined", tally.quarantined],
    ...[...tally.refused].map(([code, rows]) => ["", rows, code] as const),
  ];
  const width = number.format(tally.rows).length;
  const lines = all.map(([name, rows, meaning]) =>
    `  ${name.padEnd(12)} ${number.format(rows).padStart(width)}   ${meaning ?? ""}`.trimEnd(),
  );
  const where = tally.quarantined > 0 ? [`  The quarantined rows, with line and reason, are in ${quarantineFile}`] : [];
  return [file, ...lines, ...where].join("\n");
};

/**
 * Prints what became of a file's rows, as a block of text or as JSON.
 *
 * @param counts The outcomes of the rows that were not quarantined.
 * @returns The exit code: 1 if any row was quarantined.
 */
export const printSummary = (report: FileReport<string>, counts: readonly Count[], asJson: boolean): number => {
  const { file, tally } = report;
  const json = {
    file,
    rows: tally.rows,
    ...Object.fromEntries(counts),
    quarantined: tally.quarantined,
    refused: Object.fromEntries(tally.refused),
  };
  process.stdout.write(`${asJson ? JSON.stringify(json) : textOf(report, counts)}\n`);
  return tally.quarantined > 0 ? 1 : 0;
};
