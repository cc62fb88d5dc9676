import { addDays } from "../civil-date.ts";
import { monthAfter, monthPeriod } from "../months.ts";

/** Calendar months by UTC (YYYY-MM), as the access log is indexed. */

const startOf = (date: string): string => `${date}T00:00:00.000Z`;

export const monthBefore = (instant: string): string => monthAfter(instant.slice(0, 7), -1);

/** Every day of a month, in order. */
export const daysOfMonth = (month: string): readonly string[] => {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
};

/** Events and business facts may come so late. */
const LATE_DAYS = 7;

/** How final the numbers of a month are that are made at an instant. */
export type Finality = "not-over" | "early" | "settled";
export const finalityOf = (month: string, madeAt: string): Finality => {
  const { to } = monthPeriod(month);
  if (madeAt < to) return "not-over";
  return madeAt < startOf(addDays(to.slice(0, 10), LATE_DAYS)) ? "early" : "settled";
};
