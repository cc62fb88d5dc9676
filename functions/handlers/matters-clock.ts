import type { Log } from "../http/log.ts";
import { type TickDeps, tickMatters } from "../use-cases/desk/tick-matters.ts";

/** The schedule lets end in matters what time ends. */
export const moveMatters = (deps: TickDeps & { readonly log: Log }) => async (): Promise<void> => {
  const count = await tickMatters(deps);
  if (count > 0) deps.log({ code: "MATTERS_TICKED", route: "on-schedule", count });
};
