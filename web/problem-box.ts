import { Failure } from "./api.ts";
import { at, element, show } from "./dom.ts";
import { clockTime, knows, say } from "./say.ts";

const title = document.title;
let again: (() => void) | undefined;

/** What a failure means, in the person's words. */
export const wordsOf = (error: unknown): string => {
  const { code, retryAfterSeconds } = error instanceof Failure ? error : new Failure("UNEXPECTED");
  return say(knows(code) ? code : "UNEXPECTED", { time: clockTime(Date.now() + retryAfterSeconds * 1_000) });
};

export const hideProblem = (): void => {
  show("#problem", false);
  document.title = title;
};

/** Says what is wrong where nobody can miss it; `field` is where to put it right, `retry` what to do once more. */
export const showProblem = (words: string, { field, retry }: { field?: string; retry?: () => void } = {}): void => {
  const link = element(field ? "a" : "span", words);
  if (field) link.setAttribute("href", field);
  at("#problem-words", HTMLElement).replaceChildren(link);
  again = retry;
  show("#retry", retry !== undefined);
  show("#problem");
  document.title = `${say("errorTitle")}: ${title}`;
  at("#problem", HTMLElement).focus();
};

export const prepareProblems = (): void => {
  at("#retry", HTMLButtonElement).addEventListener("click", () => {
    hideProblem();
    again?.();
  });
};
