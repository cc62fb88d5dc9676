import type { HeldEnds, Hold } from "../domain/holds.ts";

/** What customers have open: requests that are not answered and matters that are not closed. */
export interface Holds {
  /** All that hold at this instant, in no order, page by page to the end. Strongly consistent. */
  all(): AsyncIterable<readonly Hold[]>;
}

/** The one way in which a row of the access log is touched after it was written: its end moves, and nothing else. */
export interface RowKeeper {
  /**
   * Moves the ends of a customer's rows that lie in `ends` to `ends.until`, and those of their events' claims with them,
   * so that an id stays taken as long as its event is there. Never moves an end back, never brings a row back that is
   * gone. Idempotent; cut off anywhere, calling again completes it. Answers how many rows were moved.
   */
  keep(customerKey: string, ends: HeldEnds): Promise<number>;
}
