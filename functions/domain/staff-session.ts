import { Refusal } from "./errors.ts";
import { IDLE_MS, type SessionTimes, sessionLife } from "./session.ts";

const MINUTE = 60 * 1_000;

/** A sign-in at the desk ends in any case after a working day (ASVS 7.3; TRUST: desk). */
export const STAFF_ABSOLUTE_MS = 8 * 60 * MINUTE;
export const STAFF_LIFE = sessionLife({ idleMs: IDLE_MS, absoluteMs: STAFF_ABSOLUTE_MS });

/** How long ago somebody may have shown who they are when they release a name or export (ASVS 7.5.3). */
const RECENT_MS = 5 * MINUTE;

/** What begins at the desk and has not come back from the identity provider by then is over. */
export const ATTEMPT_LIFE_MS = 10 * MINUTE;

/** The provider's clock may be so far behind this one. */
const CLOCK_TOLERANCE_MS = 30 * 1_000;

export interface StaffTimes extends SessionTimes {
  /** When the person showed who they are (`auth_time`), which may be before the session opened, never after it. */
  readonly authenticatedAt: number;
}

export const recentUntil = ({ authenticatedAt }: Pick<StaffTimes, "authenticatedAt">): number =>
  authenticatedAt + RECENT_MS;

/** Whether a release or an export may go on without another sign-in. */
export const isRecent = (times: Pick<StaffTimes, "authenticatedAt">, now: number): boolean => now < recentUntil(times);

export const isAttemptOver = (startedAt: number, now: number): boolean => now >= startedAt + ATTEMPT_LIFE_MS;

/** Whether the provider did what it was asked: to let the person show anew who they are, and not to remember it. */
export const askedAnew = (startedAt: number, authenticatedAt: number): boolean =>
  authenticatedAt >= startedAt - CLOCK_TOLERANCE_MS;

/** Throws STAFF_SIGN_IN_STALE where a release or an export needs another sign-in first. */
export const refuseStale = (times: Pick<StaffTimes, "authenticatedAt">, now: number): void => {
  if (!isRecent(times, now)) throw new Refusal("STAFF_SIGN_IN_STALE", { detail: "Sign in once more and try again." });
};
