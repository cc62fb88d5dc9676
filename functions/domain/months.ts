import type { Period } from "./access.ts";

/** A calendar month (UTC, `YYYY-MM`) so many months later, or before. */
export const monthAfter = (month: string, by = 1): string => {
  const date = new Date(`${month}-01T00:00:00.000Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
};

/** From its first instant to that of the next. */
export const monthPeriod = (month: string): Period => ({
  from: `${month}-01T00:00:00.000Z`,
  to: `${monthAfter(month)}-01T00:00:00.000Z`,
});

/** The calendar months from one instant to another, both included, oldest first. */
export const monthsBetween = (from: string, to: string): readonly string[] => {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = monthAfter(month)) months.push(month);
  return months;
};
