import type { Period } from "./access.ts";
import { Refusal } from "./errors.ts";

/** Before and after every instant that an event can carry. */
export const EVER: Period = { from: "0000-01-01T00:00:00.000Z", to: "9999-12-31T23:59:59.999Z" };

const formats = new Map<string, Intl.DateTimeFormat>();
const isoDates = (timeZone: string): Intl.DateTimeFormat => {
  // Swedish writes civil dates as ISO 8601 does.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  formats.set(timeZone, format);
  return format;
};

/** The civil date (YYYY-MM-DD) on which an instant falls in a zone. */
export const civilDateOf = (instant: string | number, timeZone: string): string =>
  isoDates(timeZone).format(new Date(instant));

const HOUR = 3_600_000;

// Civil dates never run backwards as time goes on, not even where the clock is put back at midnight; so the first
// instant of a date can be searched for, whatever the zone did that night, days it skipped included.
const firstInstant = (near: number, holds: (date: string) => boolean, timeZone: string): string => {
  let [before, at] = [near - 16 * HOUR, near + 16 * HOUR];
  while (at - before > 1) {
    const middle = Math.floor((before + at) / 2);
    if (holds(civilDateOf(middle, timeZone))) at = middle;
    else before = middle;
  }
  return at >= Date.parse(EVER.to) ? EVER.to : new Date(Math.max(at, Date.parse(EVER.from))).toISOString();
};

/** The first instant of a civil date in a zone, UTC. */
export const startOfDate = (date: string, timeZone: string): string =>
  firstInstant(Date.parse(date), (local) => local >= date, timeZone);

/**
 * The half-open period of civil dates in a zone, both included; an end that is left out stays open.
 * Throws `REQUEST_INVALID` where the last date lies before the first.
 */
export const periodOfDates = (
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  timeZone: string,
): Partial<Period> => {
  if (from !== undefined && to !== undefined && to < from) {
    throw new Refusal("REQUEST_INVALID", { field: "to", detail: "The last date lies before the first." });
  }
  const dayAfter = to === undefined ? 0 : Date.parse(to) + 24 * HOUR;
  return {
    ...(from !== undefined && { from: startOfDate(from, timeZone) }),
    ...(to !== undefined && { to: firstInstant(dayAfter, (local) => local > to, timeZone) }),
  };
};
