import { Failure } from "./api.ts";
import { at, show, tell } from "./dom.ts";
import { hideProblem, prepareProblems, showProblem, wordsOf } from "./problem-box.ts";

interface Step {
  readonly field: string;
  /** What is wrong with the typed text, in words; empty where nothing is. */
  readonly fault: (text: string) => string;
  /** Said while the service is asked. */
  readonly busy: string;
  readonly send: (text: string) => Promise<void>;
}

/** The codes that are about what was typed; the others are about the service and can be tried again as they are. */
const TYPED = /^(REQUEST_INVALID|CODE_)/;

/** A page that asks for one thing: checks it, sends it, goes on; keeps what was typed whatever happens. */
export const oneQuestion = ({ field, fault, busy, send }: Step): void => {
  const form = at("#form", HTMLFormElement);
  const input = at(field, HTMLInputElement);
  const button = at("button", HTMLButtonElement, form);
  let sending = false;

  const refuse = (words: string): void => {
    input.setAttribute("aria-invalid", "true");
    tell(`${field}-fault`, words);
    show(`${field}-fault`);
    showProblem(words, { field });
  };
  const go = async (): Promise<void> => {
    if (sending) return;
    hideProblem();
    input.removeAttribute("aria-invalid");
    show(`${field}-fault`, false);
    const words = fault(input.value);
    if (words !== "") return refuse(words);
    sending = true;
    button.setAttribute("aria-disabled", "true");
    tell("#status", busy);
    try {
      await send(input.value);
      location.assign(form.dataset["next"] ?? "/");
    } catch (error) {
      if (error instanceof Failure && TYPED.test(error.code)) refuse(wordsOf(error));
      else showProblem(wordsOf(error), { retry: go });
    } finally {
      sending = false;
      button.removeAttribute("aria-disabled");
      tell("#status", "");
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  prepareProblems();
};
