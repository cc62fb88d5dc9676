import type { ShiftFact } from "../contract/facts.ts";
import type { Manifest } from "../contract/manifest.ts";
import type { Access, CaseReference, Period } from "../domain/access.ts";
import type { SourceReport } from "../domain/coverage.ts";
import type { KnownCase } from "../domain/evidence.ts";
import type { KnownCustomer, KnownEmployee } from "../domain/known-people.ts";
import type { DayCount, UnsettledDay } from "../domain/manifest.ts";

/** One event, ready to be kept: `customerKeys` replaces its `customerId`, one access for each. */
export interface Arrival {
  readonly access: Omit<Access, "customerKey">;
  /** Distinct, at least one; `BULK_READS` among them, or alone, where not all customers are known. */
  readonly customerKeys: readonly string[];
  /** Customers whom the event names too and for whom nothing is kept: part of its content, and no access. */
  readonly erasedKeys?: readonly string[];
  /** UTC instant after which the accesses are no longer shown and may be erased. No part of the event's content. */
  readonly eraseAt: string;
  /** The civil day under which it is counted for its source (`eventsOn`); left out where nobody announces it. */
  readonly day?: string;
}

/**
 * `accepted`: kept now. `duplicate`: the same event was kept before, nothing changed. `conflict`: another event with
 * this source and id was kept before; this one is refused and the first stays.
 */
export type AppendOutcome = "accepted" | "duplicate" | "conflict";

/** One employee's accesses of one calendar month (UTC, `YYYY-MM`). */
export interface EmployeeMonth {
  readonly employeeId: string;
  readonly month: string;
}

/** The company's access log. Nothing in it is ever changed, or deleted before its retention ends. */
export interface AccessLog {
  /**
   * Keeps events. Idempotent by (source, eventId) for as long as the event is kept: any number of calls with the same
   * event, at once or one after another, cut off anywhere, leave it kept exactly once, under every one of its
   * customers or under none. `receivedAt` is no part of an event's content. Answers in the order of `arrivals`, which
   * may hold any number of events, the same one twice included. Throttling is waited out with full jitter; where the
   * store stays away the call throws `UNAVAILABLE`, and calling again is safe.
   */
  append(arrivals: readonly Arrival[]): Promise<readonly AppendOutcome[]>;

  /**
   * A customer's accesses, or the bulk ones (`BULK_READS`), with `from` ≤ occurredAt < `to`, ordered by (occurredAt, source, eventId), page by page to
   * the very end: a short page never means that there is no more. Holds two pages in memory. Rows whose retention has
   * ended are not returned even while they still exist.
   *
   * @param unread Told, page by page, how many rows there are that cannot be read as accesses, of whatever time: in a
   * table of the company's own, which others write.
   */
  ofCustomer(customerKey: string, period: Period, unread?: (rows: number) => void): AsyncIterable<readonly Access[]>;

  /**
   * One employee's accesses to any customer's data in a calendar month (UTC, `YYYY-MM`), in time order, likewise to
   * the end. Eventually consistent.
   */
  ofEmployee(employeeId: string, month: string): AsyncIterable<readonly Access[]>;

  /**
   * Who has accesses in the log, and in which calendar months (UTC): everyone, on the company's employee list or not.
   * Any pair may come more than once, and one whose last access is just being erased may still come. Reads the whole
   * log: for work over all of it, never for a request. Eventually consistent.
   */
  employeeMonths(): AsyncIterable<readonly EmployeeMonth[]>;

  /**
   * How many events of a source were accepted under a civil day (`Arrival.day`), each once: counted in the transaction
   * that keeps the event, so neither a crash nor a repeated call moves it. Exact until the day's retention ends.
   * Eventually consistent.
   */
  eventsOn(source: string, day: string): Promise<number>;
}

/** What sources have sent so far and what they say they have sent, for the coverage of records. */
export interface Sources {
  /**
   * Adds what a batch of one source brought (accepted and duplicate events alike). Idempotent and commutative: ranges
   * are united, `since` only falls, `lastReceivedAt` only rises. Safe for any number of writers at once.
   */
  note(report: SourceReport): Promise<void>;
  /** All sources, by name. */
  all(): Promise<readonly SourceReport[]>;
  /**
   * Adds what a source says it sent of a day. Idempotent and commutative: the most that was announced stays. Whatever
   * was counted before, the day is unsettled again where this says more. `until`: milliseconds since 1970, after which
   * nothing of the day is held. `lowered`: more was announced before, and that stays.
   */
  announce(manifest: Manifest, kept: { readonly dueAt: number; readonly until: number }): Promise<"kept" | "lowered">;
  /** Days that are not counted yet, or of which not exactly that came which was announced. By day, then by source. */
  unsettled(): Promise<readonly UnsettledDay[]>;
  /**
   * What was counted of a day, and when to count again; the day is settled, and no longer among the unsettled, where
   * `dueAt` is left out. False, and nothing is written, where more was announced since it was read, or it is settled.
   */
  count(day: UnsettledDay, counted: DayCount, dueAt?: number): Promise<boolean>;
  /** The days from `first` on for which a source has said what it sent, in order. */
  announcedDays(source: string, first: string): Promise<readonly string[]>;
}

