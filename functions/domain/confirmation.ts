/**
 * The confirmation code that is mailed to the address on file, as a state machine (TRUST: NIST SP 800-63A-4, ASVS 5.0
 * 6.5 and 6.6). Instants are milliseconds since 1970.
 */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const CODE_DIGITS = 8;
export const CODE_LIFE_MS = 10 * MINUTE;
export const ATTEMPTS_PER_CODE = 5;
/** Codes that may be sent to one address within any stretch of time of this length. */
export const CODE_CAPS = [
  { codes: 3, withinMs: HOUR },
  { codes: 10, withinMs: DAY },
] as const;
export const FAILURES_BEFORE_PAUSE = 20;
export const PAUSE_MS = 2 * HOUR;
/** After this long without a code or a try, nothing is left to remember about an address. */
export const GUARD_LIFE_MS = 30 * DAY;

/** What is remembered about an address, known or not, so that nobody can guess or flood it. */
export interface Guard {
  /** When codes were granted in the last day, ascending. */
  readonly codesAt: readonly number[];
  /** Wrong codes since the last right one. A new code never resets it. */
  readonly failuresInARow: number;
  readonly pausedUntil: number;
  /** Only the newest code counts. */
  readonly newestChallenge: string;
}
export const NEW_GUARD: Guard = { codesAt: [], failuresInARow: 0, pausedUntil: 0, newestChallenge: "" };

export type ChallengeState = "open" | "spent" | "exhausted";

/** Which states a state may follow; the store refuses everything else. A wrong code leaves a challenge open. */
export const CHALLENGE_PRIOR: { readonly [State in ChallengeState]: readonly ChallengeState[] } = {
  open: ["open"],
  spent: ["open"],
  exhausted: ["open"],
};

/** One code that was granted to one browser. */
export interface Challenge {
  readonly state: ChallengeState;
  /** Wrong codes so far. */
  readonly attempts: number;
  readonly expiresAt: number;
}

const isPaused = (guard: Guard, now: number): boolean => now < guard.pausedUntil;

/**
 * Grants a code, or undefined where a cap is met or the step is paused. A refusal changes nothing, so that asking again
 * neither prolongs a wait nor ends a code that still counts.
 */
export const grantCode = (
  guard: Guard,
  challengeKey: string,
  now: number,
): { readonly guard: Guard; readonly challenge: Challenge } | undefined => {
  const capped = CODE_CAPS.some(
    ({ codes, withinMs }) => guard.codesAt.filter((at) => at > now - withinMs).length >= codes,
  );
  if (capped || isPaused(guard, now)) return undefined;
  const codesAt = [...guard.codesAt.filter((at) => at > now - DAY), now];
  return {
    guard: { ...guard, codesAt, newestChallenge: challengeKey },
    challenge: { state: "open", attempts: 0, expiresAt: now + CODE_LIFE_MS },
  };
};

export type Attempt =
  /** Too many failures before: not even looked at. */
  | { readonly outcome: "paused"; readonly until: number }
  /** Expired, replaced, used or exhausted: says nothing about the code and counts as nothing. */
  | { readonly outcome: "spent" }
  | { readonly outcome: "right"; readonly guard: Guard; readonly challenge: Challenge }
  /** `pausedUntil` is given where this very failure paused the step: the one moment for a notice. */
  | { readonly outcome: "wrong"; readonly guard: Guard; readonly challenge: Challenge; readonly pausedUntil?: number };

/** Judges one try. `right`: the code is the one that was sent *and* somebody is known under the address. */
export const tryCode = (
  known: { readonly guard: Guard; readonly challengeKey: string; readonly challenge: Challenge },
  right: boolean,
  now: number,
): Attempt => {
  const { guard, challengeKey, challenge } = known;
  if (isPaused(guard, now)) return { outcome: "paused", until: guard.pausedUntil };
  const counts = challenge.state === "open" && now < challenge.expiresAt && guard.newestChallenge === challengeKey;
  if (!counts) return { outcome: "spent" };
  if (right) {
    return {
      outcome: "right",
      guard: { ...guard, failuresInARow: 0 },
      challenge: { ...challenge, state: "spent" },
    };
  }
  const attempts = challenge.attempts + 1;
  const failed: Challenge = { ...challenge, attempts, state: attempts < ATTEMPTS_PER_CODE ? "open" : "exhausted" };
  const failuresInARow = guard.failuresInARow + 1;
  if (failuresInARow < FAILURES_BEFORE_PAUSE) {
    return { outcome: "wrong", guard: { ...guard, failuresInARow }, challenge: failed };
  }
  const pausedUntil = now + PAUSE_MS;
  return { outcome: "wrong", guard: { ...guard, failuresInARow: 0, pausedUntil }, challenge: failed, pausedUntil };
};

/** Eight digits from eight random bytes; the bias of the remainder is below 1 in 10^11. */
export const codeFrom = (bytes: Buffer): string =>
  String(bytes.readBigUInt64BE() % 10n ** BigInt(CODE_DIGITS)).padStart(CODE_DIGITS, "0");

/** The digits alone, however they were grouped. */
export const codeDigits = (typed: string): string => typed.replaceAll(/[ -]/g, "");
