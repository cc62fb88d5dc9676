import { userInfo } from "node:os";
import * as z from "zod/mini";
import { calendarMonth, type NumbersDescription } from "../contract/numbers.ts";
import { Refusal } from "../domain/errors.ts";
import { firstLanguage, LANGUAGES } from "../domain/vocabulary.ts";
import { numbersCsv } from "../formats/export/numbers-csv.ts";
import { countMonth } from "../use-cases/count-month.ts";
import { describeNumbers } from "../words/describe-numbers.ts";
import { type Command, readOptions } from "./command.ts";
import { connect } from "./connection.ts";

const help = `Usage: regard numbers --month YYYY-MM [options]

Makes the numbers of a month for the board, keeps them for the desk, and writes them to standard output:
how far the reasons for looks are borne out, by unit; how long customers waited; what was decided. They
name nobody, and nothing is said about fewer than five people. Numbers that were made before are replaced.
That you made them is noted in the audit log, under your user name on this computer.

  --month YYYY-MM      the calendar month, in UTC as the log is indexed
  --json               one JSON object instead of text
  --csv                CSV instead of text: one number a line
  --language CODE      of the text: en, fr, de or es; the first language of regard.config.ts if left out
  --stage NAME         the portal of that stage on AWS; without it, the one on this computer (PORT, 4000)

Reads the whole index of the log once, and the month employee by employee: however long the log is, only
one employee's month is in memory. Late reports are all in a week after the month.

Examples:
  npx regard numbers --month 2026-10
  npx regard numbers --month 2026-10 --csv --stage production > numbers-2026-10.csv
`;

const options = {
  month: { type: "string" },
  json: { type: "boolean", default: false },
  csv: { type: "boolean", default: false },
  language: { type: "string" },
  stage: { type: "string" },
} as const;

const input = z.object({
  month: calendarMonth,
  json: z.boolean(),
  csv: z.boolean(),
  language: z.optional(z.enum(LANGUAGES)),
  stage: z.optional(z.string()),
});

const readInput = (words: readonly string[]): z.infer<typeof input> => {
  const read = readOptions(words, options, input);
  if (read.json && read.csv) throw new Refusal("COMMAND_INVALID", { detail: "Give --json or --csv." });
  return read;
};

const textOf = ({ title, paragraphs, sections }: NumbersDescription): string => {
  const table = (rows: readonly (readonly string[])[]): string[] => {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    return rows.map(
      (row) =>
        `  ${row
          .map((text, column) => text.padEnd(widths[column] ?? 0))
          .join("  ")
          .trimEnd()}`,
    );
  };
  const parts = sections.flatMap((section) => [
    "",
    section.heading,
    ...section.paragraphs,
    ...(section.table === undefined ? [] : table([section.table.heads, ...section.table.rows])),
    ...section.notes,
  ]);
  return `${[title, ...paragraphs, ...parts].join("\n")}\n`;
};

/** `regard numbers`: a month for the board. */
export const numbersCommand: Command = {
  summary: "makes the numbers of a month for the board, and keeps them",
  help,
  run: async (words) => {
    const { stage, month, json, csv, language } = readInput(words);
    const portal = await connect(stage);
    try {
      const made = await countMonth(portal, { month, by: userInfo().username });
      // Nothing sets the command an end.
      if (made === undefined) throw new Refusal("UNAVAILABLE");
      const { config } = portal;
      const described = () => describeNumbers(made, language ?? firstLanguage(config), config.timeZone);
      process.stdout.write(json ? `${JSON.stringify(made)}\n` : csv ? numbersCsv(made) : textOf(described()));
      process.stderr.write("The numbers are kept for the desk. That you made them was noted.\n");
      return 0;
    } finally {
      portal.close();
    }
  },
};
