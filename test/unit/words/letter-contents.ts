import fc from "fast-check";
import { LETTER_KINDS, OUTCOMES, REFUSAL_GROUNDS } from "../../../functions/domain/matter-vocabulary.ts";
import { REGIME_IDS } from "../../../functions/domain/regimes.ts";
import type { LetterContent } from "../../../functions/words/letter-content.ts";

const about = { reference: "RG-7K2M-Q4XD", regime: "GB-ENG" } as const;
const WHY = ["Due by Thursday.", "To be answered if possible by Monday."];

/** What a letter of each kind has to say; `words` are the data protection officer's. */
export const contentsOf = (words: string) =>
  ({
    acknowledgement: {
      ...about,
      kind: "acknowledgement",
      receivedOn: "2026-03-02",
      dueOn: "2026-04-02",
      why: WHY,
      isComplaint: true,
    },
    message: { ...about, kind: "message", words },
    clarification: { ...about, kind: "clarification", words },
    // In London the first one is on the fourth of May already.
    explanation: {
      ...about,
      kind: "explanation",
      words,
      looks: ["2026-05-03T23:30:00.000Z", "2026-05-03T13:02:31.123Z"],
    },
    extension: { ...about, kind: "extension", words, dueOn: "2026-06-02", why: WHY },
    "name-released": { ...about, kind: "name-released", words, name: "Zoë Groß", role: "Driver", unit: "North depot" },
    misuse: { ...about, kind: "misuse", words, looks: ["2026-05-03T13:02:31.123Z"] },
    refusal: { ...about, kind: "refusal", words, ground: "rights-of-others" },
    "partial-refusal": { ...about, kind: "partial-refusal", words, ground: "restricted-by-law" },
    closing: { ...about, kind: "closing", words, outcome: "no-finding" },
  }) as const satisfies Readonly<Record<LetterContent["kind"], LetterContent>>;

/** One of each kind, and one for each ground and each outcome. */
export const everyContent = (words: string): readonly LetterContent[] => {
  const contents = contentsOf(words);
  return [
    ...LETTER_KINDS.map((kind) => contents[kind]),
    ...REFUSAL_GROUNDS.flatMap((ground) => [
      { ...contents.refusal, ground },
      { ...contents["partial-refusal"], ground },
    ]),
    ...OUTCOMES.map((outcome) => ({ ...contents.closing, outcome })),
  ];
};

const line = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .filter((text) => text !== "" && text.trim() === text && !/[\n\r]/.test(text));
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n"));
/** What a person may write, as its paragraphs. */
export const writtenParagraphs = fc.array(paragraph, { minLength: 1, maxLength: 4 });

const instant = fc
  .date({ min: new Date("2025-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());
const civilDate = instant.map((at) => at.slice(0, 10));

/** Any content with these words, of any law. */
export const anyContent = (words: string): fc.Arbitrary<LetterContent> =>
  fc
    .record({
      content: fc.constantFrom(...everyContent(words)),
      regime: fc.constantFrom(...REGIME_IDS),
      looks: fc.array(instant, { maxLength: 50 }),
      isComplaint: fc.boolean(),
      receivedOn: civilDate,
      dueOn: civilDate,
    })
    .map(({ content, regime, looks, ...dates }): LetterContent => {
      if (content.kind === "acknowledgement") return { ...content, regime, ...dates };
      if (content.kind === "extension") return { ...content, regime, dueOn: dates.dueOn };
      if (content.kind === "explanation" || content.kind === "misuse") return { ...content, regime, looks };
      return { ...content, regime };
    });
