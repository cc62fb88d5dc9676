import { at } from "./dom.ts";

export type Places = Readonly<Record<string, string | number>>;

const root = document.documentElement;
/** `en`, `fr`…: what the API is told; `lang` says how numbers and dates are written. */
export const language = root.dataset["language"] ?? "en";
const locale = root.lang;
/** The company's time zone: the one in which its civil dates count. */
export const companyZone = root.dataset["zone"] ?? "UTC";

const words = at("#words", HTMLTemplateElement).content;
const plural = new Intl.PluralRules(locale);
const number = new Intl.NumberFormat(locale);

export const knows = (key: string): boolean => words.getElementById(key) !== null;

/** Words with `{places}` filled in. */
export const fillIn = (text: string, places: Places): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = places[name];
    return typeof value === "number" ? number.format(value) : (value ?? place);
  });

/** Words of this page in its language. */
export const say = (key: string, places: Places = {}): string =>
  fillIn(words.getElementById(key)?.textContent ?? "", places);

/** Singular or plural, by the language's own rule. */
export const numberOf = (n: number): "one" | "other" => (plural.select(n) === "one" ? "one" : "other");

/** The same for a count. */
export const sayCount = (key: string, n: number, places: Places = {}): string =>
  say(`${key}.${numberOf(n)}`, { ...places, n });

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant as people write it here. */
export const date = (instant: string | number, options: Intl.DateTimeFormatOptions): string => {
  const key = JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format.format(new Date(instant));
};

/** Time of day in the reader's own zone, for things that end soon. */
export const clockTime = (instant: number): string => date(instant, { timeStyle: "short" });
