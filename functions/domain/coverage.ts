/** A stretch of `sourceSeq` numbers that arrived without a gap, and the time they speak for. */
export interface SequenceRange {
  readonly first: number;
  readonly last: number;
  /** UTC instants at which the first and the last of them occurred. */
  readonly firstAt: string;
  readonly lastAt: string;
}

/** What one source has sent: since when, until when, and which of its counter's numbers. */
export interface SourceReport {
  readonly source: string;
  /** Earliest `occurredAt` and latest `receivedAt` of its events, UTC instants. */
  readonly since: string;
  readonly lastReceivedAt: string;
  /** Disjoint, ascending, never touching: what lies between two of them is missing. Empty without counters. */
  readonly ranges: readonly SequenceRange[];
}
