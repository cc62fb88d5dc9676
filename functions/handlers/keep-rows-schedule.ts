import type { Log } from "../http/log.ts";
import { type KeepHeldRowsDeps, keepHeldRows } from "../use-cases/keep-held-rows.ts";

/** Left for the customer who was taken up last. */
const LAST_CUSTOMER_MS = 30_000;

/**
 * The schedule keeps the rows of customers who have something open. What could not be kept fails the run, and rings: the
 * next one comes within the hour, and a week of them may fail before a row is lost.
 */
export const keepRowsSchedule =
  (deps: KeepHeldRowsDeps & { readonly log: Log }) =>
  async (_event: unknown, context: { getRemainingTimeInMillis(): number }): Promise<void> => {
    const stopAt = deps.clock() + context.getRemainingTimeInMillis() - LAST_CUSTOMER_MS;
    const { kept, failures, isDone } = await keepHeldRows(deps, stopAt);
    deps.log({ code: "ROWS_KEPT", route: "keep-rows", count: kept });
    if (failures.length > 0) throw failures[0];
    if (isDone) return;
    deps.log({ code: "ROWS_LEFT", route: "keep-rows" });
    throw new Error("unfinished");
  };
