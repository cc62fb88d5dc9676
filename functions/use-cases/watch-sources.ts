import type { RegardConfig } from "../contract/config.ts";
import { isSilent } from "../domain/coverage.ts";
import { countDay, dueAgain, isSettled, periodOfDay } from "../domain/manifest.ts";
import { civilDateOf } from "../domain/period.ts";
import { retentionHorizon } from "../domain/retention.ts";
import type { AccessLog, Clock, Sources } from "./ports.ts";

export interface WatchSources {
  readonly accessLog: Pick<AccessLog, "eventsOn">;
  readonly sources: Pick<Sources, "all" | "unsettled" | "count">;
  readonly config: Pick<RegardConfig, "sources" | "timeZone" | "retention">;
  readonly clock: Clock;
}

export interface WatchedSources {
  /** Days that turned out to be short, or long, and were not before. */
  readonly short: number;
  /** Sources that are silent now. */
  readonly silent: number;
}

/**
 * Counts what came of the days that sources announced, and keeps it for records and the desk. A day that has exactly what
 * was announced is settled and not looked at again; any other is counted again, for its events may still come. Safe for
 * any number of calls, at once and cut off anywhere.
 *
 * @param stopAt Milliseconds since 1970, after which no further day is counted; the next run goes on.
 */
export const watchSources = async (deps: WatchSources, stopAt: number): Promise<WatchedSources> => {
  const { accessLog, sources, config, clock } = deps;
  const now = clock();
  const [instant, today] = [new Date(now).toISOString(), civilDateOf(now, config.timeZone)];
  const horizon = retentionHorizon(instant, config.retention.months);
  const reports = await sources.all();
  const rangesOf = new Map(reports.map(({ source, ranges }) => [source, ranges]));
  const due = (await sources.unsettled())
    // Of a day that the retention has begun to erase, no count says anything any more.
    .filter(({ day, dueAt }) => dueAt <= now && periodOfDay(day, config.timeZone).from >= horizon)
    .sort((one, other) => one.dueAt - other.dueAt);

  let short = 0;
  for (const one of due) {
    if (clock() >= stopAt) break;
    const received = await accessLog.eventsOn(one.source, one.day);
    const counted = countDay(one, received, rangesOf.get(one.source) ?? []);
    const settled = isSettled(one, counted);
    const kept = await sources.count(one, counted, settled ? undefined : dueAgain(one.day, today, now));
    if (kept && !settled && one.counted === undefined) short += 1;
  }

  const silent = reports.filter((report) => isSilent(report, instant, config.sources)).length;
  return { short, silent };
};
