import { type HolidayCalendar, holidayCalendar, type OwnHolidays } from "./holidays/calendar.ts";
import { REGIMES, type Regime, type RegimeId } from "./regimes.ts";

/** A regime with its holidays: all that a time limit depends on beside what happened. */
export interface Jurisdiction extends Regime {
  readonly holidays: HolidayCalendar;
}

/** `own` are the company's own holidays (`holidays` of regard.config.ts). */
export const jurisdictionOf = (regime: RegimeId, own: OwnHolidays = {}): Jurisdiction => ({
  ...REGIMES[regime],
  holidays: holidayCalendar(regime, own),
});
