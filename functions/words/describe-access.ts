import type { RegardConfig } from "../contract/config.ts";
import type { Access } from "../domain/access.ts";
import type { Evidence } from "../domain/evidence.ts";
import { isBuiltInPurpose } from "../domain/purposes.ts";
import { firstLanguage, type Language } from "../domain/vocabulary.ts";
import { dateWriter, LOCALES } from "./dates.ts";
import { row as de } from "./de/row.ts";
import { row as en } from "./en/row.ts";
import { row as es } from "./es/row.ts";
import { row as fr } from "./fr/row.ts";
import type { RowWords } from "./row-words.ts";

const ROW_WORDS: Readonly<Record<Language, RowWords>> = { en, fr, de, es };

/** The sentences of one row. */
export interface AccessDescription {
  readonly why: string;
  readonly evidenceWords: string;
  readonly sawWords: string;
}

/** Describes accesses in one language, with the company's own purposes, case types and time zone. */
export const accessDescriber = (
  config: Pick<RegardConfig, "purposes" | "cases" | "timeZone" | "languages">,
  language: Language,
): ((access: Access, evidence: Evidence) => AccessDescription) => {
  const words = ROW_WORDS[language];
  const list = new Intl.ListFormat(LOCALES[language], { type: "conjunction" });
  const date = dateWriter(language, config.timeZone);
  // What was begun in a language that the company has given up since is said in its first one.
  const inWords = (own: Readonly<Partial<Record<Language, string>>> = {}): string[] =>
    [own[language] ?? own[firstLanguage(config)]].filter((text) => text !== undefined);
  const ownPurposes = new Map(
    config.purposes.flatMap(({ code, words: own }) =>
      inWords(own).map((clause) => [code, sentence(clause, language)] as const),
    ),
  );
  const matters = new Map([
    ...Object.entries(words.cases),
    ...config.cases.flatMap(({ type, words: own }) => inWords(own).map((text) => [type, text] as const)),
  ]);
  const categories = new Map(Object.entries(words.categories));

  const why = (code: string): string =>
    isBuiltInPurpose(code) ? words.purposes[code] : (ownPurposes.get(code) ?? words.otherPurpose(code));

  /** The nearest word that there is: `contact.fax` is among the contact details. */
  const category = (name: string): string => {
    for (let known = name; known !== ""; known = known.slice(0, Math.max(known.lastIndexOf("."), 0))) {
      const word = categories.get(known);
      if (word !== undefined) return word;
    }
    return words.otherCategory(name);
  };

  const what = ({ dataCategories, fieldsRevealed, involvement }: Access): string => {
    const parts = dataCategories.length > 0 ? dataCategories.map(category) : fieldsRevealed.map(words.otherCategory);
    if (parts.length > 0) return list.format(new Set(parts));
    return involvement === "listed" ? words.categories["contact.name"] : words.notRecorded;
  };

  const saw = (access: Access): string => {
    const { action, involvement, outcome, recipient, recordCount = 1 } = access;
    const lock = access.breakGlass && words.lockOverridden;
    if (outcome === "denied") return sentences(words.did(words.tried, what(access)), words.refused, lock);
    return sentences(
      words.did(involvement === "listed" ? words.listed : words.actions[action], what(access)),
      outcome === "error" && words.failed,
      recordCount > 1 && words.together(recordCount - 1),
      recipient !== undefined && words.passedOn(recipient),
      lock,
    );
  };

  return (access, { rule, openedAt, closedAt }) => ({
    why: why(access.purpose),
    evidenceWords: words.evidence[rule]({
      matter: matters.get(access.case?.type ?? "") ?? words.otherCase,
      opened: openedAt === undefined ? "" : date(openedAt),
      closed: closedAt === undefined ? "" : date(closedAt),
    }),
    sawWords: saw(access),
  });
};

const sentences = (...parts: readonly (string | false)[]): string => parts.filter((part) => part !== false).join(" ");

/** A clause of the configuration as a sentence. */
const sentence = (clause: string, language: Language): string =>
  clause.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase(language)).replace(/(?<![.!?…])$/u, ".");
