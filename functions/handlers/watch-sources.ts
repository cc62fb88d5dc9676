import type { Log } from "../http/log.ts";
import { type WatchSources, watchSources } from "../use-cases/watch-sources.ts";

/** Left for what comes after it in the same turn. */
const REST_MS = 30_000;

/** The schedule compares what sources say they sent with what came, and looks who has fallen silent. */
export const countAnnounced =
  (deps: WatchSources & { readonly log: Log }) =>
  async (_event: unknown, context: { getRemainingTimeInMillis(): number }): Promise<void> => {
    const { log, clock } = deps;
    const { short, silent } = await watchSources(deps, clock() + context.getRemainingTimeInMillis() - REST_MS);
    if (short > 0) log({ code: "DAY_SHORT", route: "on-schedule", count: short });
    if (silent > 0) log({ code: "SOURCE_SILENT", route: "on-schedule", count: silent });
  };
