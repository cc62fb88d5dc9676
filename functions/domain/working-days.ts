import { addDays, weekdayOf } from "./civil-date.ts";
import type { HolidayCalendar } from "./holidays/calendar.ts";

/** Why a civil date is no working day. */
export type DayOff = "saturday" | "sunday" | "holiday";

/** Undefined for a working day (Reg. 1182/71 Art. 2(2)). A holiday on a weekend is a weekend. */
export const dayOffOn = (date: string, holidays: HolidayCalendar): DayOff | undefined => {
  const weekday = weekdayOf(date);
  if (weekday === 6) return "saturday";
  if (weekday === 0) return "sunday";
  return holidays.has(date) ? "holiday" : undefined;
};

/** The date itself where it is a working day, else the next one that is (Reg. 1182/71 Art. 3(4)). */
export const roll = (date: string, holidays: HolidayCalendar): string =>
  dayOffOn(date, holidays) === undefined ? date : roll(addDays(date, 1), holidays);

/** The working day that is `count` working days after a date; the date itself does not count. */
export const workingDaysLater = (date: string, count: number, holidays: HolidayCalendar): string =>
  count === 0 ? date : workingDaysLater(roll(addDays(date, 1), holidays), count - 1, holidays);
