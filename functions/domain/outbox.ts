import type { Asked } from "./matter-vocabulary.ts";
import type { Overdue } from "./overdue.ts";
import type { StaffRole } from "./staff.ts";

/**
 * A message on its way out. The row is the truth and the stream only a doorbell: any number of deliveries of the same
 * stream record, in any order, end in the same place. Instants are milliseconds since 1970.
 */

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

export type MailState = "pending" | "sending" | "parked" | "gone";

/** Which states a state may follow; the store refuses everything else. `gone` is the row's deletion. */
export const MAIL_PRIOR: { readonly [State in MailState]: readonly MailState[] } = {
  pending: ["sending"],
  sending: ["pending", "sending"],
  parked: ["sending"],
  gone: ["pending", "sending"],
};

/** What a message has to say; the words are found when it leaves. */
export type MailContent =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "paused" }
  | { readonly kind: "confirmation"; readonly reference: string }
  /** To a customer: something changed in a matter; never what. */
  | { readonly kind: "news"; readonly reference: string }
  /** To the desk: something waits for whoever has the role. */
  | { readonly kind: "desk-news"; readonly reference: string; readonly to: StaffRole }
  /** To the desk: a deadline of a matter has passed. */
  | { readonly kind: "desk-overdue"; readonly reference: string; readonly what: Overdue }
  /** To the desk: so many signals came up since the last such message. */
  | { readonly kind: "signals"; readonly count: number }
  /** To an employee or a manager: a link that works once, until the end of a civil date. */
  | { readonly kind: "ask"; readonly token: string; readonly answerBy: string; readonly to: Asked }
  /** To a new address: proves control of it. */
  | { readonly kind: "address-code"; readonly code: string }
  /** To the old address: the new one takes its place at this instant unless somebody objects. */
  | { readonly kind: "address-changing"; readonly takesEffectAt: string }
  | { readonly kind: "address-changed" };
export type MailKind = MailContent["kind"];

/**
 * Codes go at most once: where nobody knows whether one arrived, it is given up (the customer asks for another).
 * Everything else goes at least once: it is sent until the mail service says that it has it.
 */
const AT_MOST_ONCE: { readonly [Kind in MailKind]: boolean } = {
  code: true,
  paused: false,
  confirmation: false,
  news: false,
  "desk-news": false,
  "desk-overdue": false,
  signals: false,
  ask: false,
  "address-code": true,
  "address-changing": false,
  "address-changed": false,
};

export interface MailStanding {
  readonly state: Exclude<MailState, "gone">;
  /** How often it was taken up for sending. */
  readonly tries: number;
  /** Pending: not before. Sending: taken up at. */
  readonly at: number;
  /** After this nobody is helped by it any more. */
  readonly uselessAt: number;
}

/** Longer than a function lives: whoever took the row up is no more. */
export const SENDING_LIFE_MS = 90 * SECOND;
/** The first tries follow each other as fast as the stream repeats them; the later ones reach over a day. */
const QUICK_TRIES = 3;
const BACKOFF_MS = 30 * SECOND;
const BACKOFF_CAP_MS = HOUR;
export const MAX_TRIES = 36;

const backoffMs = (tries: number): number =>
  tries < QUICK_TRIES ? 0 : Math.min(BACKOFF_CAP_MS, BACKOFF_MS * 2 ** (tries - QUICK_TRIES));

/** What to do with a row that the stream or the schedule points at. */
export type MailStep = "send" | "wait" | "drop-late" | "drop-lost" | "park";

export const nextStep = (kind: MailKind, mail: MailStanding, now: number): MailStep => {
  if (mail.state === "parked") return "wait";
  if (mail.state === "pending") {
    if (now >= mail.uselessAt) return "drop-late";
    return now >= mail.at ? "send" : "wait";
  }
  if (now < mail.at + SENDING_LIFE_MS) return "wait";
  if (AT_MOST_ONCE[kind]) return "drop-lost";
  return mail.tries < MAX_TRIES ? "send" : "park";
};

/**
 * Whether somebody still has to hear this: that a request arrived, that a matter has news, that an address changes. A code
 * is of use to whoever signs in, and nobody is owed one.
 */
export const isStillOwed = (kind: MailKind, { state, uselessAt }: MailStanding, now: number): boolean =>
  !AT_MOST_ONCE[kind] && state !== "parked" && now < uselessAt;

/** `taken`: the mail service has it. `refused`: it certainly has it not. `unknown`: no answer came. */
export type MailAnswer = "taken" | "refused" | "unknown";

export type MailEnd =
  | { readonly state: "gone"; readonly as: "sent" | "lost" }
  | { readonly state: "pending"; readonly at: number }
  | { readonly state: "parked" };

/** What becomes of a message after the mail service's answer; `tries` counts this one. */
export const afterAnswer = (kind: MailKind, { tries }: MailStanding, answer: MailAnswer, now: number): MailEnd => {
  if (answer === "taken") return { state: "gone", as: "sent" };
  if (answer === "unknown" && AT_MOST_ONCE[kind]) return { state: "gone", as: "lost" };
  return tries < MAX_TRIES ? { state: "pending", at: now + backoffMs(tries) } : { state: "parked" };
};
