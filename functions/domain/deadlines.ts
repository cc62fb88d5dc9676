import { addDays, addMonths } from "./civil-date.ts";
import type { DerivedDate, DerivedInstant, Step } from "./derivation.ts";
import type { Jurisdiction } from "./jurisdiction.ts";
import { dayOffOn, roll } from "./working-days.ts";

/** A complaint is acknowledged within this many days, counted from the day after receipt (DPA 2018 s.164A). */
const ACKNOWLEDGEMENT_DAYS = 30;
/** A breach is notified within this many hours of awareness (GDPR Art. 33(1)). */
const NOTIFICATION_HOURS = 72;
const HOUR_MS = 3_600_000;

const datesBetween = (from: string, to: string): readonly string[] =>
  from > to ? [] : [from, ...datesBetween(addDays(from, 1), to)];

/** The next working day, the date itself included, after the steps that led to the date. */
export const rolled = (date: string, before: readonly Step[], { holidays }: Jurisdiction): DerivedDate => {
  const on = roll(date, holidays);
  const because = dayOffOn(date, holidays);
  const passed = datesBetween(addDays(date, 1), addDays(on, -1)).filter((day) => dayOffOn(day, holidays) === "holiday");
  const moved: readonly Step[] =
    because === undefined ? [] : [{ kind: "rolled", from: date, to: on, because, holidays: passed }];
  // Where holidays are not known, nobody can promise that a weekday is a working day.
  const stays: readonly Step[] = because === undefined && holidays.knows(on) ? [{ kind: "working-day", on }] : [];
  const unknown = new Set([date, on].filter((day) => !holidays.knows(day)).map((day) => day.slice(0, 4)));
  const doubts = [...unknown].map((year): Step => ({ kind: "holidays-unknown", year }));
  return { on, steps: [...before, ...moved, ...stays, ...doubts] };
};

/** The step to the same day some months later, always from `from`. */
export const monthsLater = (from: string, months: 1 | 3): DerivedDate => {
  const on = addMonths(from, months);
  return { on, steps: [{ kind: "months-later", months, on, clamped: on.slice(8) !== from.slice(8) }] };
};

/** The step to a date some days later. */
export const daysLater = (from: string, days: number): DerivedDate => {
  const on = addDays(from, days);
  return { on, steps: [{ kind: "days-later", days, on }] };
};

/** By when a complaint received on a civil date is acknowledged; undefined where the law knows no such duty then. */
export const complaintAcknowledgement = (receivedOn: string, jurisdiction: Jurisdiction): DerivedDate | undefined => {
  const { complaintsSince } = jurisdiction;
  if (complaintsSince === undefined || receivedOn < complaintsSince) return undefined;
  const { on, steps } = daysLater(receivedOn, ACKNOWLEDGEMENT_DAYS);
  return rolled(on, [{ kind: "received", on: receivedOn }, ...steps], jurisdiction);
};

/** By which instant a breach known since `knownAt` (an instant) is notified. Hours do not roll. */
export const breachNotification = (knownAt: string): DerivedInstant => {
  const known = new Date(knownAt);
  const at = new Date(known.getTime() + NOTIFICATION_HOURS * HOUR_MS).toISOString();
  return {
    at,
    steps: [
      { kind: "breach-known", at: known.toISOString() },
      { kind: "hours-later", hours: NOTIFICATION_HOURS, at },
      { kind: "hours-run-on" },
    ],
  };
};
