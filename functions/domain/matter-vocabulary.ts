/** The closed sets of words of a matter: what a customer or a rule brought up and people have to decide. */

/**
 * `received`: nobody has it yet. `in-hand`: somebody has. `paused`: the customer was asked what they mean, and the clock
 * rests until they answer (LAW L3). `closed`: decided; it never moves again.
 */
export const MATTER_STATES = ["received", "in-hand", "paused", "closed"] as const;
export type MatterState = (typeof MATTER_STATES)[number];

/** What a matter is made of. One open matter of a customer takes up all of it, so that what belongs together is seen together. */
export const PART_KINDS = ["question", "contact-report", "signal"] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** How somebody was contacted. */
export const CHANNELS = ["call", "text", "messenger", "social", "mail", "letter", "in-person", "other"] as const;
export type Channel = (typeof CHANNELS)[number];

export const SAFETY = ["safe", "unsure", "unsafe"] as const;
export type Safety = (typeof SAFETY)[number];

/** Who is asked about a look. */
export const ASKED = ["employee", "manager"] as const;
export type Asked = (typeof ASKED)[number];
export const ASK_STATES = ["open", "answered", "lapsed"] as const;

export const RELEASE_STATES = ["proposed", "approved", "declined", "expired"] as const;

export const OUTCOMES = ["explained", "misuse", "no-finding", "refused", "partly-refused", "withdrawn"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Why an answer may be refused, wholly or in part: nothing else is a reason (GDPR Art. 12(2), 12(5), 15(4), 23; CJEU
 * C-579/21).
 */
export const REFUSAL_GROUNDS = [
  "not-identified",
  "manifestly-unfounded",
  "excessive",
  "rights-of-others",
  "restricted-by-law",
  "not-held",
] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

/** Whether the authority has to be told of a breach (Art. 33(1)). */
export const BREACH_DECISIONS = ["notified", "risk-unlikely"] as const;
export type BreachDecision = (typeof BREACH_DECISIONS)[number];

/** What a letter to the customer is about. */
export const LETTER_KINDS = [
  "acknowledgement",
  "message",
  "clarification",
  "explanation",
  "extension",
  "name-released",
  "misuse",
  "refusal",
  "partial-refusal",
  "closing",
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** `overdue`, `soon` (due within a week), `waiting` (for somebody outside the desk), `running`, `closed`. */
export const URGENCIES = ["overdue", "soon", "running", "waiting", "closed"] as const;
/** For whom or what a matter waits. */
export const WAITS = ["handler", "customer", "employee", "approver", "breach"] as const;

/** Longest text that a customer, an employee or the DPO writes at a time, in characters. */
export const MAX_WORDS = 2_000;
/** Rows that one question or one explanation may be about; each is written in the same transaction. */
export const MAX_ACCESSES = 50;
