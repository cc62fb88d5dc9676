import type { RegardConfig } from "../contract/config.ts";
import type { Letter } from "../contract/matter-entry.ts";
import { ALL_AUTHORITIES_URL, AUTHORITIES } from "../domain/authorities.ts";
import type { LetterKind, RefusalGround } from "../domain/matter-vocabulary.ts";
import { REGIMES, type Regime } from "../domain/regimes.ts";
import type { Language } from "../domain/vocabulary.ts";
import { dateWriter, LOCALES } from "./dates.ts";
import { deadlineDescriber } from "./describe-deadline.ts";
import { LETTER_WORDS } from "./letter.ts";
import type { LetterContent } from "./letter-content.ts";
import { MATTER_LETTER_WORDS } from "./matter-letter.ts";
import type { MatterLetterWords } from "./matter-letter-words.ts";

/**
 * Whether a letter ends with how to go on against it: where something is refused (GDPR Art. 12(4)), and where a
 * complaint may have its outcome (DPA 2018 s.164A).
 */
const NAMES_REMEDIES: Readonly<Record<LetterKind, boolean>> = {
  acknowledgement: false,
  message: false,
  clarification: false,
  explanation: true,
  extension: false,
  "name-released": false,
  misuse: true,
  refusal: true,
  "partial-refusal": true,
  closing: true,
};

type Company = Pick<RegardConfig, "brand" | "dpo" | "timeZone">;

interface Voice {
  readonly company: Company;
  readonly language: Language;
  readonly words: MatterLetterWords;
  readonly regime: Regime;
  /** The law's name in the letter's language. */
  readonly law: string;
}

/**
 * A letter to a customer, whole: salutation, what it is about and under which reference, what this kind of letter has to
 * say, what the data protection officer wrote (word for word, a paragraph of its own at each blank line), how to go on,
 * whom to ask. Paragraphs may hold line ends. Pure, so that a preview is the letter.
 */
export const composeLetter = (company: Company, language: Language, content: LetterContent): Letter => {
  const words = MATTER_LETTER_WORDS[language];
  const regime = REGIMES[content.regime];
  const voice = { company, language, words, regime, law: words.law[regime.law] };
  const { brand, dpo } = company;
  return {
    kind: content.kind,
    language,
    title: words.titles[content.kind],
    paragraphs: [
      LETTER_WORDS[language].salutation,
      words.opening(brand.name, content.reference),
      ...bodyOf(voice, content),
      ...(NAMES_REMEDIES[content.kind] ? remedies(voice) : []),
      words.contact(dpo.name, dpo.email, content.reference),
      `${words.regards}\n${dpo.name}`,
    ],
  };
};

const bodyOf = (voice: Voice, content: LetterContent): readonly string[] => {
  const { company, language, words, regime, law } = voice;
  const { day } = deadlineDescriber(language, company.timeZone);
  switch (content.kind) {
    case "acknowledgement":
      return [
        words.received(day(content.receivedOn)),
        ...(content.isComplaint ? [words.isComplaint] : []),
        content.dueOn === undefined ? words.noDueDate : words.answerBy(day(content.dueOn)),
        ...workedOut(words, content.why),
        words.whatNext,
      ];
    case "message":
      return [words.officerWrites, ...written(content.words), words.answerOnPortal];
    case "clarification":
      return [
        words.officerWrites,
        ...written(content.words),
        words.answerOnPortal,
        ...(regime.mayPause ? [words.clockRests(law)] : []),
      ];
    case "explanation":
      return [...looks(voice, content.looks), words.officerWrites, ...written(content.words)];
    case "extension":
      return [
        words.extended(day(content.dueOn), law),
        ...workedOut(words, content.why),
        words.officerReasons,
        ...written(content.words),
        words.onlyExtension,
      ];
    case "name-released": {
      const { name, role, unit } = content;
      const { nameReleased } = words;
      return [
        nameReleased.name(
          name,
          [role, unit].filter((one) => one !== undefined),
        ),
        nameReleased.purpose(law),
        nameReleased.noJudgement,
        words.officerWrites,
        ...written(content.words),
      ];
    }
    case "misuse": {
      const { misuse } = words;
      return [
        misuse.nature(company.brand.name, law),
        ...looks(voice, content.looks),
        misuse.officerWrites,
        ...written(content.words),
        misuse.consequences,
        misuse.recorded(law),
        misuse.advice,
        misuse.compensation(law),
      ];
    }
    case "refusal":
      return [words.refused, ...reasons(voice, content)];
    case "partial-refusal":
      return [words.partlyRefused, ...reasons(voice, content)];
    case "closing":
      return [words.outcomes[content.outcome], words.officerWrites, ...written(content.words), words.closed];
  }
};

/** What a person wrote, unchanged but for the blank lines between its paragraphs. */
const written = (text: string): readonly string[] => text.split(/\n\s*\n/).filter((piece) => piece.trim() !== "");

const workedOut = ({ workedOut }: MatterLetterWords, why: readonly string[]): readonly string[] =>
  why.length === 0 ? [] : [[workedOut, ...why].join(" ")];

const reasons = (
  { words, law }: Voice,
  content: { readonly ground: RefusalGround; readonly words: string },
): readonly string[] => [words.grounds[content.ground](law), words.officerReasons, ...written(content.words)];

/** The exact day and time of each (CJEU C-579/21), by the company's clock. */
const looks = ({ company, language, words }: Voice, instants: readonly string[]): readonly string[] => {
  if (instants.length === 0) return [];
  const { timeZone } = company;
  const date = dateWriter(language, timeZone);
  const time = new Intl.DateTimeFormat(LOCALES[language], { timeZone, timeStyle: "medium", hourCycle: "h23" });
  const times = instants
    .toSorted()
    .map((instant) => LETTER_WORDS[language].at(date(instant), time.format(new Date(instant))));
  return [words.looks(times, timeZone)];
};

const remedies = ({ company, words, regime, law }: Voice): readonly string[] => {
  const authority = AUTHORITIES[regime.authority];
  return [
    words.complainHere(company.dpo.name, company.dpo.email),
    words.complainToAuthority(authority.name, authority.url, law),
    ...(regime.law === "EU" ? [words.otherAuthorities(ALL_AUTHORITIES_URL)] : []),
    words.court(law),
  ];
};
