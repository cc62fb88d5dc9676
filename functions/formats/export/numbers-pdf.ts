import type { RegardConfig } from "../../contract/config.ts";
import type { MonthNumbers, NumbersDescription, NumbersSection } from "../../contract/numbers.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { describeNumbers } from "../../words/describe-numbers.ts";
import { MATTER_LETTER_WORDS } from "../../words/matter-letter.ts";
import { type Column, type Element, type Sheet, STYLES } from "./sheet.ts";
import { endLetter, openLetter } from "./stationery.ts";
import type { Style } from "./typeset.ts";

const GUTTER = 6;
const HALF_GUTTER = 24;
const ROW_SPACE = 0.75;
const BAR = { label: 80, value: 90, height: 8, ink: "#3d5a80", track: "#e4e4e4" };

type Bars = NonNullable<NumbersSection["bars"]>;
type Table = NonNullable<NumbersSection["table"]>;

/** The numbers of a month on one sheet for the board, as long as the units fit on it: with a chart, and the same as a table. */
export async function* numbersPdf(
  { brand, timeZone }: Pick<RegardConfig, "brand" | "timeZone">,
  numbers: MonthNumbers,
  language: Language,
): AsyncGenerator<Buffer> {
  const described = describeNumbers(numbers, language, timeZone);
  const { title, paragraphs, sections } = described;
  const head = { company: brand.name, language, title, reference: numbers.month, at: numbers.madeAt, facts: [] };
  const { document, sheet } = openLetter(head);
  for (const text of paragraphs) sheet.paragraph(sheet.element(sheet.root, "P"), text, STYLES.cell);
  for (const section of sections) writeSection(document, sheet, section);
  endLetter(sheet, head, MATTER_LETTER_WORDS[language].unprintable);
  yield* document;
}

const writeSection = (
  document: PDFKit.PDFDocument,
  sheet: Sheet,
  { heading, paragraphs, bars, table, notes }: NumbersDescription["sections"][number],
): void => {
  sheet.y += 7;
  sheet.keepTogether(4 * STYLES.heading.leading);
  sheet.paragraph(sheet.element(sheet.root, "H2"), heading, STYLES.heading);
  for (const text of paragraphs) sheet.paragraph(sheet.element(sheet.root, "P"), text, STYLES.cell);
  if (bars !== undefined) drawBars(document, sheet, bars);
  if (table !== undefined) writeTable(sheet, table);
  for (const text of notes) {
    sheet.y += 2;
    sheet.paragraph(sheet.element(sheet.root, "P"), text, STYLES.footer);
  }
};

/** A picture to the eye; whoever listens hears its text, and the table has the same numbers. */
const drawBars = (document: PDFKit.PDFDocument, sheet: Sheet, { text, bars }: Bars): void => {
  const { leading } = STYLES.cell;
  sheet.y += 3;
  sheet.keepTogether(bars.length * leading);
  sheet.figure(text, bars.length * leading, (top) => {
    for (const [index, { label, value, share }] of bars.entries()) {
      const y = top + index * leading;
      const x = sheet.left + BAR.label;
      const width = sheet.width - BAR.label - BAR.value;
      const line = (of: string, at: number, room: number) =>
        sheet.type.draw(sheet.type.lines(of, STYLES.cell, room), at, y);
      line(label, sheet.left, BAR.label - GUTTER);
      document.rect(x, y + 2, width, BAR.height).fill(BAR.track);
      document.rect(x, y + 2, width * share, BAR.height).fill(BAR.ink);
      line(value, x + width + GUTTER, BAR.value - GUTTER);
    }
  });
  sheet.y += 4;
};

/** Where a row goes: the whole width of the sheet, or a half of it. */
interface Area {
  readonly left: number;
  readonly width: number;
}

const cellsIn = (
  sheet: Sheet,
  { left, width }: Area,
  texts: readonly string[],
  style: Style,
  element: (index: number) => Element,
): readonly Column[] => {
  const first = texts.length === 2 ? 0.8 : 0.22;
  const rest = (1 - first) / (texts.length - 1);
  return texts.map((text, index) => ({
    element: element(index),
    x: left + width * (index === 0 ? 0 : first + rest * (index - 1)),
    lines: sheet.type.lines(text, style, width * (index === 0 ? first : rest) - GUTTER),
  }));
};

const writeRow = (sheet: Sheet, columns: readonly Column[]): void => {
  const rows = Math.max(...columns.map(({ lines }) => lines.length));
  sheet.keepTogether(rows * STYLES.cell.leading + 2 * ROW_SPACE);
  sheet.y += ROW_SPACE;
  sheet.flow(columns);
  sheet.y += ROW_SPACE;
};

/** A table of two columns stands in two halves side by side; whoever listens hears it row by row. */
const writeTable = (sheet: Sheet, { caption, heads, rows }: Table): void => {
  const table = sheet.element(sheet.root, "Table");
  sheet.y += 2;
  sheet.paragraph(sheet.element(table, "Caption"), caption, STYLES.strong);
  const head = sheet.element(sheet.element(table, "THead"), "TR");
  const halves = heads.length === 2 ? 2 : 1;
  const width = (sheet.width - (halves - 1) * HALF_GUTTER) / halves;
  const areas = Array.from({ length: halves }, (_, n) => ({ left: sheet.left + n * (width + HALF_GUTTER), width }));
  const [area = sheet] = areas;
  writeRow(
    sheet,
    cellsIn(sheet, area, heads, STYLES.head, () => sheet.element(head, "TH", { scope: "Column" })),
  );
  const body = sheet.element(table, "TBody");
  const elements = rows.map(() => sheet.element(body, "TR"));
  const perHalf = Math.ceil(rows.length / halves);
  for (let line = 0; line < perHalf; line += 1) {
    sheet.rule();
    const columns = areas.flatMap((one, half) => {
      const row = elements[line + half * perHalf];
      if (row === undefined) return [];
      const element = (index: number) =>
        index === 0 ? sheet.element(row, "TH", { scope: "Row" }) : sheet.element(row, "TD");
      return cellsIn(sheet, one, rows[line + half * perHalf] ?? [], STYLES.cell, element);
    });
    writeRow(sheet, columns);
  }
  table.end();
};
