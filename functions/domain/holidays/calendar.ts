import type { RegimeId } from "../regimes.ts";
import { BELGIUM, ESTONIA, FINLAND, FRANCE, GERMANY, IRELAND, NETHERLANDS, SPAIN } from "./european-union.ts";
import type { HolidayTable } from "./holiday-table.ts";
import { ENGLAND_AND_WALES, NORTHERN_IRELAND, SCOTLAND } from "./united-kingdom.ts";

/** The snapshot that Regard brings along. */
export const HOLIDAYS: Readonly<Record<RegimeId, HolidayTable>> = {
  "GB-ENG": ENGLAND_AND_WALES,
  "GB-SCT": SCOTLAND,
  "GB-NIR": NORTHERN_IRELAND,
  FR: FRANCE,
  DE: GERMANY,
  ES: SPAIN,
  IE: IRELAND,
  BE: BELGIUM,
  NL: NETHERLANDS,
  EE: ESTONIA,
  FI: FINLAND,
};

/** The company's own holidays by regime, as civil dates. */
export type OwnHolidays = { readonly [Id in RegimeId]?: readonly string[] | undefined };

/** Which civil dates are public holidays, and for which years that is known. */
export interface HolidayCalendar {
  has(date: string): boolean;
  /** Whether the holidays of the date's year are known. Where not, only weekends can be told from working days. */
  knows(date: string): boolean;
}

const yearOf = (date: string): string => date.slice(0, 4);

const datesOf = ({ years }: HolidayTable): readonly string[] =>
  Object.entries(years).flatMap(([year, days]) => days.split(" ").map((day) => `${year}-${day}`));

/** The holidays of a regime. The company's own list stands for the whole of every year that it names. */
export const holidayCalendar = (regime: RegimeId, { [regime]: own = [] }: OwnHolidays = {}): HolidayCalendar => {
  const ownYears = new Set(own.map(yearOf));
  const dates = new Set(
    datesOf(HOLIDAYS[regime])
      .filter((date) => !ownYears.has(yearOf(date)))
      .concat(own),
  );
  const years = new Set([...dates].map(yearOf));
  return { has: (date) => dates.has(date), knows: (date) => years.has(yearOf(date)) };
};
