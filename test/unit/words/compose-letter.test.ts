import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LETTER_KINDS, OUTCOMES, REFUSAL_GROUNDS } from "../../../functions/domain/matter-vocabulary.ts";
import { LANGUAGES, type Language } from "../../../functions/domain/vocabulary.ts";
import { composeLetter } from "../../../functions/words/compose-letter.ts";
import type { LetterContent } from "../../../functions/words/letter-content.ts";
import { company } from "../../support/company.ts";
import { anyContent, contentsOf, everyContent, writtenParagraphs } from "./letter-contents.ts";

const WORDS = "Ünlike anything élse.\nOn two lines.\n\n \nAnd a second paragraph.";
const CONTENTS = contentsOf(WORDS);
const letter = (content: LetterContent, language: Language = "en") => composeLetter(company(), language, content);
const textOf = (content: LetterContent, language: Language = "en") => letter(content, language).paragraphs.join("\n\n");
const ALL = LETTER_KINDS.flatMap((kind) => LANGUAGES.map((language) => ({ kind, language })));
/** Fits the words of every language. */
const NAMES_ARTICLE = /Art\. \d+|article \d+|artículo \d+/;

describe("every letter", () => {
  it.each(ALL)(
    "has a title, its reference, the words as they were written and whom to ask: $kind in $language",
    (one) => {
      const { title, kind, language, paragraphs } = letter(CONTENTS[one.kind], one.language);
      expect({ kind, language }).toEqual(one);
      expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
      expect(paragraphs[1]).toContain("RG-7K2M-Q4XD");
      expect(paragraphs.at(-2)).toContain("dpo@example.com");
      if (kind !== "acknowledgement") {
        expect(paragraphs).toContain("Ünlike anything élse.\nOn two lines.");
        expect(paragraphs).toContain("And a second paragraph.");
      }
    },
  );

  it("has the words as they were written, in order, and no place left unfilled, whatever it is about", () => {
    const written = writtenParagraphs.chain((pieces) =>
      fc.record({ pieces: fc.constant(pieces), content: anyContent(pieces.join("\n\n")) }),
    );
    fc.assert(
      fc.property(written, fc.constantFrom(...LANGUAGES), ({ pieces, content }, language) => {
        const { title, paragraphs } = letter(content, language);
        const own = new Set(pieces);
        if (content.kind !== "acknowledgement") {
          const at = paragraphs.findIndex((_, from) => pieces.every((piece, n) => paragraphs[from + n] === piece));
          expect(at).toBeGreaterThan(1);
        }
        for (const paragraph of [title, ...paragraphs.filter((one) => !own.has(one))]) {
          expect(paragraph).not.toMatch(/undefined|null|NaN|Invalid|\[object|[{}$#]| {2}|\.\.|^\s|\s$/);
          expect(paragraph).not.toBe("");
        }
      }),
      { numRuns: 300 },
    );
  });

  it("says the same every time, so that a preview is the letter", () => {
    for (const content of everyContent(WORDS)) expect(letter(content, "fr")).toEqual(letter(content, "fr"));
  });

  it.each(["fr", "de", "es"] as const)("leaves no sentence in English: %s", (language) => {
    for (const content of everyContent("W")) {
      const english = letter(content, "en");
      const { title, paragraphs } = letter(content, language);
      expect(title).not.toBe(english.title);
      expect(paragraphs).toHaveLength(english.paragraphs.length);
      expect(paragraphs.filter((one) => one !== "W" && english.paragraphs.includes(one))).toEqual([]);
      const own = paragraphs.filter((one) => one !== "W").join(" ");
      expect(own).not.toMatch(/\b(the|you|your|and|our|with|law|not|data protection officer)\b/i);
    }
  });

  it("breaks no French line before high punctuation", () => {
    for (const content of everyContent("W")) {
      const own = textOf(content, "fr").replaceAll(/https:\S+/g, "");
      expect(own).not.toMatch(/[^\S\u00a0][:;?!»]|\p{L}[:;?!»]|«[^\u00a0]/u);
    }
  });

  it("names nobody but in a release", () => {
    for (const language of LANGUAGES) {
      for (const content of everyContent(WORDS)) {
        const stranger = { ...content, name: "Zoë Groß", role: "Driver", unit: "North depot" };
        const named = /Zoë|Driver|North depot/.test(textOf(stranger, language));
        expect(named).toBe(content.kind === "name-released");
      }
    }
  });
});

describe("the remedies", () => {
  const WITH = ["explanation", "misuse", "refusal", "partial-refusal", "closing"];

  it.each(ALL)("stand where the law asks for them: $kind in $language", ({ kind, language }) => {
    const text = textOf(CONTENTS[kind], language);
    expect(text.includes("https://ico.org.uk/make-a-complaint/")).toBe(WITH.includes(kind));
    expect(/(Art\.|article|artículo) 77 .*\n\n.*(Art\.|article|artículo) 79 /.test(text)).toBe(WITH.includes(kind));
  });

  it("are those of the place: its authority, in the European Union any other one too, and its law by its name", () => {
    const here = textOf(CONTENTS.refusal);
    expect(here).toContain("Information Commissioner’s Office (ICO), https://ico.org.uk/make-a-complaint/");
    expect(here).toContain("Art. 79 UK GDPR");
    expect(here).not.toContain("edpb");
    const there = textOf({ ...CONTENTS.refusal, regime: "FR" }, "de");
    expect(there).toContain(
      "Commission nationale de l’informatique et des libertés (CNIL), https://www.cnil.fr/fr/plaintes",
    );
    expect(there).toContain("https://www.edpb.europa.eu/about-edpb/about-edpb/members_en");
    expect(there).toContain("Art. 79 DSGVO");
    expect(there).not.toContain("UK-DSGVO");
  });
});

describe("what a letter has to say", () => {
  it.each(LANGUAGES)("gives a sentence of its own, with its article, for every reason to refuse (%s)", (language) => {
    const sentences = REFUSAL_GROUNDS.map((ground) => letter({ ...CONTENTS.refusal, ground }, language).paragraphs[3]);
    expect(new Set(sentences).size).toBe(REFUSAL_GROUNDS.length);
    for (const sentence of sentences) expect(sentence).toMatch(NAMES_ARTICLE);
  });

  it.each(LANGUAGES)("closes with a sentence of its own for every outcome (%s)", (language) => {
    const sentences = OUTCOMES.map((outcome) => letter({ ...CONTENTS.closing, outcome }, language).paragraphs[2]);
    expect(new Set(sentences).size).toBe(OUTCOMES.length);
  });

  it.each<[Language, string, string]>([
    ["en", "is Monday 2 March 2026.", "by the end of Thursday 2 April 2026 at the latest."],
    ["fr", "est le lundi 2 mars 2026.", "au plus tard le jeudi 2 avril 2026, avant minuit."],
    ["de", "ist Montag, 2. März 2026.", "spätestens bis Donnerstag, 2. April 2026, 24 Uhr."],
    ["es", "es el lunes 2 de marzo de 2026.", "a más tardar el jueves 2 de abril de 2026, antes de medianoche."],
  ])("acknowledges with the day of receipt and the due date with its derivation in %s", (language, received, due) => {
    const text = textOf(CONTENTS.acknowledgement, language);
    for (const part of [received, due, " Due by Thursday. To be answered if possible by Monday.", "164A"]) {
      expect(text).toContain(part);
    }
  });

  it("speaks of a complaint only where it is one, and of no due date while the clock rests", () => {
    const { dueOn, ...resting } = { ...CONTENTS.acknowledgement, isComplaint: false };
    const text = textOf(resting);
    expect(text).not.toContain("complaint");
    expect(text).not.toContain(dueOn);
    expect(text).toContain("There is no last day for our answer yet");
  });

  it("says that the clock rests only where the law lets it rest", () => {
    expect(textOf(CONTENTS.clarification)).toContain("stands still; then it goes on (Art. 12A UK GDPR)");
    expect(textOf({ ...CONTENTS.clarification, regime: "DE" })).not.toContain("stands still");
  });

  it("extends once, with reasons and the new date", () => {
    const text = textOf(CONTENTS.extension);
    expect(text).toContain("Art. 12(3) UK GDPR");
    expect(text).toContain("by the end of Tuesday 2 June 2026 at the latest");
    expect(text).toContain("Our data protection officer gives these reasons:\n\nÜnlike");
    expect(text).toContain("This is the only extension.");
  });

  it.each<[Language, string]>([
    ["en", "# looks at your data: 3 May 2026 at 14:02:31; 4 May 2026 at 00:30:00 (local time, Europe/London)."],
    ["fr", "# consultations de vos données\u00a0: le 3 mai 2026 à 14:02:31\u00a0; le 4 mai 2026 à 00:30:00 ("],
    ["de", "# Zugriffe auf Ihre Daten: 3. Mai 2026 um 14:02:31; 4. Mai 2026 um 00:30:00 (Ortszeit, Europe/London)."],
    ["es", "# consultas de sus datos: el 3 de mayo de 2026 a las 14:02:31; el 4 de mayo de 2026 a las 0:30:00 ("],
  ])("tells the day and the time of every look, from the earliest on, in %s", (language, sentence) => {
    expect(textOf(CONTENTS.explanation, language)).toContain(sentence.replace("#", "2"));
    expect(letter({ ...CONTENTS.explanation, looks: [] }, language).paragraphs).toHaveLength(
      letter(CONTENTS.explanation, language).paragraphs.length - 1,
    );
  });

  it("tells of a breach what the law asks for, and accuses nobody (Art. 34(2))", () => {
    const text = textOf(CONTENTS.misuse);
    for (const part of [
      "Your data was looked at",
      "somebody looked at your data without a valid reason",
      "personal data breach",
      "Art. 34 UK GDPR",
      "3 May 2026 at 14:02:31",
      "What may follow from it",
      "what was and will be done about it:\n\nÜnlike",
      "What you can do",
      "call 112",
      "dpo@example.com",
    ]) {
      expect(`${letter(CONTENTS.misuse).title}\n${text}`).toContain(part);
    }
  });

  it("tells a name with role and unit as far as they are known, for one purpose only", () => {
    const { role, unit, ...nameAlone } = CONTENTS["name-released"];
    const text = textOf(CONTENTS["name-released"]);
    expect(text).toContain("The name is: Zoë Groß, Driver, North depot.");
    expect(text).toContain("for one purpose only");
    expect(textOf({ ...nameAlone, unit })).toContain("The name is: Zoë Groß, North depot.");
    expect(textOf(nameAlone, "es")).toContain("El nombre es: Zoë Groß.");
    expect(textOf(nameAlone)).not.toContain(role);
  });
});
