import type { Weight } from "./fonts.ts";
import { type Line, type Style, type Typesetter, typesetter } from "./typeset.ts";

const INK = "#1a1a1a";
const MUTED = "#5a5a5a";
const RULE = "#c4c4c4";

const style = (size: number, leading: number, weight: Weight = 400, color = INK): Style => ({
  size,
  leading,
  weight,
  color,
});

export const STYLES = {
  sender: style(11, 15, 700),
  title: style(24, 34, 700),
  lead: style(12.5, 18.5),
  heading: style(13, 20, 700),
  body: style(9.5, 14),
  letter: style(11, 16.5),
  label: style(9.5, 14, 400, MUTED),
  day: style(9.5, 14, 700),
  head: style(8, 11.5, 700, MUTED),
  cell: style(8.5, 11.5),
  strong: style(8.5, 11.5, 700),
  note: style(8.5, 11.5, 400, MUTED),
  footer: style(8, 11, 400, MUTED),
} as const;

/** A4 in points. The margins leave room for a hole punch and a thumb. */
const MARGIN = { top: 56, bottom: 72, side: 54 };

export type Element = PDFKit.PDFStructureElement;

/** Lines under one another, as content of one structure element. All columns of a row have the same leading. */
export interface Column {
  readonly element: Element;
  readonly x: number;
  readonly lines: readonly Line[];
}

/** The paper: a cursor that moves down, page breaks, and what is repeated on every page. */
export class Sheet {
  readonly root: Element;
  readonly type: Typesetter;
  readonly left = MARGIN.side;
  readonly width: number;
  /** Points from the top of the page to where the next line goes. */
  y = MARGIN.top;
  /** Draws what a table repeats at the top of a page. */
  onNewPage: () => void = () => undefined;
  readonly #document: PDFKit.PDFDocument;
  readonly #bottom: number;

  constructor(document: PDFKit.PDFDocument) {
    this.#document = document;
    this.#bottom = document.page.height - MARGIN.bottom;
    this.width = document.page.width - 2 * MARGIN.side;
    this.type = typesetter(document);
    this.root = document.struct("Document");
    document.addStructure(this.root);
  }

  get room(): number {
    return this.#bottom - this.y;
  }

  /** Room on a page that nothing was written on yet. */
  get wholeRoom(): number {
    return this.#bottom - MARGIN.top;
  }

  element(parent: Element, kind: string, options: PDFKit.Mixins.StructureElementOptions = {}): Element {
    const element = this.#document.struct(kind, options);
    parent.add(element);
    return element;
  }

  breakPage(): void {
    this.#finishPage();
    this.#document.addPage();
    this.y = MARGIN.top;
    this.onNewPage();
  }

  /**
   * Writes the page out, so that memory holds one page at a time; the footer, which waits for the number of pages, goes
   * into a second content stream of the same page (PDF 32000-1, 7.7.3.3).
   */
  #finishPage(): void {
    const { page } = this.#document;
    const text = page.content;
    page.content = this.#document.ref({});
    Object.assign(page.dictionary.data, { Contents: [text, page.content] });
    text.end(undefined);
  }

  /** Breaks the page unless so many points are left on it. */
  keepTogether(height: number): void {
    if (this.room < height) this.breakPage();
  }

  /** Columns side by side, over as many pages as the longest needs. */
  flow(columns: readonly Column[]): void {
    const leading = columns[0]?.lines[0]?.style.leading ?? 0;
    const rows = Math.max(0, ...columns.map(({ lines }) => lines.length));
    for (let from = 0, to = 0; from < rows; from = to) {
      this.keepTogether(leading);
      to = Math.min(rows, from + Math.floor(this.room / leading));
      for (const { element, x, lines } of columns) {
        const here = lines.slice(from, to);
        if (here.length > 0) element.add(() => this.type.draw(here, x, this.y));
      }
      this.y += (to - from) * leading;
    }
  }

  /** A text over the full width, or from `indent` points on. */
  paragraph(element: Element, text: string, style: Style, indent = 0): void {
    this.flow([{ element, x: this.left + indent, lines: this.type.lines(text, style, this.width - indent) }]);
  }

  /** A picture where the cursor is, over the full width unless said otherwise; whoever listens hears `alt`. */
  figure(alt: string, height: number, draw: (top: number) => void, width = this.width): void {
    const top = this.y;
    const bottom = top + height;
    const figure = this.#document.struct("Figure", { alt }, () => draw(top));
    const { height: page } = this.#document.page;
    // PDF counts from the foot of the page.
    const BBox = [this.left, page - bottom, this.left + width, page - top];
    figure.dictionary.data.A = { O: "Layout", Placement: "Block", BBox };
    this.root.add(figure);
    this.y = bottom;
  }

  /** Draws what is no content: nobody who listens to the letter hears it. */
  artifact(type: "Layout" | "Pagination", draw: () => void): void {
    this.#document.markContent("Artifact", { type });
    draw();
    this.#document.endMarkedContent();
  }

  /** A hairline across the page, where the cursor is. */
  rule(): void {
    const { left, width, y } = this;
    this.artifact("Layout", () => {
      this.#document
        .moveTo(left, y)
        .lineTo(left + width, y)
        .lineWidth(0.5)
        .stroke(RULE);
    });
  }

  /** Writes a line under every page and closes the document. */
  end(footer: (page: number, pages: number) => { readonly left: string; readonly right: string }): void {
    this.#finishPage();
    this.root.end();
    const { count } = this.#document.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.#document.switchToPage(page);
      const { left, right } = footer(page + 1, count);
      const y = this.#bottom + 26;
      this.artifact("Pagination", () => {
        const x = this.left + this.width - this.type.width(right, STYLES.footer);
        this.type.draw(this.type.lines(left, STYLES.footer, x - this.left).slice(0, 1), this.left, y);
        this.type.draw(this.type.lines(right, STYLES.footer, this.width), x, y);
      });
    }
    this.#document.end();
  }
}
