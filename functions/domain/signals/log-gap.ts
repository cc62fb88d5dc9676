import type { Period } from "../access.ts";
import { type ExpectedSource, gapsOf, isSilent, type SourceReport } from "../coverage.ts";
import { periodOfDay, type UnsettledDay } from "../manifest.ts";
import type { Hit, LogGap } from "./signal.ts";

/** What is known of one source beside what it sent. */
export interface SourceKnown {
  readonly report: SourceReport;
  /** Of the source. */
  readonly unsettled: readonly UnsettledDay[];
  /** Civil days for which it did not say what it sent. */
  readonly unannounced: readonly string[];
}

const ofDay = ({ source, day, count: announced, counted }: UnsettledDay, timeZone: string): readonly LogGap[] => {
  if (counted === undefined) return [];
  const { received, missing } = counted;
  if (received !== announced) return [{ kind: "count", source, day, announced, received }];
  // As many came as were announced, and not the same: numbers of the day are missing.
  const { from } = periodOfDay(day, timeZone);
  return [{ kind: "numbers", source, missing, after: from, before: from }];
};

/**
 * What a source counted and never sent, or sent and did not count, within the period; and sources that fell silent. It is
 * about a system, and about nobody: somebody may have hidden a look, or a cable may have come loose.
 *
 * @param now UTC instant.
 */
export const logGap = (
  { report, unsettled, unannounced }: SourceKnown,
  {
    period,
    timeZone,
    now,
    expected,
  }: {
    readonly period: Period;
    readonly timeZone: string;
    readonly now: string;
    readonly expected: readonly ExpectedSource[];
  },
): readonly Hit<"log-gap">[] => {
  const { source, lastReceivedAt, ranges } = report;
  const touches = ({ from, to }: Period): boolean => to > period.from && from < period.to;
  const ofPeriod = (day: string): boolean => touches(periodOfDay(day, timeZone));
  const numbers = gapsOf(ranges).filter(({ after, before }) => touches({ from: after, to: before }));
  const silence = isSilent(report, now, expected) && lastReceivedAt < period.to;
  const gaps: readonly LogGap[] = [
    ...numbers.map((gap) => ({ kind: "numbers", source, ...gap }) as const),
    ...(silence ? [{ kind: "silence", source, after: lastReceivedAt } as const] : []),
    ...unsettled.filter(({ day }) => ofPeriod(day)).flatMap((one) => ofDay(one, timeZone)),
    ...unannounced.filter(ofPeriod).map((day) => ({ kind: "no-count", source, day }) as const),
  ];
  return gaps.map((inputs) => ({ rule: "log-gap", accesses: [], inputs }));
};
