import type { Font } from "fontkit";

/** What pdfkit 0.20 takes and its published types (0.17) do not know yet. */
declare global {
  namespace PDFKit {
    interface PDFStructureElement {
      /** The element as it will be written; `A` are its attributes (PDF 32000-1, 14.8.5). */
      readonly dictionary: { readonly data: { A?: Readonly<Record<string, string | number | readonly number[]>> } };
    }
    namespace Mixins {
      interface RunOptions {
        lineBreak?: boolean;
        baseline?: "alphabetic";
        /** OpenType features by tag, on or off. */
        features?: Readonly<Record<string, boolean>> | undefined;
      }
      interface PDFText {
        text(text: string, x: number, y: number, options: RunOptions): this;
        widthOfString(text: string, options: RunOptions): number;
      }
      interface PDFFont {
        registerFont(name: string, font: Font): this;
      }
      interface StructureElementOptions {
        /** Which cells a TH is the head of. */
        scope?: "Row" | "Column";
      }
    }
  }
}
