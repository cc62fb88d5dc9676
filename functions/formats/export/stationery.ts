import PDFDocument from "pdfkit";
import type { LogoPicture } from "../../domain/logo/logo-picture.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { LETTER_WORDS } from "../../words/letter.ts";
import { Sheet, STYLES } from "./sheet.ts";

/** The logo fits into so many points. */
const LOGO = { width: 150, height: 34 };

export interface LetterHead {
  readonly company: string;
  /** A PNG that was unpacked once (`letterLogo`). */
  readonly logo?: LogoPicture | undefined;
  readonly language: Language;
  /** Goes into the file's metadata too: nothing from outside may stand in it. */
  readonly title: string;
  readonly reference: string;
  /** UTC instant. */
  readonly at: string;
  /** Labels and what they are of. */
  readonly facts: readonly (readonly [label: string, value: string])[];
}

/**
 * Paper for a letter: a tagged PDF 1.7 on A4 with title, language, real text and embedded fonts, and its head written.
 */
export const openLetter = (head: LetterHead): { readonly document: PDFKit.PDFDocument; readonly sheet: Sheet } => {
  const document = new PDFDocument({
    size: "A4",
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: head.language,
    // pdfkit writes these into XML as they are.
    info: {
      Title: `${head.title} · ${head.reference}`,
      Creator: "Regard",
      Producer: "Regard",
      CreationDate: new Date(head.at),
    },
    // No default font: what is not embedded is not the reader's.
    font: "",
    // Nothing is to be broken but by the sheet.
    margin: 0,
    // "Page 1 of 12" is known at the end.
    bufferPages: true,
  });
  const sheet = new Sheet(document);
  if (head.logo !== undefined) {
    const { bytes, width, height } = head.logo;
    const scale = Math.min(LOGO.width / width, LOGO.height / height);
    const size = { width: width * scale, height: height * scale };
    const draw = (top: number) => document.image(Buffer.from(bytes), sheet.left, top, size);
    sheet.figure(LETTER_WORDS[head.language].logoOf(head.company), size.height, draw, size.width);
    sheet.y += 10;
  }
  sheet.paragraph(sheet.element(sheet.root, "P"), head.company, STYLES.sender);
  sheet.y += 22;
  sheet.paragraph(sheet.element(sheet.root, "H1"), head.title, STYLES.title);
  sheet.y += 10;
  for (const [label, value] of head.facts) {
    const fact = sheet.element(sheet.root, "P");
    const { y } = sheet;
    sheet.paragraph(fact, label, STYLES.label);
    sheet.y = y;
    sheet.paragraph(fact, value, STYLES.body, 96);
  }
  if (head.facts.length > 0) sheet.y += 16;
  return { document, sheet };
};

/** Says what could not be printed, numbers the pages, and closes the document. */
export const endLetter = (sheet: Sheet, head: LetterHead, unprintable: string): void => {
  if (sheet.type.missedCharacters) {
    sheet.y += 14;
    sheet.paragraph(sheet.element(sheet.root, "P"), unprintable, STYLES.body);
  }
  sheet.end((page, pages) => ({
    left: `${head.company} · ${head.reference}`,
    right: LETTER_WORDS[head.language].page(page, pages),
  }));
};
