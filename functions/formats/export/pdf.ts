import type { RecordHeader, RecordStream } from "../../contract/record.ts";
import { Refusal } from "../../domain/errors.ts";
import type { LogoPicture } from "../../domain/logo/logo-picture.ts";
import { EVIDENCE_LEVELS } from "../../domain/vocabulary.ts";
import { LETTER_WORDS } from "../../words/letter.ts";
import type { LetterWords } from "../../words/letter-words.ts";
import { type LocalTime, localTime } from "./local-time.ts";
import { LooksTable } from "./looks-table.ts";
import { type Sheet, STYLES } from "./sheet.ts";
import { endLetter, type LetterHead, openLetter } from "./stationery.ts";
import type { Style } from "./typeset.ts";

/** Rows of the longest letter: a thousand pages are for no reader, and a PDF is made in memory. */
export const MAX_PDF_ROWS = 20_000;

/**
 * The record as a letter to print and keep: a tagged PDF 1.7 on A4, with title, language, real text and embedded fonts.
 * Local times are those of `header.timeZone`.
 *
 * Throws RECORD_TOO_LONG_FOR_PDF, before any row is read, where the record has more than `MAX_PDF_ROWS` rows.
 */
export async function* toPdf({ header, accesses }: RecordStream, logo?: LogoPicture): AsyncGenerator<Buffer> {
  if (header.summary.accesses > MAX_PDF_ROWS) throw new Refusal("RECORD_TOO_LONG_FOR_PDF");
  const words = LETTER_WORDS[header.language];
  const time = localTime(header.timeZone, header.language);
  const head = { ...headOf(header, words, time), logo };
  const { document, sheet } = openLetter(head);
  writeHeader(sheet, header, words);
  if (header.summary.accesses > 0) {
    heading(sheet, words.looks);
    const table = new LooksTable(sheet, words, time);
    for await (const page of accesses) {
      for (const access of page) table.add(access);
      yield* writtenSoFar(document);
    }
    table.end();
  }
  endLetter(sheet, head, words.unprintable);
  yield* document;
}

/** What is ready of the file, taken out of the document's own buffer. */
function* writtenSoFar(document: PDFKit.PDFDocument): Generator<Buffer> {
  const chunk: Buffer | null = document.read();
  if (chunk !== null) yield chunk;
}

const heading = (sheet: Sheet, text: string): void => {
  sheet.y += 18;
  // A heading at the foot of a page heads nothing.
  sheet.keepTogether(110);
  sheet.paragraph(sheet.element(sheet.root, "H2"), text, STYLES.heading);
  sheet.y += 3;
};

const list = (sheet: Sheet, texts: readonly string[]): void => {
  const parent = sheet.element(sheet.root, "L");
  for (const text of texts) {
    const item = sheet.element(parent, "LI");
    sheet.keepTogether(STYLES.body.leading);
    const { y } = sheet;
    sheet.paragraph(sheet.element(item, "Lbl"), "•", STYLES.body);
    sheet.y = y;
    sheet.paragraph(sheet.element(item, "LBody"), text, STYLES.body, 14);
    sheet.y += 3;
  }
};

const headOf = (header: RecordHeader, words: LetterWords, time: LocalTime): LetterHead => {
  const { reference, company, language, period, generatedAt, timeZone } = header;
  // The period ends where the next one begins; its last day is the one before.
  const last = new Date(Date.parse(period.to) - 1).toISOString();
  return {
    company,
    language,
    title: words.title,
    reference,
    at: generatedAt,
    facts: [
      [words.reference, reference],
      [words.period, words.fromTo(time.date(period.from), time.date(last))],
      [words.made, words.at(time.date(generatedAt), time.time(generatedAt))],
      [words.times, words.timesOf(timeZone)],
    ],
  };
};

const writeHeader = (
  sheet: Sheet,
  { company, coverage, summary, standing }: RecordHeader,
  words: LetterWords,
): void => {
  const paragraph = (text: string, style: Style) => sheet.paragraph(sheet.element(sheet.root, "P"), text, style);
  paragraph(words.salutation, STYLES.body);
  sheet.y += 5;
  paragraph(words.opening(company), STYLES.body);
  sheet.y += 9;
  paragraph(summary.words, STYLES.lead);
  heading(sheet, words.coverage);
  list(sheet, coverage.words);
  heading(sheet, words.evidenceHeading);
  list(
    sheet,
    EVIDENCE_LEVELS.map((level) => `${words.evidence[level]}: ${words.evidenceMeans[level]}`),
  );
  heading(sheet, words.standing);
  list(sheet, standing);
};
