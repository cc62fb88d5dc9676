const DAY_MS = 86_400_000;

// Civil dates are reckoned in UTC, which has no days of 23 or 25 hours; no zone is involved.
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The civil date (YYYY-MM-DD) some days after another, or before it. */
export const addDays = (date: string, days: number): string => dateOf(Date.parse(date) + days * DAY_MS);

/** The same day some months later; the last day of that month where it is shorter (Reg. 1182/71 Art. 3(2)(c)). */
export const addMonths = (date: string, months: number): string => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dateOf(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
};

/** How many civil dates there are from one to another, both counted. */
export const daysFromTo = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/** The day of the week, 0 for Sunday. */
export const weekdayOf = (date: string): number => new Date(date).getUTCDay();
