import { monthBefore } from "../domain/numbers/month.ts";
import type { Log } from "../http/log.ts";
import { type CountMonthParts, countMonth } from "../use-cases/count-month.ts";

/** Left for the page of the log that is being judged, and for keeping what was made. */
const LAST_PAGE_MS = 60_000;

/**
 * The schedule makes the numbers of the month before. Where the log is too long for one run, it says so and leaves them
 * to the command: half a month is no month.
 */
export const countMonthBefore =
  (deps: CountMonthParts & { readonly log: Log }) =>
  async (_event: unknown, context: { getRemainingTimeInMillis(): number }): Promise<void> => {
    const now = deps.clock();
    const month = monthBefore(new Date(now).toISOString());
    const until = now + context.getRemainingTimeInMillis() - LAST_PAGE_MS;
    const made = await countMonth(deps, { month, by: "count-month", until });
    deps.log({ code: made === undefined ? "NUMBERS_LEFT" : "NUMBERS_MADE", route: "count-month" });
  };
