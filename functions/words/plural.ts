import type { Language } from "../domain/vocabulary.ts";

/**
 * Chooses between the forms of a counted phrase by the language's own rule (French counts 0 as singular), and writes
 * the number its way. `#` in a form stands for the number.
 */
export const counter = (language: Language): ((count: number, one: string, other?: string) => string) => {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count, one, other = one) =>
    (rules.select(count) === "one" ? one : other).replaceAll("#", () => numbers.format(count));
};
