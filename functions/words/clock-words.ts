import type { DayOff } from "../domain/working-days.ts";

/** How dates are worked out. Dates come written, with or without their weekday; clauses join to one sentence. */
export interface ClockWords {
  /** What stands between clauses. */
  readonly join: string;
  /** A weekday and the rest of its date: "Monday 2 March 2026". */
  readonly day: (weekday: string, date: string) => string;
  /** A day and the time on it. */
  readonly moment: (day: string, time: string) => string;
  /** A date's headline and how it was worked out, as one sentence. */
  readonly headed: (head: string, clauses: string) => string;

  readonly due: (day: string) => string;
  /** There is no due date while the time stands still or has not started. */
  readonly open: string;
  readonly houseTarget: (day: string) => string;
  readonly extensionNotice: (day: string) => string;
  readonly acknowledgement: (day: string) => string;
  readonly notification: (moment: string) => string;

  readonly received: (date: string) => string;
  readonly identityArrived: (date: string) => string;
  readonly identityAwaited: (date: string) => string;
  readonly identityNotAwaited: string;
  /** `clamped`: that month has no such day, so its last day counts. */
  readonly monthsLater: (months: 1 | 3, date: string, clamped: boolean) => string;
  readonly daysLater: (days: number, date: string) => string;
  readonly paused: (first: string, last: string, days: number) => string;
  readonly pausedSince: (date: string) => string;
  /** Follow the clause of a date after a comma. */
  readonly workingDay: string;
  readonly dayOff: Readonly<Record<DayOff, string>>;
  readonly holiday: (date: string) => string;
  readonly moved: (day: string) => string;
  readonly holidaysUnknown: (year: string) => string;
  readonly notRolled: string;
  readonly breachKnown: (moment: string) => string;
  readonly hoursLater: (hours: number, moment: string) => string;
  readonly hoursRunOn: string;
}
