import type { Finding } from "../contract/finding.ts";
import type { SignalRule } from "../domain/signals/signal.ts";
import type { RoleDays } from "../domain/signals/volume.ts";
import type { EmployeeMonth, Versioned } from "./ports.ts";

/** What was raised before about one employee and one customer, one employee's work, or one source. */
export interface Raised {
  /** Of the matter or the id of the finding that it was raised in last. */
  readonly reference: string;
  readonly rules: readonly SignalRule[];
  /** Keyed hashes of what the hits stood on (`basisOf`), in the order in which they were raised. */
  readonly basis: readonly string[];
}

/** What is written of signals, in one transaction with the matter or the finding in which they are raised. */
export type SignalChange =
  /** Refused where more was raised under this key since it was read. */
  | {
      readonly kind: "remember-raised";
      /** A keyed hash: names neither the employee nor the customer. */
      readonly raisedKey: string;
      readonly raised: Versioned<Raised>;
      /** Milliseconds since 1970, after which none of the accesses is in the log any more. */
      readonly until: number;
    }
  /** How many signals the desk has not been told of. Refused where it moved since it was read. */
  | { readonly kind: "count-untold"; readonly untold: Versioned<number> }
  /** Refused where the finding moved on since it was read, or is acknowledged. `revision` 0: a new one. */
  | { readonly kind: "keep-finding"; readonly finding: Versioned<Finding> };

/** What the rules found, as it is read. Reads are strongly consistent and go on to the very end. */
export interface SignalStore {
  /** Nothing, at revision 0, where nothing was raised under this key, or nothing any more. */
  raisedOf(raisedKey: string): Promise<Versioned<Raised>>;
  untold(): Promise<Versioned<number>>;
  findingOf(findingId: string): Promise<Versioned<Finding> | undefined>;
  /** Every finding that is kept, in no order. */
  findings(): Promise<readonly Versioned<Finding>[]>;
}

/** A month that is set apart, as it was read. */
export interface ApartMonth extends EmployeeMonth {
  /** New with every note. */
  readonly mark: string;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  /** How often it was taken up since it was noted last. */
  readonly tries: number;
}

/**
 * The small part of the log that the rules read as accesses arrive: which employees' months (as `ofEmployee` has them)
 * have something that nothing bears out. Which accesses these are, it does not say.
 */
export interface Apart {
  /** One write for each distinct month; idempotent. Whatever became of it before, it is due again from then on. */
  note(months: readonly EmployeeMonth[]): Promise<void>;
  /** All of them, those not due included, in no order, page by page to the end. */
  waiting(): AsyncIterable<readonly ApartMonth[]>;
  /** Counts a try and puts the next one off; false where it was noted again, taken or cleared since it was read. */
  take(month: ApartMonth): Promise<boolean>;
  /** Removes it; false, and nothing is removed, where it was noted again since it was read. */
  clear(month: ApartMonth): Promise<boolean>;
}

/** What is usual in a role: how many customers its people opened a day without anything that bears it out. */
export interface UsualDays {
  /** Replaces what was kept of this account's month. Kept for as long as the rules may ask for it, and longer. */
  keep(month: EmployeeMonth, days: readonly RoleDays[]): Promise<void>;
  /** Of every account in that month, page by page to the very end, in no order. Strongly consistent. */
  of(month: string): AsyncIterable<readonly RoleDays[]>;
}
