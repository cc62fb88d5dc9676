import type { CustomerRequest } from "../contract/customer-api.ts";
import type { AddressChange, AddressChangeAct } from "../domain/address-change.ts";
import type { Allowed } from "../domain/allowance.ts";
import type { Challenge, Guard } from "../domain/confirmation.ts";
import type { RefusalCode } from "../domain/errors.ts";
import type { MatterAct } from "../domain/matter-acts.ts";
import type { MailAnswer, MailContent, MailStanding } from "../domain/outbox.ts";
import type { SessionTimes } from "../domain/session.ts";
import type { Language } from "../domain/vocabulary.ts";
import type { ErasureChange } from "./erasure-ports.ts";
import type { MatterChange } from "./matter-ports.ts";
import type { Versioned } from "./ports.ts";
import type { SignalChange } from "./signal-ports.ts";

/** A challenge as it is kept. The code itself stands in the sealed message alone. */
export interface StoredChallenge extends Challenge {
  readonly challengeKey: string;
  readonly addressKey: string;
  /** In clear here, sealed in the store. */
  readonly address: string;
  readonly language: Language;
  /** Random for each code, base64url. */
  readonly salt: string;
  /** HMAC-SHA256 of salt and code, base64url. */
  readonly codeMac: string;
}

/** A sign-in as it is kept. */
export interface StoredSession extends SessionTimes {
  readonly sessionKey: string;
  readonly addressKey: string;
  /** In clear here, sealed in the store. */
  readonly address: string;
  /** Resolved once, at the sign-in, so that `account` 2 stays the same customer for as long as it lasts. */
  readonly accounts: readonly string[];
}

/** A customer who has shown control of an address, as the server knows them. */
export interface SignedIn {
  /** SHA-256 of the token in the cookie, base64url. */
  readonly sessionKey: string;
  readonly addressKey: string;
  /** In clear, for the confirmations that go to it. */
  readonly address: string;
  /** Keys of the customers behind the address, in the order that `account` 1, 2, … counts them. At least one. */
  readonly accounts: readonly string[];
  /** UTC instants. */
  readonly idleEndsAt: string;
  readonly endsAt: string;
}

/** A change of a confirmed address as it is kept. */
export interface StoredAddressChange extends AddressChange {
  /** Of the old address. */
  readonly addressKey: string;
  /** Both in clear here, sealed in the store. */
  readonly address: string;
  readonly newAddress: string;
  readonly language: Language;
  /** The sign-in that asked for it, and the code that was mailed. */
  readonly sessionKey: string;
  readonly challengeKey: string;
  /** The customers who move. */
  readonly customerKeys: readonly string[];
}

/** A request under Art. 15 as it is kept; which `account` it belongs to is a matter of the session that asks. */
export type StoredRequest = Omit<CustomerRequest, "account"> & { readonly customerKey: string };

/** The sign-in, the account and the civil dates (as the customer gave them) that one request answers. */
export interface AskedFor {
  readonly sessionKey: string;
  readonly account: number;
  readonly dates: { readonly from?: string | undefined; readonly to?: string | undefined };
}

/** A message that waits to be sent. Address and content are sealed in the store. */
export interface QueuedMail {
  /** `createdAt#id`: text order is time order. */
  readonly mailKey: string;
  readonly address: string;
  readonly language: Language;
  readonly content: MailContent;
  readonly standing: MailStanding;
  /** The request that queued it; the store knows it. */
  readonly traceId?: string;
}

/** What an audit line says was done. Lines name people by keyed hash only. */
export type AuditAct =
  | "code-requested"
  | "step-paused"
  | "session-opened"
  | "request-opened"
  | "request-answered"
  | "record-checked"
  | "quarantine-replayed"
  | `matter-${MatterAct}`
  | "address-change-asked"
  | "address-change-held"
  | "address-change-cancelled"
  | "address-changed"
  | "erasure-checked"
  | "erasure-begun"
  | "erasure-done"
  | "signals-checked"
  | "finding-raised"
  | "finding-acknowledged"
  | "numbers-counted"
  | "numbers-exported"
  | "mail-sent"
  | "mail-lost"
  | "mail-late"
  | "mail-unneeded"
  | "mail-parked"
  | "staff-signed-in"
  | "staff-signed-in-again"
  | "staff-sign-in-refused"
  | "staff-signed-out";

/**
 * One change among those that are written together. Each carries its own condition: what was read must still have the
 * revision it had, a state must follow one of its legal prior states, and what is opened must not exist yet.
 */
