import type { EvidenceRule } from "../domain/evidence.ts";
import type { BuiltInPurpose } from "../domain/purposes.ts";
import type { Action } from "../domain/vocabulary.ts";

/** Case types and data categories that every language has words for; others are shown as the company writes them. */
type CaseType =
  | "order"
  | "delivery"
  | "booking"
  | "appointment"
  | "ticket"
  | "call"
  | "complaint"
  | "claim"
  | "payment"
  | "refund"
  | "invoice"
  | "return"
  | "contract"
  | "account"
  | "permit"
  | "application"
  | "request"
  /** What the customer brought up here. */
  | "matter";

type DataCategory =
  | "contact"
  | "contact.name"
  | "contact.phone"
  | "contact.email"
  | "contact.address"
  | "identity"
  | "identity.birthdate"
  | "identity.document"
  | "account"
  | "orders"
  | "bookings"
  | "deliveries"
  | "payment"
  | "payment.card"
  | "payment.bank"
  | "invoices"
  | "refunds"
  | "tickets"
  | "messages"
  | "calls"
  | "complaints"
  | "contracts"
  | "documents"
  | "permit"
  | "health"
  | "location"
  | "notes"
  | "photos"
  | "preferences"
  | "history";

/** What the sentence of an evidence rule may name. Dates in the record's language; empty where the rule has none. */
interface CaseWords {
  /** "your order", in the form that the language's sentences need. */
  readonly matter: string;
  readonly opened: string;
  readonly closed: string;
}

/** Everything that one row of a record says. Sentences begin with a capital and end with a full stop. */
export interface RowWords {
  /** Why they looked: a sentence by itself. */
  readonly purposes: Readonly<Record<BuiltInPurpose, string>>;
  /** A code that is no longer configured. */
  readonly otherPurpose: (code: string) => string;
  readonly evidence: Readonly<Record<EvidenceRule, (about: CaseWords) => string>>;
  /** The customer's case after "matches…" (in German after "zu", so in the dative). */
  readonly cases: Readonly<Record<CaseType, string>>;
  readonly otherCase: string;
  /** What they did, before the categories. */
  readonly actions: Readonly<Record<Action, string>>;
  readonly categories: Readonly<Record<DataCategory, string>>;
  /** A category that no language has a word for, by the company's name for it. */
  readonly otherCategory: (name: string) => string;
  /** Stands for the categories where none was recorded. */
  readonly notRecorded: string;
  /** What they did and what they saw, as one sentence. */
  readonly did: (action: string, what: string) => string;
  /** Instead of the action where the name merely appeared in a result. */
  readonly listed: string;
  readonly tried: string;
  readonly refused: string;
  readonly failed: string;
  /** A bulk access: how many other customers it showed. */
  readonly together: (others: number) => string;
  readonly passedOn: (recipient: string) => string;
  readonly lockOverridden: string;
}
