/** What one confirmed address may send within a day, so that nobody floods the desk or other people's mailboxes. */

const DAY = 24 * 60 * 60 * 1_000;

export const ALLOWANCES = {
  /** Questions, contact reports and answers, together. */
  words: 20,
  /** Codes to new addresses. */
  "address-codes": 5,
} as const;
export type Allowed = keyof typeof ALLOWANCES;

export type Spent =
  | { readonly outcome: "spent"; readonly spentAt: readonly number[] }
  /** Nothing is left before this instant. */
  | { readonly outcome: "refused"; readonly retryAt: number };

/** Spends one of what is allowed within any 24 hours. Instants are milliseconds since 1970, `spentAt` ascending. */
export const spend = (what: Allowed, spentAt: readonly number[], now: number): Spent => {
  const today = spentAt.filter((at) => at > now - DAY);
  const oldestThatCounts = today.at(-ALLOWANCES[what]);
  if (oldestThatCounts !== undefined) return { outcome: "refused", retryAt: oldestThatCounts + DAY };
  return { outcome: "spent", spentAt: [...today, now] };
};

export const ALLOWANCE_KEPT_MS = DAY;
