import { heldEnds } from "../domain/holds.ts";
import type { Holds, RowKeeper } from "./hold-ports.ts";
import type { Clock } from "./ports.ts";

export interface KeepHeldRowsDeps {
  readonly holds: Holds;
  readonly rowKeeper: RowKeeper;
  readonly clock: Clock;
}

export interface HeldRows {
  /** Rows whose end was moved. */
  readonly kept: number;
  /** What stopped one customer's rows; the others went on. */
  readonly failures: readonly unknown[];
  /** Whether all customers were looked after before `stopAt`. */
  readonly isDone: boolean;
}

/**
 * Keeps the rows of every customer who has a request or a matter open, whatever their age, until it is closed (CNIL
 * recommendation on logging; LAW L14). Only what ends within a week is touched, and then not for four weeks again.
 * Nothing releases rows: when nothing is open any more, nobody moves their ends again.
 *
 * @param stopAt Instant after which no further customer is taken up; the next run finds the rest.
 */
export const keepHeldRows = async (
  { holds, rowKeeper, clock }: KeepHeldRowsDeps,
  stopAt: number,
): Promise<HeldRows> => {
  const failures: unknown[] = [];
  let kept = 0;
  for await (const page of holds.all())
    for (const hold of page) {
      const now = clock();
      if (now >= stopAt) return { kept, failures, isDone: false };
      kept += await rowKeeper.keep(hold.customerKey, heldEnds(hold, now)).catch((error: unknown) => {
        failures.push(error);
        return 0;
      });
    }
  return { kept, failures, isDone: true };
};
