import type { Language } from "../domain/vocabulary.ts";

/** British English: "en" alone would put the month first in dates and a comma before the last "and". */
export const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", fr: "fr", de: "de", es: "es" };

const formats = new Map<string, Intl.DateTimeFormat>();

/** Writes the civil date on which an instant falls in a zone: "3 May 2026", "1er mai 2026", "3. Mai 2026". */
export const dateWriter = (language: Language, timeZone: string): ((instant: string) => string) => {
  const key = `${language} ${timeZone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { timeZone, dateStyle: "long" });
  formats.set(key, format);
  return (instant) => {
    const date = format.format(new Date(instant));
    return language === "fr" ? date.replace(/^1 /, "1er ") : date;
  };
};
