import type { Manifest } from "../contract/manifest.ts";
import type { Period } from "./access.ts";
import { addDays, daysFromTo } from "./civil-date.ts";
import type { DatedShortDay, SequenceRange } from "./coverage.ts";
import { startOfDate } from "./period.ts";

const HOUR = 3_600_000;

/** What was counted of a day, and how much of what was announced is not there. */
export interface DayCount {
  /** Different events of the source that occurred on the day and were accepted. */
  readonly received: number;
  /** At least; 0 where everything came. */
  readonly missing: number;
}

/** A day of a source that is not counted yet, or of which not exactly that came which was announced. */
export interface UnsettledDay extends Manifest {
  /** Moves whenever more is announced. */
  readonly revision: number;
  /** Milliseconds since 1970: when it is counted, or counted again. */
  readonly dueAt: number;
  /** As it was counted last; absent before the first time. */
  readonly counted?: DayCount | undefined;
}

const least = (one: number | undefined, other: number | undefined) =>
  one === undefined ? other : Math.min(one, other ?? one);
const most = (one: number | undefined, other: number | undefined) =>
  one === undefined ? other : Math.max(one, other ?? one);

/**
 * Two manifests of one day as one: the most that was announced. Commutative, associative and idempotent, so they may
 * come in any order and again; and nobody who has made an event disappear can take back that it was announced.
 */
export const uniteManifests = (one: Manifest, other: Manifest): Manifest => {
  const firstSeq = least(one.firstSeq, other.firstSeq);
  const lastSeq = most(one.lastSeq, other.lastSeq);
  return {
    source: one.source,
    day: one.day,
    count: Math.max(one.count, other.count),
    ...(firstSeq !== undefined && { firstSeq }),
    ...(lastSeq !== undefined && { lastSeq }),
  };
};

/**
 * Numbers that were announced and lie before or behind all that came; those in between are gaps of the counter
 * (`gapsOf`), and told there. Nothing is said about a source whose events carry no numbers.
 */
const outside = ({ firstSeq, lastSeq }: Manifest, ranges: readonly SequenceRange[]): number => {
  const [first, last] = [ranges[0]?.first, ranges.at(-1)?.last];
  if (first === undefined || last === undefined) return 0;
  return Math.max(0, first - (firstSeq ?? first)) + Math.max(0, (lastSeq ?? last) - last);
};

/** @param ranges All numbers of the source that ever came. */
export const countDay = (announced: Manifest, received: number, ranges: readonly SequenceRange[]): DayCount => ({
  received,
  missing: Math.max(0, announced.count - received, outside(announced, ranges)),
});

/** Exactly what was announced came: nothing is left to look after. More than that needs an explanation as well. */
export const isSettled = ({ count }: Manifest, { received, missing }: DayCount): boolean =>
  missing === 0 && received === count;

/** The days of which something is missing. */
export const shortDaysOf = (unsettled: readonly UnsettledDay[], timeZone: string): readonly DatedShortDay[] =>
  unsettled.flatMap(({ source, day, count: announced, counted }) =>
    counted === undefined || counted.missing === 0
      ? []
      : [{ source, day, announced, ...counted, ...periodOfDay(day, timeZone) }],
  );

/** From the first instant of a civil day to that of the next: 23, 24 or 25 hours. */
export const periodOfDay = (day: string, timeZone: string): Period => ({
  from: startOfDate(day, timeZone),
  to: startOfDate(addDays(day, 1), timeZone),
});

/** Queues between a source and Regard run dry first. */
export const dueFirst = (announcedAt: number): number => announcedAt + HOUR;

/** Late events are usual for some days, and rare afterwards. Both are civil days. */
const LATE_DAYS = 8;
export const dueAgain = (day: string, today: string, now: number): number =>
  now + (daysFromTo(day, today) <= LATE_DAYS ? HOUR : 24 * HOUR);

/** So many days back it is seen that a manifest is missing; before that, somebody has seen it or nobody ever will. */
export const ANNOUNCED_DAYS = 31;
/** Manifests come in the night after the day, or when somebody is back at work. */
const MANIFEST_TAKES_DAYS = 2;

/**
 * The days without a manifest since the first that has one, up to two days ago.
 *
 * @param announced Days that have one, among the last `ANNOUNCED_DAYS`, in order.
 */
export const unannouncedDays = (announced: readonly string[], today: string): readonly string[] => {
  const [first] = announced;
  if (first === undefined) return [];
  const known = new Set(announced);
  const length = daysFromTo(first, addDays(today, -MANIFEST_TAKES_DAYS));
  return Array.from({ length: Math.max(0, length) }, (_, n) => addDays(first, n)).filter((day) => !known.has(day));
};
