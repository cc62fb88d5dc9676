// Months differ in length: a day that the other month does not have becomes the first instant of the month after it.
// Rolling forward both ways keeps the two functions below in step, where clamping to the month's last day would let a
// record speak for days whose rows are already erased.
const shiftMonths = (instant: string, months: number): string => {
  const date = new Date(instant);
  const month = date.getUTCMonth() + months;
  const shifted = new Date(date).setUTCMonth(month);
  const wanted = new Date(Date.UTC(date.getUTCFullYear(), month, 1));
  const overflowed = new Date(shifted).getUTCMonth() !== wanted.getUTCMonth();
  return new Date(overflowed ? wanted.setUTCMonth(wanted.getUTCMonth() + 1) : shifted).toISOString();
};

/** The UTC instant until which an access that occurred at `occurredAt` is held. */
export const eraseAt = (occurredAt: string, months: number): string => shiftMonths(occurredAt, months);

/** As long as the longest log (36 months), and a year more for the rows of a matter that stays open. */
const FACT_MONTHS = 48;

/**
 * The UTC instant until which a business fact is held that ended at `endedAt`: until no access is left that it could
 * bear out, or an employee would stand there without what speaks for them.
 */
export const factEndsAt = (endedAt: string): string => shiftMonths(endedAt, FACT_MONTHS);

/** The UTC instant before which everything that occurred is erased `now`, and nothing since. */
export const retentionHorizon = (now: string, months: number): string => shiftMonths(now, -months);
