import type { Erasure, NamedKind } from "../domain/erasure.ts";

/** Written in one transaction with the audit line (`PortalStore.commit`). Refused where a later erasure stands there. */
export interface ErasureChange {
  readonly kind: "note-erasure";
  readonly erasure: Erasure;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Whose data was erased at their own request, and up to when: keyed hashes alone. Reads are strongly consistent. */
export interface Erasures {
  /** For those among `customerKeys` who had their data erased, the instant before which everything is. */
  among(customerKeys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** All of them, in no order, page by page to the end. */
  all(): AsyncIterable<readonly Erasure[]>;
}

/** A row of the log as its eraser sees it. */
interface ErasableRow {
  readonly rowKey: string;
  readonly purpose: string;
}

/** The only way in which a row of the access log goes before its retention ends. */
export interface LogEraser {
  /** A customer's rows that occurred before `upTo`, those whose retention has ended included, page by page to the end. */
  rowsOf(customerKey: string, upTo: string): AsyncIterable<readonly ErasableRow[]>;
  /** Idempotent. The events' ids stay taken. */
  erase(customerKey: string, rowKeys: readonly string[]): Promise<void>;
}

/** Something in the portal's table that names a customer by their key. */
export interface NamedItem {
  readonly customerKey: string;
  readonly kind: NamedKind;
  /** The address that it leads from, where it leads from one. */
  readonly addressKey?: string;
  readonly itemKey: { readonly pk: string; readonly sk: string };
}

export interface CustomerItems {
  /**
   * What names one of these customers, page by page to the end. Reads the whole table, because nothing lists which
   * addresses a customer has: for rare work, never for a request.
   */
  naming(customerKeys: ReadonlySet<string>): AsyncIterable<readonly NamedItem[]>;
  /** Idempotent. */
  erase(items: readonly NamedItem[]): Promise<void>;
}
