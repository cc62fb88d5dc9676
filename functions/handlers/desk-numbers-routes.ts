import type { RegardConfig } from "../contract/config.ts";
import { DESK_ROUTES } from "../contract/desk-api.ts";
import type { MonthNumbers } from "../contract/numbers.ts";
import type { Language } from "../domain/vocabulary.ts";
import { numbersCsv } from "../formats/export/numbers-csv.ts";
import { type DeskRoute, deskRoute } from "../http/desk-route.ts";
import { type ExportNumbersDeps, exportNumbers, readNumbers } from "../use-cases/desk/export-numbers.ts";
import type { NumbersStore } from "../use-cases/numbers-ports.ts";
import { describeNumbers } from "../words/describe-numbers.ts";

export interface DeskNumbersDeps extends ExportNumbersDeps {
  readonly numbers: Pick<NumbersStore, "of" | "all">;
  readonly config: Pick<RegardConfig, "brand" | "timeZone">;
}

const csvOf = (numbers: MonthNumbers) => ({
  bytes: Buffer.from(numbersCsv(numbers)),
  contentType: "text/csv; charset=utf-8; header=present",
});

/** What PDFs are made with is loaded when somebody wants one: the rest of the desk starts without it. */
const pdfOf = async (config: DeskNumbersDeps["config"], numbers: MonthNumbers, language: Language) => {
  const { numbersPdf } = await import("../formats/export/numbers-pdf.ts");
  const bytes = Buffer.concat(await Array.fromAsync(numbersPdf(config, numbers, language)));
  return { bytes, contentType: "application/pdf" };
};

/** The numbers for the board, as they were made; nothing here counts anything. */
export const deskNumbersRoutes = (deps: DeskNumbersDeps): DeskRoute[] => [
  deskRoute(DESK_ROUTES.listNumbers, async () => ({
    answer: { months: (await deps.numbers.all()).map(({ month, madeAt }) => ({ month, madeAt })) },
  })),
  deskRoute(DESK_ROUTES.readNumbers, async ({ body: { month, language } }) => ({
    answer: describeNumbers(await readNumbers(deps, month), language, deps.config.timeZone),
  })),
  deskRoute(DESK_ROUTES.exportNumbers, async ({ body: { month, language, format }, caller: staff }) => {
    const numbers = await exportNumbers(deps, { month, staff });
    const file = format === "csv" ? csvOf(numbers) : await pdfOf(deps.config, numbers, language);
    return { file: { ...file, fileName: `regard-numbers-${month}.${format}` } };
  }),
];
