import { at } from "../dom.ts";
import { fillIn, numberOf, type Places } from "../say.ts";
import type { DeskAppWords } from "../words/desk/app-words.ts";
import type { CountOf, WordPath } from "../words/desk/translation.ts";

/** Read once: a list of five hundred matters says thousands of words. */
const words = new Map(
  Array.from(at("#words", HTMLTemplateElement).content.children, ({ id, textContent }) => [id, textContent ?? ""]),
);

export type WordKey = WordPath<DeskAppWords>;

/** Words of the desk in the page's language; a key that no language has does not compile. */
export const w = (key: WordKey, places?: Places): string => {
  const text = words.get(key) ?? "";
  return places === undefined ? text : fillIn(text, places);
};

/** The same for a count. */
export const wCount = (key: CountOf<DeskAppWords>, n: number, places: Places = {}): string =>
  fillIn(words.get(`${key}.${numberOf(n)}`) ?? "", { ...places, n });
