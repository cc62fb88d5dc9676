import type { Language } from "../../domain/vocabulary.ts";
import { dateWriter } from "../../words/dates.ts";

/** Writes instants as the clock on the customer's wall showed them. */
export interface LocalTime {
  /** "3 May 2026" */
  date(instant: string): string;
  /** "Sunday, 3 May 2026" */
  day(instant: string): string;
  /** "14:02:31" */
  time(instant: string): string;
  /** "2026-05-03 14:02:31", which spreadsheets read as a date in every language. */
  sortable(instant: string): string;
}

export const localTime = (timeZone: string, language: Language): LocalTime => {
  const format = (locale: string, options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (instant: string) => formatter.format(new Date(instant));
  };
  const date = dateWriter(language, timeZone);
  const weekday = format(language, { weekday: "long" });
  return {
    date,
    day: (instant) => `${weekday(instant)}${language === "fr" ? "" : ","} ${date(instant)}`,
    time: format(language, { timeStyle: "medium", hourCycle: "h23" }),
    // Swedish writes dates and times as ISO 8601 does.
    sortable: format("sv", { dateStyle: "short", timeStyle: "medium" }),
  };
};
