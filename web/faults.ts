import { at, show, tell } from "./dom.ts";
import { hideProblem, showProblem } from "./problem-box.ts";

/** What is wrong with a field, named by its selector; empty where nothing is. */
export type Fault = readonly [field: string, words: string];

const controlOf = (field: string): Element => {
  const element = at(field, HTMLElement);
  return element.matches("input, select, textarea") ? element : at("input", HTMLElement, element);
};

/** Shows what is wrong beside each field and, for the first of them, where nobody can miss it. */
export const refuse = (faults: readonly Fault[]): boolean => {
  hideProblem();
  for (const [field, words] of faults) {
    tell(`${field}-fault`, words);
    show(`${field}-fault`, words !== "");
    const control = controlOf(field);
    if (words === "") control.removeAttribute("aria-invalid");
    else control.setAttribute("aria-invalid", "true");
  }
  const first = faults.find(([, words]) => words !== "");
  if (first !== undefined) showProblem(first[1], { field: `#${controlOf(first[0]).id}` });
  return first !== undefined;
};
