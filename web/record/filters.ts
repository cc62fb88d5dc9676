import { at, show, tell } from "../dom.ts";
import { say, sayCount } from "../say.ts";
import { type Choice, chosen, type Look, tally, whoLooked } from "./look.ts";

const FIELDS = ["evidence", "purpose", "person", "from", "to"] as const;

const field = (name: string): HTMLInputElement | HTMLSelectElement => {
  const found = at("#filters", HTMLFormElement).elements.namedItem(name);
  if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) return found;
  throw new Error(`no ${name}`);
};

export const choice = (): Choice => {
  const [evidence = "", purpose = "", person = "", from = "", to = ""] = FIELDS.map((name) => field(name).value);
  return { evidence, purpose, person, from, to };
};

export const restoreChoice = (values: Partial<Choice>): void => {
  for (const name of FIELDS) field(name).value = values[name] ?? "";
  at("#filtering", HTMLDetailsElement).open = FIELDS.some((name) => field(name).value !== "");
};

/** What can be chosen: only what occurs in this record. */
export const offerChoices = (looks: readonly Look[]): void => {
  const offer = (name: string, entries: ReturnType<typeof tally>) => {
    const select = at(`[name=${name}]`, HTMLSelectElement);
    select.length = 1;
    select.append(...entries.map(({ key, label, count }) => new Option(`${label} (${count})`, key)));
  };
  offer(
    "purpose",
    tally(
      looks,
      ({ purpose }) => purpose,
      ({ why }) => why,
    ),
  );
  offer(
    "person",
    tally(looks, ({ employee }) => employee.handle, whoLooked),
  );
  for (const name of ["from", "to"]) {
    const input = at(`[name=${name}]`, HTMLInputElement);
    input.min = looks.at(-1)?.day ?? "";
    input.max = looks[0]?.day ?? "";
  }
};

/** The rows that fit the filters; says how many there are. */
export const filtered = (looks: readonly Look[]): readonly Look[] => {
  const found = chosen(looks, choice());
  const total = looks.length;
  const none = total === 0 ? "empty" : "noneFound";
  const words = found.length === total ? sayCount("count", total) : sayCount("countOf", found.length, { total });
  tell("#count", found.length === 0 ? say(none) : words);
  show("#filtering", total > 0);
  return found;
};

/** Calls `changed` on every change; the form answers at once, without a button. */
export const prepareFilters = (changed: () => void): void => {
  const form = at("#filters", HTMLFormElement);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", changed);
  // The fields are emptied after this event.
  form.addEventListener("reset", () => setTimeout(changed));
};
