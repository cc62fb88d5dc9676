/** What the quarantine says of an event without opening it. */
export interface QuarantineEntry {
  /** Follows from what was sent: the same event is the same entry, however often it comes. */
  readonly id: string;
  /** Of a refusal. */
  readonly code: string;
  /** The first field that is wrong; empty where the whole is meant. */
  readonly field: string;
  /** Empty where it cannot be read. */
  readonly source: string;
  /** UTC instant at which it came last. */
  readonly receivedAt: string;
}

export interface QuarantinedEvent extends QuarantineEntry {
  /** What was sent, as JSON. */
  readonly text: string;
  /** UTC instant after which it may not be kept any more. */
  readonly eraseAt: string;
}

/** Events that could not be taken as they were sent. They hold personal data and lie sealed. */
export interface Quarantine {
  /** Idempotent by id; the latest word on why it lies here replaces the one before. No transaction. */
  put(events: readonly QuarantinedEvent[]): Promise<void>;
  /** Every entry whose time has not ended, in no order, page by page to the end. */
  all(): AsyncIterable<readonly QuarantineEntry[]>;
  read(id: string): Promise<QuarantinedEvent | undefined>;
  /** Every entry with what it says, those whose time has ended included, in no order, page by page to the end. */
  opened(): AsyncIterable<readonly QuarantinedEvent[]>;
  /** Lets an entry say something else. Does nothing where it is gone, or came again since it was read. Idempotent. */
  rewrite(read: QuarantinedEvent, text: string): Promise<void>;
  /** Idempotent. */
  remove(id: string): Promise<void>;
}
