import type { Period } from "../access.ts";
import { addDays, addMonths } from "../civil-date.ts";

/** Calendar months by UTC (YYYY-MM), as the access log is indexed. */

const startOf = (date: string): string => `${date}T00:00:00.000Z`;

export const periodOfMonth = (month: string): Period => ({
  from: startOf(`${month}-01`),
  to: startOf(addMonths(`${month}-01`, 1)),
});

export const monthBefore = (instant: string): string => addMonths(`${instant.slice(0, 7)}-01`, -1).slice(0, 7);

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
  const { to } = periodOfMonth(month);
  if (madeAt < to) return "not-over";
  return madeAt < startOf(addDays(to.slice(0, 10), LATE_DAYS)) ? "early" : "settled";
};
