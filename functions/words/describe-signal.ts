import type { RegardConfig } from "../contract/config.ts";
import type { Hit, SignalInputs, SignalRule } from "../domain/signals/signal.ts";
import type { Language } from "../domain/vocabulary.ts";
import { dateWriter } from "./dates.ts";
import { signals as de } from "./de/signals.ts";
import { signals as en } from "./en/signals.ts";
import { signals as es } from "./es/signals.ts";
import { signals as fr } from "./fr/signals.ts";
import type { SignalWords, SignalWriter } from "./signal-words.ts";

const SIGNAL_WORDS: Readonly<Record<Language, SignalWords>> = { en, fr, de, es };

/** A rule's hit in words. */
export interface SignalDescription {
  readonly title: string;
  readonly sentence: string;
}

/** Describes hits in one language, with the company's own sources and time zone. */
export const signalDescriber = (
  config: Pick<RegardConfig, "sources" | "timeZone">,
  language: Language,
): (<Rule extends SignalRule>(hit: {
  readonly rule: Rule;
  readonly inputs: SignalInputs[Rule];
}) => SignalDescription) => {
  const words = SIGNAL_WORDS[language];
  const names = new Map(config.sources.map(({ source, name }) => [source, name]));
  const inZone = dateWriter(language, config.timeZone);
  const asWritten = dateWriter(language, "UTC");
  const write: SignalWriter = {
    date: inZone,
    day: (date) => asWritten(`${date}T12:00:00.000Z`),
    source: (source) => names.get(source) ?? source,
  };
  return ({ rule, inputs }) => ({
    title: words.titles[rule],
    sentence: `${words.sentences[rule](inputs, write)} ${words.needsExplanation}`,
  });
};

/** Several hits as one text of at most `max` characters: each sentence once, as many as fit, and the end once. */
export const hitsInWords = (
  config: Pick<RegardConfig, "sources" | "timeZone">,
  language: Language,
  hits: readonly Hit[],
  max: number,
): string => {
  const describe = signalDescriber(config, language);
  const end = ` ${SIGNAL_WORDS[language].needsExplanation}`;
  const sentences = hits.map((hit) => describe(hit).sentence.slice(0, -end.length));
  const told = [...new Set(sentences)].reduce((text, sentence) => {
    const longer = text === "" ? sentence : `${text} ${sentence}`;
    return longer.length + end.length <= max ? longer : text;
  }, "");
  return `${told}${end}`.trim();
};