export type Change =
  | { readonly kind: "guard"; readonly addressKey: string; readonly guard: Versioned<Guard>; readonly now: number }
  | { readonly kind: "open-challenge"; readonly challenge: StoredChallenge }
  | { readonly kind: "move-challenge"; readonly from: StoredChallenge; readonly to: Challenge }
  | { readonly kind: "open-session"; readonly session: StoredSession }
  | {
      readonly kind: "open-request";
      readonly request: StoredRequest;
      readonly asked: AskedFor;
      /** When the session ends; after it nobody can ask the same again. */
      readonly askedUntil: string;
    }
  | { readonly kind: "answer-request"; readonly request: StoredRequest; readonly answeredAt: string }
  /** At most one message per address and day: refused while another's is younger. */
  | { readonly kind: "tell-unknown"; readonly addressKey: string; readonly mailKey: string; readonly now: number }
  | { readonly kind: "queue-mail"; readonly mail: QueuedMail }
  | { readonly kind: "move-mail"; readonly mail: Versioned<QueuedMail>; readonly to: MailStanding }
  | { readonly kind: "end-mail"; readonly mail: Versioned<QueuedMail> }
  /** Whatever its state: whom it is for had their data erased. */
  | { readonly kind: "erase-mail"; readonly mail: Versioned<QueuedMail> }
  | {
      readonly kind: "audit";
      readonly act: AuditAct;
      readonly at: number;
      readonly id: string;
      /** An address key, a customer key or a staff key; for what is about no customer, the keyed hash of who did it. */
      readonly subject: string;
      readonly reference?: string;
      /** Why something was refused. */
      readonly refusal?: RefusalCode;
    }
  /** `to` carries the revision of what was read; 0 where nothing was. */
  | {
      readonly kind: "move-address-change";
      readonly to: Versioned<StoredAddressChange>;
      readonly act: AddressChangeAct;
    }
  | {
      readonly kind: "spend";
      readonly addressKey: string;
      readonly what: Allowed;
      readonly spentAt: Versioned<readonly number[]>;
      readonly now: number;
    }
  /** Letters of a matter up to an instant count as read. */
  | {
      readonly kind: "see-letters";
      readonly customerKey: string;
      readonly reference: string;
      readonly seenAt: string;
    }
  | ErasureChange
  | MatterChange
  | SignalChange;
export type AuditLine = Extract<Change, { kind: "audit" }>;

export interface PortalStore {
  /**
   * Writes all the changes or none. True: written, exactly once, even where the answer to an earlier try was lost.
   * False: a condition was not met, nothing was written; read again and decide again. Throws `UNAVAILABLE` where the
   * store stays away; whether the changes were written is then unknown.
   */
  commit(changes: readonly Change[]): Promise<boolean>;

  // Reads are strongly consistent. The store erases what is past its time late or never: callers look at the times.
  /** A new guard where nothing is known of the address, or nothing any more. */
  guardOf(addressKey: string, now: number): Promise<Versioned<Guard>>;
  challengeOf(challengeKey: string): Promise<StoredChallenge | undefined>;
  sessionOf(sessionKey: string): Promise<StoredSession | undefined>;
  /** Notes the last request of a session that still exists; the time only moves forward. */
  noteSeen(sessionKey: string, seenAt: number): Promise<void>;
  /** Ends a session, or does nothing where it ended before. */
  endSession(sessionKey: string): Promise<void>;
  /** The request that this sign-in already opened for the account and the dates. */
  requestAskedFor(asked: AskedFor): Promise<StoredRequest | undefined>;
  /** All requests of a customer, oldest first. */
  requestsOf(customerKey: string): Promise<readonly StoredRequest[]>;
  addressChangeOf(addressKey: string): Promise<Versioned<StoredAddressChange> | undefined>;
  /** All changes of addresses that are kept, in no order, page by page to the end. */
  addressChanges(): AsyncIterable<readonly Versioned<StoredAddressChange>[]>;
  /** When an address sent something of a kind, ascending; empty where nothing is remembered. */
  spentBy(addressKey: string, what: Allowed): Promise<Versioned<readonly number[]>>;
  /** The instant of the newest letter of a matter that its customer has read. */
  lettersSeenAt(customerKey: string, reference: string): Promise<string | undefined>;
  mailOf(mailKey: string): Promise<Versioned<QueuedMail> | undefined>;
  /** The keys of all messages that have not left, oldest first, page by page to the end. */
  waitingMails(): AsyncIterable<readonly string[]>;
  /** The same, with what they say and to whom: for rare work, never for a request. */
  queuedMails(): AsyncIterable<readonly Versioned<QueuedMail>[]>;
}

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Mailer {
  /**
   * Hands one message to the mail service, once: nothing is tried again in here. `refused` only where it is certain
   * that the service has not taken it; whatever is in doubt is `unknown`. Never throws.
   */
  send(mail: Mail): Promise<MailAnswer>;
}
