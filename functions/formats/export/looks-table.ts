import type { RecordAccess } from "../../contract/record.ts";
import type { LetterWords } from "../../words/letter-words.ts";
import type { LocalTime } from "./local-time.ts";
import { type Column, type Element, type Sheet, STYLES } from "./sheet.ts";
import type { Line, Style } from "./typeset.ts";

const GUTTER = 10;
/** Shares of the width: time, why, what they saw, who, evidence. */
const SHARES = [0.11, 0.24, 0.23, 0.21, 0.21];
const ROW_SPACE = 4;
const DAY_SPACE = { above: 9, below: 3 };

const DAY_HEIGHT = DAY_SPACE.above + STYLES.day.leading + DAY_SPACE.below;

/** Paragraphs under one another. An empty one takes no room. */
type Cell = readonly (readonly [text: string, style: Style])[];

/** The rows of the letter: one table, a heading row for every day, its head repeated on every page. */
export class LooksTable {
  readonly #sheet: Sheet;
  readonly #words: LetterWords;
  readonly #time: LocalTime;
  readonly #table: Element;
  readonly #columns: readonly { readonly x: number; readonly width: number }[];
  #day = "";
  #body: Element | undefined;
  /** Whether the next page goes on with the same day. */
  #dayGoesOn = false;

  constructor(sheet: Sheet, words: LetterWords, time: LocalTime) {
    this.#sheet = sheet;
    this.#words = words;
    this.#time = time;
    this.#columns = SHARES.map((share, index) => ({
      x: sheet.left + sheet.width * SHARES.slice(0, index).reduce((sum, one) => sum + one, 0),
      width: sheet.width * share - GUTTER,
    }));
    this.#table = sheet.element(sheet.root, "Table");
    const row = sheet.element(sheet.element(this.#table, "THead"), "TR");
    sheet.flow(this.#place(this.#heads(), () => sheet.element(row, "TH", { scope: "Column" })));
    sheet.onNewPage = () => this.#repeatHeads();
  }

  add(access: RecordAccess): void {
    const sheet = this.#sheet;
    const day = this.#time.day(access.occurredAt);
    const cells = this.#cells(access).map((paragraphs, index) => this.#lines(paragraphs, index));
    const height = Math.max(...cells.map((lines) => lines.length)) * STYLES.cell.leading + 2 * ROW_SPACE;
    this.#dayGoesOn = day === this.#day;
    // A row is cut only where it would leave half a page empty.
    sheet.keepTogether((this.#dayGoesOn ? 0 : DAY_HEIGHT) + Math.min(height, sheet.wholeRoom / 2));
    if (!this.#dayGoesOn) this.#beginDay(day);
    this.#dayGoesOn = true;

    sheet.rule();
    sheet.y += ROW_SPACE;
    const row = sheet.element(this.#body ?? this.#table, "TR");
    sheet.flow(
      this.#place(cells, (index) =>
        index === 0 ? sheet.element(row, "TH", { scope: "Row" }) : sheet.element(row, "TD"),
      ),
    );
    row.end();
    sheet.y += ROW_SPACE;
    this.#explain(access);
  }

  end(): void {
    this.#table.end();
    this.#sheet.onNewPage = () => undefined;
  }

  #cells({ occurredAt, why, case: matter, sawWords, source, employee, ...access }: RecordAccess): readonly Cell[] {
    const { roleNotRecorded, employeeTypes, onBehalfOf, evidence } = this.#words;
    const { type, unit } = employee;
    const role = employee.role ?? (type === "employee" ? roleNotRecorded : null);
    const post = [type === "employee" ? null : employeeTypes[type], role, unit].filter((part) => part !== null);
    return [
      [[this.#time.time(occurredAt), STYLES.cell]],
      [
        [why, STYLES.cell],
        [matter === undefined ? "" : `${matter.type} ${matter.id}`, STYLES.note],
      ],
      [
        [sawWords, STYLES.cell],
        [source, STYLES.note],
      ],
      [
        [employee.name ?? employee.handle, STYLES.strong],
        [post.join(", "), STYLES.cell],
        [employee.onBehalfOf === undefined ? "" : onBehalfOf(employee.onBehalfOf), STYLES.cell],
      ],
      [
        [evidence[access.evidence], STYLES.strong],
        [access.evidenceWords, STYLES.cell],
      ],
    ];
  }

  /** What was found out about a look, over the whole width under it. */
  #explain({ explanation }: RecordAccess): void {
    if (explanation === undefined) return;
    const sheet = this.#sheet;
    const row = sheet.element(this.#body ?? this.#table, "TR");
    const cell = sheet.element(row, "TD");
    cell.dictionary.data.A = { O: "Table", ColSpan: SHARES.length };
    const indent = (this.#columns[1]?.x ?? sheet.left) - sheet.left;
    const paragraph = (text: string, style: Style) => sheet.paragraph(cell, text, style, indent);
    paragraph(this.#words.explained(this.#time.date(explanation.at)), STYLES.strong);
    for (const text of explanation.words.split(/\n+/)) paragraph(text, STYLES.cell);
    row.end();
    sheet.y += ROW_SPACE;
  }

  #heads(): readonly (readonly Line[])[] {
    return this.#words.columns.map((head, index) => this.#lines([[head, STYLES.head]], index));
  }

  #lines(paragraphs: Cell, index: number): readonly Line[] {
    const width = this.#columns[index]?.width ?? 0;
    return paragraphs.flatMap(([text, style]) => this.#sheet.type.lines(text, style, width));
  }

  #place(cells: readonly (readonly Line[])[], element: (index: number) => Element): readonly Column[] {
    return cells.map((lines, index) => ({ element: element(index), x: this.#columns[index]?.x ?? 0, lines }));
  }

  #beginDay(day: string): void {
    const sheet = this.#sheet;
    this.#body?.end();
    this.#body = sheet.element(this.#table, "TBody");
    this.#day = day;
    const row = sheet.element(this.#body, "TR");
    const head = sheet.element(row, "TH");
    head.dictionary.data.A = { O: "Table", Scope: "Row", ColSpan: SHARES.length };
    sheet.y += DAY_SPACE.above;
    sheet.paragraph(head, day, STYLES.day);
    sheet.y += DAY_SPACE.below;
    row.end();
  }

  /** On a new page the heads stand for the eye only: whoever listens has heard them. */
  #repeatHeads(): void {
    const sheet = this.#sheet;
    const heads = this.#heads();
    sheet.artifact("Pagination", () => {
      for (const [index, lines] of heads.entries()) sheet.type.draw(lines, this.#columns[index]?.x ?? 0, sheet.y);
      sheet.y += Math.max(...heads.map((lines) => lines.length)) * STYLES.head.leading;
      if (!this.#dayGoesOn) return;
      const day = sheet.type.lines(this.#words.continued(this.#day), STYLES.day, sheet.width);
      sheet.type.draw(day, sheet.left, sheet.y + DAY_SPACE.above);
      sheet.y += DAY_HEIGHT;
    });
  }
}
