import { Failure } from "./api.ts";
import { at, tell } from "./dom.ts";
import { refuse } from "./faults.ts";
import { prepareProblems, showProblem, wordsOf } from "./problem-box.ts";

interface Step {
  readonly field: string;
  /** What is wrong with the typed text, in words; empty where nothing is. */
  readonly fault: (text: string) => string;
  /** Said while the service is asked. */
  readonly busy: string;
  readonly send: (text: string) => Promise<void>;
}

/** Whether a failure is about what was typed; the others are about the service and can be tried again as they are. */
export const isTyped = (error: unknown): error is Failure =>
  error instanceof Failure && /^(REQUEST_INVALID|CODE_)/.test(error.code);

/** A page that asks for one thing: checks it, sends it, goes on; keeps what was typed whatever happens. */
export const oneQuestion = ({ field, fault, busy, send }: Step): void => {
  const form = at("#form", HTMLFormElement);
  const input = at(field, HTMLInputElement);
  const button = at("button", HTMLButtonElement, form);
  let sending = false;

  const go = async (): Promise<void> => {
    if (sending || refuse([[field, fault(input.value)]])) return;
    sending = true;
    button.setAttribute("aria-disabled", "true");
    tell("#status", busy);
    try {
      await send(input.value);
      location.assign(form.dataset["next"] ?? "/");
    } catch (error) {
      if (isTyped(error)) refuse([[field, wordsOf(error)]]);
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
