import { civilDateOf } from "../../functions/domain/period.ts";
import { companyZone, date } from "../say.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const days = new Map<string, string>();

/** A civil date as people write it here: "2 Mar 2026". */
export const day = (civilDate: string): string => {
  const known = days.get(civilDate) ?? date(`${civilDate}T12:00:00Z`, { dateStyle: "medium", timeZone: "UTC" });
  days.set(civilDate, known);
  return known;
};

/** An instant by the company's clock, to the minute; looks need the second too (CJEU C-579/21). */
export const moment = (instant: string, timeStyle: "short" | "medium" = "short"): string =>
  date(instant, { dateStyle: "medium", timeStyle, timeZone: companyZone });

/** The civil date of an instant by the company's clock. */
export const dayOf = (instant: string): string => day(civilDateOf(instant, companyZone));

export const today = (now: number): string => civilDateOf(now, companyZone);

/** Days from today until a civil date; negative where it has passed. */
export const daysUntil = (civilDate: string, now: number): number =>
  Math.round((Date.parse(civilDate) - Date.parse(today(now))) / DAY);

/** How long until an instant, or since it, in whole hours and minutes. */
export const hoursTo = (instant: string, now: number): { readonly h: number; readonly min: number; over: boolean } => {
  const ms = Date.parse(instant) - now;
  const minutes = Math.floor(Math.abs(ms) / MINUTE);
  return { h: Math.floor(minutes / 60), min: minutes % 60, over: ms < 0 };
};
