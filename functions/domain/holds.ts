const DAY_MS = 24 * 3_600_000;

/** Rows that end so soon are looked after: a week of silence of the schedule loses none. */
const HOLD_AHEAD_MS = 7 * DAY_MS;

/**
 * So long from now a held row is kept, again and again while something is open. What was closed lets its rows go at the
 * latest so much later, which also leaves time to complain about the answer.
 */
export const HOLD_FOR_MS = 35 * DAY_MS;

/**
 * A request that nobody answers holds rows as long as the law could allow for an answer (three months, GDPR Art. 12(3),
 * and what moves with holidays and pauses). Somebody who asks and leaves would hold them for ever.
 */
export const REQUEST_HELD_MS = 124 * DAY_MS;

/** Something that a customer has open. */
export interface Hold {
  readonly customerKey: string;
  /** UTC instant at which it arrived. */
  readonly since: string;
}

/** Which ends of rows a hold moves, and where to. All in milliseconds since 1970. */
export interface HeldEnds {
  /** Later than: what had ended when the hold began was erased by the rule, and stays so. */
  readonly after: number;
  readonly through: number;
  readonly until: number;
}

/** The ends that are to be moved for a hold at the instant `now`. */
export const heldEnds = ({ since }: Hold, now: number): HeldEnds => ({
  after: Date.parse(since),
  through: now + HOLD_AHEAD_MS,
  until: now + HOLD_FOR_MS,
});
