/** Why a customer may have their data erased: the closed list of GDPR Art. 17(1). */
export const ERASURE_GROUNDS = [
  "no-longer-needed",
  "consent-withdrawn",
  "objected",
  "unlawful",
  "legal-obligation",
  "child",
] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** That a customer had everything erased. */
export interface Erasure {
  readonly customerKey: string;
  /** UTC instant: what occurred before it is gone and does not come back, whoever sends it again. */
  readonly upTo: string;
  readonly ground?: ErasureGround | undefined;
}

/**
 * An erasure is remembered as long as its event could come again: past the longest retention (36 months) an import takes
 * no event, and no backup of the tables is older than 92 days.
 */
export const ERASURE_REMEMBERED_MS = 1_096 * 24 * 60 * 60 * 1_000;

/** Whether an access to a customer's data at `occurredAt` is one that they had erased. */
export const isErased = (upTo: string | undefined, occurredAt: string): boolean =>
  upTo !== undefined && occurredAt < upTo;

/**
 * The promised time: so long after an erasure nothing of the customer is left but what stays for a reason that the command
 * names, and backups. Most goes at once. The rest ends by itself: dead letters (14 days at most), limits of an address (31),
 * and mails that were still owed and could not be sent (36 tries over a day and a half, and 30 days more).
 */
export const ERASED_WITHIN_MS = 38 * 24 * 60 * 60 * 1_000;

/** What goes of a customer beside the rows of the log. */
export const ERASED_KINDS = [
  "address-link",
  "address-change",
  "identity",
  "fact",
  "case",
  "request",
  "sign-in",
  "quarantined-event",
  "quarantined-name",
  "mail",
] as const;
/**
 * What stays: matters for legal claims (Art. 17(3)(e)), what employees declared about themselves, and mails that are still
 * owed to the customer.
 */
export const KEPT_KINDS = ["matter", "employee-fact", "owed-mail"] as const;
export type NamedKind = (typeof ERASED_KINDS)[number] | (typeof KEPT_KINDS)[number];

const erased: ReadonlySet<string> = new Set(ERASED_KINDS);
export const goesWithErasure = (kind: NamedKind): boolean => erased.has(kind);
