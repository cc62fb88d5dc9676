import type { Period } from "./access.ts";
import { OWN_SOURCE } from "./vocabulary.ts";

/** A stretch of `sourceSeq` numbers that arrived without a gap, and the time they speak for. */
export interface SequenceRange {
  readonly first: number;
  readonly last: number;
  /** UTC instants at which the first and the last of them occurred. */
  readonly firstAt: string;
  readonly lastAt: string;
}

/** What one source has sent: since when, until when, and which of its counter's numbers. */
export interface SourceReport {
  readonly source: string;
  /** Earliest `occurredAt` and latest `receivedAt` of its events, UTC instants. */
  readonly since: string;
  readonly lastReceivedAt: string;
  /** Disjoint, ascending, never touching: what lies between two of them is missing. Empty without counters. */
  readonly ranges: readonly SequenceRange[];
}

/** Numbers that a source counted and we never received, and the time between which they fell. */
export interface Gap {
  readonly after: string;
  readonly before: string;
  readonly missing: number;
}

/** Most ranges that are kept of one source (they live in one database item of at most 400 KB). */
export const MAX_RANGES = 1_000;

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);

// Each end takes its time with it; two times for one number can only come from a broken source, and then the wider
// stretch is kept so that the order of arrival still does not matter.
const joined = (low: SequenceRange, next: SequenceRange): SequenceRange => ({
  first: low.first,
  firstAt: low.first === next.first ? earlier(low.firstAt, next.firstAt) : low.firstAt,
  last: Math.max(low.last, next.last),
  lastAt: low.last === next.last ? later(low.lastAt, next.lastAt) : low.last > next.last ? low.lastAt : next.lastAt,
});

/** The union of ranges: commutative, associative and idempotent, so batches may arrive in any order and again. */
export const uniteRanges = (...sets: readonly (readonly SequenceRange[])[]): readonly SequenceRange[] => {
  const united: SequenceRange[] = [];
  for (const range of sets.flat().sort((a, b) => a.first - b.first)) {
    const top = united.at(-1);
    if (top !== undefined && range.first <= top.last + 1) united[united.length - 1] = joined(top, range);
    else united.push(range);
  }
  return united;
};

/**
 * Two reports of one source as one. Past `MAX_RANGES` the oldest ranges are forgotten rather than joined: joining would
 * hide a gap, forgetting only moves the date since which the counter is checked, and records say that date.
 */
export const uniteReports = (one: SourceReport, other: SourceReport): SourceReport => ({
  source: one.source,
  since: earlier(one.since, other.since),
  lastReceivedAt: later(one.lastReceivedAt, other.lastReceivedAt),
  ranges: uniteRanges(one.ranges, other.ranges).slice(-MAX_RANGES),
});

/** The gaps between ranges, oldest first. */
export const gapsOf = (ranges: readonly SequenceRange[]): readonly Gap[] =>
  ranges.slice(1).map((next, index) => {
    const previous = ranges[index] ?? next;
    return {
      after: earlier(previous.lastAt, next.firstAt),
      before: later(previous.lastAt, next.firstAt),
      missing: next.first - previous.last - 1,
    };
  });

const HOUR = 3_600_000;

/** From the evening before Good Friday to the morning after Easter Monday it is four and a half days. */
const SILENT_AFTER_HOURS = 120;

/** What the company expects of a source: an event at least every so many hours, or none any more (0). */
export interface ExpectedSource {
  readonly source: string;
  readonly silentAfterHours?: number | undefined;
}

/** Whether a source that used to report has stopped: nothing came for longer than is expected. `now`: UTC instant. */
export const isSilent = (
  { source, lastReceivedAt }: Pick<SourceReport, "source" | "lastReceivedAt">,
  now: string,
  expected: readonly ExpectedSource[],
): boolean => {
  // Regard's own looks come when somebody looks: its silence means nothing.
  if (source === OWN_SOURCE) return false;
  const { silentAfterHours = SILENT_AFTER_HOURS } = expected.find((one) => one.source === source) ?? {};
  return silentAfterHours > 0 && Date.parse(now) - Date.parse(lastReceivedAt) > silentAfterHours * HOUR;
};

/** A civil day of which less came than the source counted itself. */
export interface ShortDay {
  readonly day: string;
  /** What it says it sent, what came, and how much is missing at least. */
  readonly announced: number;
  readonly received: number;
  readonly missing: number;
}

/** The same with its source, its first instant and that of the next day. */
export interface DatedShortDay extends ShortDay, Period {
  readonly source: string;
}

/** What a record says about one source. */
export interface SourceCoverage {
  readonly source: string;
  /** UTC instants between which the source's accesses are spoken for. */
  readonly since: string;
  readonly lastReceivedAt: string;
  readonly gaps: readonly Gap[];
  /** Oldest first. */
  readonly shortDays: readonly ShortDay[];
  /** Nothing came for longer than usual, and the period reaches into that time. */
  readonly silent: boolean;
}

/**
 * What a source's report is worth in one record: what was erased before `reach` is not spoken for, and only the gaps,
 * short days and silence that touch the period concern it. Undefined for a source that fell silent before `reach`.
 */
export const coverageOf = (
  report: SourceReport,
  known: {
    readonly reach: string;
    readonly period: Period;
    /** Of all sources. */
    readonly shortDays: readonly DatedShortDay[];
    /** UTC instant. */
    readonly now: string;
    readonly expected: readonly ExpectedSource[];
  },
): SourceCoverage | undefined => {
  const { reach, period, shortDays, now, expected } = known;
  if (report.lastReceivedAt < reach) return undefined;
  const touches = (from: string, to: string): boolean => to > period.from && from < period.to;
  return {
    source: report.source,
    since: later(report.since, reach),
    lastReceivedAt: report.lastReceivedAt,
    gaps: gapsOf(report.ranges).filter(({ after, before }) => touches(after, before)),
    shortDays: shortDays
      .filter(({ source, from, to }) => source === report.source && from >= reach && touches(from, to))
      .map(({ day, announced, received, missing }) => ({ day, announced, received, missing })),
    silent: isSilent(report, now, expected) && touches(report.lastReceivedAt, now),
  };
};

/** The instant since which a source's counter is checked, `since` at the earliest; undefined where it sends none. */
export const countedSince = ({ ranges }: SourceReport, since: string): string | undefined =>
  ranges[0] && later(ranges[0].firstAt, since);