/** Business facts that bear a reason out or contradict it. */
export interface Facts {
  putCases(cases: readonly KnownCase[]): Promise<void>;
  /** The known ones among `references`, keyed by `caseKey(reference)`; whatever is not known is absent. */
  cases(references: readonly CaseReference[]): Promise<ReadonlyMap<string, KnownCase>>;
  /** Every known case of a customer, in no order. Those that were put before this was asked for may be absent. */
  casesOf(customerKey: string): Promise<readonly KnownCase[]>;
  /** The latest word on an employee replaces the one before it, whole. */
  putEmployees(employees: readonly KnownEmployee[]): Promise<void>;
  /** The known ones among `employeeIds`, by id. */
  employees(employeeIds: readonly string[]): Promise<ReadonlyMap<string, KnownEmployee>>;
  /** Everyone on the employee list, those who left included, page by page to the end. */
  allEmployees(): AsyncIterable<readonly KnownEmployee[]>;
  /** The ids of all to whom, by the latest word on them, one of these numbers or accounts belongs. */
  employeesBySender(senderKeys: readonly string[]): Promise<ReadonlySet<string>>;
  /** The ids among `employeeIds` that carry a protection mark. */
  protectedAmong(employeeIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** A shift is known by its employee and its start. One that was moved leaves the old one, in the employee's favour. */
  putShifts(shifts: readonly ShiftFact[]): Promise<void>;
  /** An employee's shifts that touch the period, by start. */
  shifts(employeeId: string, period: Period): Promise<readonly ShiftFact[]>;
  /** The latest word on a customer replaces the one before it, whole. */
  putCustomers(customers: readonly KnownCustomer[]): Promise<void>;
  /** The known ones among `customerKeys`, by key. */
  customers(customerKeys: readonly string[]): Promise<ReadonlyMap<string, KnownCustomer>>;
}

/** Which customers may be asked for under which mail address. Holds keyed hashes only. */
export interface Directory {
  /** Idempotent. Several addresses per customer and several customers per address are normal. */
  link(pairs: readonly { readonly addressKey: string; readonly customerKey: string }[]): Promise<void>;
  /** Idempotent: what was never linked stays so. Touches no other link of either side. */
  unlink(pairs: readonly { readonly addressKey: string; readonly customerKey: string }[]): Promise<void>;
  /** The customers of an address, in a fixed order; empty where there is none. */
  customersOf(addressKey: string): Promise<readonly string[]>;
}

/**
 * Customers' ids, sealed: only where the company's own access log is read in place, because it knows customers by their
 * ids, and whoever signs in is known here by a keyed hash alone.
 */
export interface Identities {
  /** Idempotent. */
  keep(customers: readonly { readonly customerKey: string; readonly customerId: string }[]): Promise<void>;
  of(customerKey: string): Promise<string | undefined>;
}

/** Everything that needs the company's secret. Deterministic but for `seal`. */
export interface Keyring {
  /** HMAC-SHA256 of the customer id exactly as the company writes it, base64url. */
  customerKey(customerId: string): string;
  /** HMAC-SHA256 of the address, trimmed, Unicode-normalised (NFC) and in lower case, base64url. */
  addressKey(email: string): string;
  /** HMAC-SHA256 of a label and parts that cannot run into each other; one purpose per label. */
  mac(label: string, ...parts: readonly string[]): Buffer;
  /** AES-256-GCM with a fresh nonce, so that what rests in a table is useless without the key. base64url. */
  seal(label: string, clear: string): string;
  /** Opens what `seal` made under the same label; throws on anything else. */
  open(label: string, sealed: string): string;
}

/** Now, as a UTC instant in milliseconds since 1970. */
export type Clock = () => number;

/** Random bytes of a cryptographically secure source. */
export type Random = (bytes: number) => Buffer;

/** Something that was read together with its revision; writing it back is refused if it moved on since. */
export interface Versioned<Value> {
  readonly value: Value;
  /** 0 where nothing is stored yet. */
  readonly revision: number;
}
