import type { MonthNumbers } from "../contract/numbers.ts";

/** The numbers for the board that were made, by month. */
export interface NumbersStore {
  /** Replaces what was made of the month before; what was made later stays, whoever writes last. */
  keep(numbers: MonthNumbers): Promise<void>;
  /** Strongly consistent. */
  of(month: string): Promise<MonthNumbers | undefined>;
  /** Of every month that has any, the newest month first. */
  all(): Promise<readonly MonthNumbers[]>;
}

/** An act of the audit log, without whom it was about. */
interface AuditedAct {
  readonly act: string;
  readonly reference?: string | undefined;
}

/** What was done, as the audit lines say. They are written by `PortalStore.commit` and live for three years. */
export interface AuditLog {
  /** The acts of a calendar day (UTC, `YYYY-MM-DD`), in time order, page by page to the very end. */
  actsOf(day: string): AsyncIterable<readonly AuditedAct[]>;
}
