import type { Period } from "../access.ts";
import { gapsOf, type SourceReport } from "../coverage.ts";
import type { Hit } from "./signal.ts";

const HOUR = 3_600_000;

/** From the evening before Good Friday to the morning after Easter Monday it is four and a half days. */
export const SILENT_HOURS = 120;

/**
 * What a source counted and never sent, within the period, and sources that fell silent. It is about a system, and
 * about nobody: somebody may have hidden a look, or a cable may have come loose.
 *
 * @param now UTC instant.
 */
export const logGap = ({
  report,
  period,
  now,
}: {
  readonly report: SourceReport;
  readonly period: Period;
  readonly now: string;
}): readonly Hit<"log-gap">[] => {
  const { source, lastReceivedAt, ranges } = report;
  const gaps = gapsOf(ranges).filter(({ after, before }) => before > period.from && after < period.to);
  const isSilent = Date.parse(now) - Date.parse(lastReceivedAt) > SILENT_HOURS * HOUR && lastReceivedAt < period.to;
  return [...gaps, ...(isSilent ? [{ missing: 0, after: lastReceivedAt, before: now }] : [])].map((gap) => ({
    rule: "log-gap",
    accesses: [],
    inputs: { source, ...gap },
  }));
};
