import type { Matter } from "../contract/matter.ts";
import type { Entry } from "../contract/matter-entry.ts";
import type { Ruling } from "../contract/ruling.ts";
import type { KnownCase } from "../domain/evidence.ts";
import type { Versioned } from "./ports.ts";

/** The link in the mail of one ask. It opens once, and only until its end. */
export interface AskLink {
  /** SHA-256 of the token in the mail, base64url. */
  readonly tokenKey: string;
  readonly reference: string;
  readonly askId: string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/**
 * What is written of matters, in one transaction with mails and audit lines (`PortalStore.commit`). No matter moves
 * without its entry.
 */
export type MatterChange =
  /** Refused where the reference is taken, or while the customer has another open matter. */
  | { readonly kind: "open-matter"; readonly matter: Matter; readonly entry: Entry }
  /**
   * Refused where the matter moved on since it was read, or the entry's act is not legal in the state that is stored.
   * `closed` frees the customer's place for another matter.
   */
  | { readonly kind: "move-matter"; readonly from: Versioned<Matter>; readonly to: Matter; readonly entry: Entry }
  /** The case that evidence knows the matter by; in place of the one before (`Facts.cases`). */
  | { readonly kind: "keep-case"; readonly case: KnownCase }
  | { readonly kind: "open-link"; readonly link: AskLink }
  /** Refused where it was spent before. */
  | { readonly kind: "spend-link"; readonly tokenKey: string }
  /** Replaces an earlier ruling on the same access, employee or purpose. */
  | { readonly kind: "rule"; readonly customerKey: string; readonly ruling: Ruling };

/** Matters as they are read. Reads are strongly consistent and go on to the very end. */
export interface MatterStore {
  matterOf(reference: string): Promise<Versioned<Matter> | undefined>;
  /** Its whole story, in the order in which it happened. */
  entriesOf(reference: string): Promise<readonly Entry[]>;
  /** Every open matter, in no order. */
  openMatters(): Promise<readonly Matter[]>;
  /** Every matter that was closed in a calendar month (UTC, `YYYY-MM`), in no order. */
  closedMatters(month: string): Promise<readonly Matter[]>;
  /** The references of a customer's matters, oldest first. */
  mattersOf(customerKey: string): Promise<readonly string[]>;
  /** The reference of the matter that a customer has open. */
  openMatterOf(customerKey: string): Promise<string | undefined>;
  /** Undefined where there is none or it was spent. Its end is the caller's to look at. */
  linkOf(tokenKey: string): Promise<AskLink | undefined>;
}

/** What was decided for a customer, for whoever makes records. */
export interface Rulings {
  of(customerKey: string): Promise<readonly Ruling[]>;
}
