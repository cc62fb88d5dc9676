import type { RegardConfig } from "../contract/config.ts";
import type { Period } from "../domain/access.ts";
import { addDays } from "../domain/civil-date.ts";
import { ANNOUNCED_DAYS, unannouncedDays } from "../domain/manifest.ts";
import { civilDateOf } from "../domain/period.ts";
import { groupHits, type Signal } from "../domain/signals/group-hits.ts";
import { logGap } from "../domain/signals/log-gap.ts";
import type { Sources } from "./ports.ts";

export interface SourceParts {
  readonly sources: Pick<Sources, "all" | "unsettled" | "announcedDays">;
  readonly config: Pick<RegardConfig, "sources" | "timeZone">;
}

/**
 * What is missing from sources: numbers that they counted and never sent, days of which more or less came than they say
 * they sent, days of which they say nothing, and silence.
 *
 * @param now UTC instant.
 */
export const sourceSignals = async (
  { sources, config: { sources: expected, timeZone } }: SourceParts,
  period: Period,
  now: string,
): Promise<readonly Signal[]> => {
  const first = addDays(civilDateOf(now, timeZone), -ANNOUNCED_DAYS);
  const unsettled = Map.groupBy(await sources.unsettled(), ({ source }) => source);
  const reported = new Map((await sources.all()).map((report) => [report.source, report]));
  const names = new Set([...reported.keys(), ...unsettled.keys()]);
  const hits = await Promise.all(
    [...names].map(async (source) => {
      // Who announced something and never sent anything is not silent: its days are short.
      const report = reported.get(source) ?? { source, since: now, lastReceivedAt: now, ranges: [] };
      const unannounced = unannouncedDays(await sources.announcedDays(source, first), civilDateOf(now, timeZone));
      const known = { report, unsettled: unsettled.get(source) ?? [], unannounced };
      return logGap(known, { period, timeZone, now, expected });
    }),
  );
  return groupHits(hits.flat());
};
