/** The part of fontkit that is used; the package carries no types. */
declare module "fontkit" {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  /** Opens a TTF, OTF or WOFF font. Of WOFF2 pdfkit can embed no subset. */
  export function create(file: Uint8Array): Font;
}
