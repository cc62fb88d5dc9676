import type { Candidate } from "../domain/candidates.ts";
import type { Language } from "../domain/vocabulary.ts";
import type { CandidateWords } from "./candidate-words.ts";
import { candidate as de } from "./de/candidate.ts";
import { candidate as en } from "./en/candidate.ts";
import { candidate as es } from "./es/candidate.ts";
import { candidate as fr } from "./fr/candidate.ts";

const WORDS: Readonly<Record<Language, CandidateWords>> = { en, fr, de, es };

/** Why somebody is a candidate, for the desk; what speaks for them is said as plainly as what has to be explained. */
export const describeCandidate = (
  language: Language,
  { numberMatches, looks, unconfirmed, near }: Candidate,
): string => {
  const words = WORDS[language];
  return [
    ...(numberMatches ? [words.number] : []),
    ...(looks === 0
      ? [words.noLooks]
      : [words.looks(looks), unconfirmed === 0 ? words.allConfirmed : words.unconfirmed(unconfirmed)]),
    ...(near > 0 ? [words.near(near)] : []),
  ].join(" ");
};
