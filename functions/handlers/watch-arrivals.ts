import type { Log } from "../http/log.ts";
import { faultOf } from "../http/problems.ts";
import { type JudgeArrivalsDeps, judgeArrivals } from "../use-cases/judge-arrivals.ts";

/** Left for the account that was taken up last, whose signals are still to be raised, and for the mail. */
const LAST_ACCOUNT_MS = 10_000;

/** The schedule runs the rules of detection over what was set apart as accesses arrived. */
export const watchArrivals =
  (deps: JudgeArrivalsDeps & { readonly log: Log }) =>
  async (_event: unknown, context: { getRemainingTimeInMillis(): number }): Promise<void> => {
    const { log, clock } = deps;
    const stopAt = clock() + context.getRemainingTimeInMillis() - LAST_ACCOUNT_MS;
    const { raised, failures } = await judgeArrivals(deps, stopAt);
    for (const error of failures) {
      const fault = faultOf(error);
      log({ code: "SIGNALS_FAILED", route: "on-schedule", ...(fault !== undefined && { fault }) });
    }
    log({ code: "SIGNALS_JUDGED", route: "on-schedule", count: raised });
  };
