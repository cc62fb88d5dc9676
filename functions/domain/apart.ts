/**
 * When a month that was set apart is read by the rules. Instants are milliseconds since 1970.
 *
 * The index by employee follows the log within a second, and an import says something about the same people batch after
 * batch: a month rests until nothing was added to it for a moment.
 */
const SETTLE_MS = 10_000;
/** What could not be read is tried again with the next runs, and later once a day, so that it holds up nobody else. */
const BACKOFF_MS = 5 * 60_000;
const BACKOFF_CAP_MS = 24 * 3_600_000;

export const firstDue = (notedAt: number): number => notedAt + SETTLE_MS;

/** @param tries How often it was taken up, this time included. */
export const dueAgain = (takenAt: number, tries: number): number =>
  takenAt + Math.min(BACKOFF_CAP_MS, BACKOFF_MS * 2 ** (tries - 1));
