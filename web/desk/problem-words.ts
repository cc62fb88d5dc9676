import { Failure } from "../api.ts";
import { wordsOf } from "../problem-box.ts";
import { type WordKey, w } from "./words.ts";

const PROBLEMS = [
  "MATTER_CHANGED",
  "ACT_NOT_POSSIBLE",
  "PAUSE_NOT_POSSIBLE",
  "EXTENSION_NOT_POSSIBLE",
  "RELEASE_NOT_POSSIBLE",
  "SECOND_PERSON_NEEDED",
  "BREACH_UNDECIDED",
  "ROWS_UNKNOWN",
  "LOOK_NOT_LOGGED",
  "REQUEST_TOO_LARGE",
  "REQUEST_INVALID",
  "NOT_FOUND",
] as const;

export const codeOf = (error: unknown): string => (error instanceof Failure ? error.code : "UNEXPECTED");

/** What a failure means, in the words of people at work. */
export const problemWords = (error: unknown): string => {
  const code = PROBLEMS.find((one) => one === codeOf(error));
  return code === undefined ? wordsOf(error) : w(`form.problems.${code}` satisfies WordKey);
};
