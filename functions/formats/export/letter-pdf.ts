import type { RegardConfig } from "../../contract/config.ts";
import type { Letter } from "../../contract/matter-entry.ts";
import type { LogoPicture } from "../../domain/logo/logo-picture.ts";
import { LETTER_WORDS } from "../../words/letter.ts";
import { MATTER_LETTER_WORDS } from "../../words/matter-letter.ts";
import { localTime } from "./local-time.ts";
import { STYLES } from "./sheet.ts";
import { endLetter, openLetter } from "./stationery.ts";

/**
 * A letter about a matter to print and keep, as the record's PDF is. `at`: when it was written, UTC; it is dated by the
 * company's clock.
 */
export async function* letterPdf(
  { brand, timeZone }: Pick<RegardConfig, "brand" | "timeZone">,
  { language, title, paragraphs }: Letter,
  { reference, at, logo }: { readonly reference: string; readonly at: string; readonly logo?: LogoPicture | undefined },
): AsyncGenerator<Buffer> {
  const words = MATTER_LETTER_WORDS[language];
  const head = {
    company: brand.name,
    logo,
    language,
    title,
    reference,
    at,
    facts: [
      [LETTER_WORDS[language].reference, reference],
      [words.date, localTime(timeZone, language).date(at)],
    ],
  } as const;
  const { document, sheet } = openLetter(head);
  for (const paragraph of paragraphs) {
    const element = sheet.element(sheet.root, "P");
    // No paragraph begins with its first line alone at the foot of a page.
    sheet.keepTogether(2 * STYLES.letter.leading);
    // People write line ends and tabs, and paper has none.
    for (const line of paragraph.split("\n")) sheet.paragraph(element, line.replaceAll("\t", " "), STYLES.letter);
    sheet.y += 8;
  }
  endLetter(sheet, head, words.unprintable);
  yield* document;
}
