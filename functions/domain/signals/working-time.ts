import type { ShiftFact } from "../../contract/facts.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** People come a little early and finish what they have begun. */
export const SHIFT_MARGIN_MS = 30 * MINUTE;

/** Work that is not interrupted for longer than this belongs to one working day… */
const BREAK_MS = 4 * HOUR;
/** …if there is so much of it: a look or two are no working day. */
const LOOKS = 3;
/** Before the first customer of a day comes preparing, after the last comes writing up. */
const BEFORE_MS = HOUR;
const AFTER_MS = 2 * HOUR;

/** A long weekend: what is not written up by then is not written up in the next shift either. */
const NEXT_SHIFT_MS = 5 * DAY;
/** Without a plan nobody knows which shift is the next one: a weekend has to do. */
const NEXT_DAYS_MS = 3 * DAY;

/** When somebody worked, as it was planned or, where the company sends no shifts, as the log shows it. */
export interface WorkingTime {
  readonly isPlanned: boolean;
  /** From and to in milliseconds since 1970, margins included. */
  readonly stretches: readonly (readonly [from: number, to: number])[];
}

const seen = (workedAt: readonly number[]): WorkingTime["stretches"] => {
  const days: { from: number; to: number; looks: number }[] = [];
  for (const at of workedAt) {
    const day = days.at(-1);
    if (day !== undefined && at - day.to <= BREAK_MS) {
      day.to = at;
      day.looks += 1;
    } else days.push({ from: at, to: at, looks: 1 });
  }
  return days.filter(({ looks }) => looks >= LOOKS).map(({ from, to }) => [from - BEFORE_MS, to + AFTER_MS]);
};

/**
 * @param workedAt When the employee was seen at work under running cases, in milliseconds since 1970, ascending. More of
 *   it only makes the stretches longer.
 */
export const workingTimeOf = (shifts: readonly ShiftFact[], workedAt: readonly number[]): WorkingTime => ({
  isPlanned: shifts.length > 0,
  stretches:
    shifts.length > 0
      ? shifts.map(({ from, to }) => [Date.parse(from) - SHIFT_MARGIN_MS, Date.parse(to) + SHIFT_MARGIN_MS])
      : seen(workedAt),
});

/** Whether a look falls into the working day on which the job ended. */
export const isSameDay = (at: number, end: number, { stretches }: WorkingTime): boolean =>
  stretches.some(([from, to]) => from <= end && at <= to);

/** Whether a look falls into the working day on which the job ended or the employee's next one, if that follows soon. */
export const isSoonAtWork = (at: number, end: number, { isPlanned, stretches }: WorkingTime): boolean => {
  const isAtWork = stretches.some(([from, to]) => from <= at && at <= to);
  if (!isAtWork || at - end > (isPlanned ? NEXT_SHIFT_MS : NEXT_DAYS_MS)) return false;
  return !isPlanned || !stretches.some(([from, to]) => from > end && to < at);
};
