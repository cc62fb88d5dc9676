import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countedSince,
  coverageOf,
  gapsOf,
  isSilent,
  MAX_RANGES,
  type SequenceRange,
  type SourceReport,
  uniteRanges,
  uniteReports,
} from "../../../functions/domain/coverage.ts";
import { OWN_SOURCE } from "../../../functions/domain/vocabulary.ts";

/** The instant at which number `n` occurred: one a minute. */
const at = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
const range = (first: number, last: number): SequenceRange => ({ first, last, firstAt: at(first), lastAt: at(last) });
const report = (...ranges: readonly SequenceRange[]): SourceReport => ({
  source: "crm",
  since: at(ranges[0]?.first ?? 0),
  lastReceivedAt: at(500),
  ranges,
});

const stretch = fc.tuple(fc.nat(200), fc.nat(15)).map(([first, more]) => range(first, first + more));
const set = fc.array(stretch, { maxLength: 12 }).map((ranges) => uniteRanges(ranges));
const numbersIn = (ranges: readonly SequenceRange[]): readonly number[] =>
  ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index));

describe("coverage", () => {
  it("joins what overlaps or touches", () => {
    expect(uniteRanges([range(1, 3)], [range(4, 6), range(9, 9)], [range(2, 5)])).toEqual([range(1, 6), range(9, 9)]);
  });

  it("unites ranges in any order, grouping and number of times", () => {
    fc.assert(
      fc.property(set, set, set, (a, b, c) => {
        expect(uniteRanges(a, b)).toEqual(uniteRanges(b, a));
        expect(uniteRanges(uniteRanges(a, b), c)).toEqual(uniteRanges(a, uniteRanges(b, c)));
        expect(uniteRanges(a, a)).toEqual(a);
        expect(uniteRanges(a, [])).toEqual(a);
      }),
    );
  });

  it("keeps times in order-independent ways even where a source gives one number two times", () => {
    const early = { ...range(5, 5), firstAt: at(1), lastAt: at(1) };
    expect(uniteRanges([early], [range(5, 5)])).toEqual(uniteRanges([range(5, 5)], [early]));
  });

  it("covers exactly the numbers that arrived, and its gaps are exactly the others in between", () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (ranges) => {
        const united = uniteRanges(ranges);
        const arrived = new Set(numbersIn(ranges));
        expect(new Set(numbersIn(united))).toEqual(arrived);
        const missing = gapsOf(united).reduce((sum, gap) => sum + gap.missing, 0);
        const span = arrived.size === 0 ? 0 : Math.max(...arrived) - Math.min(...arrived) + 1;
        expect(missing).toBe(span - arrived.size);
      }),
    );
  });

  it("says between which times a gap lies", () => {
    expect(gapsOf([range(1, 3), range(7, 9)])).toEqual([{ after: at(3), before: at(7), missing: 3 }]);
  });

  it("forgets the oldest ranges past the limit, and says since when it counts", () => {
    const odd = Array.from({ length: MAX_RANGES + 5 }, (_, index) => range(2 * index, 2 * index));
    const united = uniteReports(report(...odd.slice(0, 600)), report(...odd.slice(600)));
    expect(united.ranges).toEqual(odd.slice(5));
    expect(countedSince(united, united.since)).toBe(at(10));
    expect(countedSince(report(), at(0))).toBeUndefined();
  });

  it("speaks for no time before the reach of the log, and for gaps of the period only", () => {
    const sent = report(range(1, 10), range(21, 30), range(41, 50));
    const day = (from: number, source = "crm") => ({
      ...{ source, day: "2026-01-01", announced: 9, received: 7, missing: 2 },
      ...{ from: at(from), to: at(from + 10) },
    });
    const known = {
      ...{ reach: at(20), period: { from: at(25), to: at(60) }, now: at(600), expected: [] },
      shortDays: [day(10), day(15), day(40), day(41, "till"), day(60)],
    };
    expect(coverageOf(sent, known)).toEqual({
      source: "crm",
      since: at(20),
      lastReceivedAt: at(500),
      gaps: [{ after: at(30), before: at(41), missing: 10 }],
      shortDays: [{ day: "2026-01-01", announced: 9, received: 7, missing: 2 }],
      silent: false,
    });
    expect(coverageOf(sent, { ...known, reach: at(501) })).toBeUndefined();
  });

  it("is silent after as many hours as the company says, five days where it says nothing, and never where it says 0", () => {
    const hours = (n: number) => at(60 * n);
    const silent = (after: number, silentAfterHours?: number) =>
      isSilent({ source: "crm", lastReceivedAt: at(0) }, hours(after), [
        { source: "till", silentAfterHours: 1 },
        { source: "crm", silentAfterHours },
      ]);
    expect([silent(120), silent(120.1), silent(24, 24), silent(24.1, 24)]).toEqual([false, true, false, true]);
    expect(silent(9_000, 0)).toBe(false);
    expect(isSilent({ source: "new", lastReceivedAt: at(0) }, hours(121), [])).toBe(true);
    expect(isSilent({ source: OWN_SOURCE, lastReceivedAt: at(0) }, hours(9_000), [])).toBe(false);
  });

  it("tells of silence where the period reaches into it", () => {
    const known = { reach: at(0), shortDays: [], now: at(500 + 6 * 24 * 60), expected: [] };
    const silent = (to: number) => coverageOf(report(), { ...known, period: { from: at(10), to: at(to) } })?.silent;
    expect([silent(500), silent(501)]).toEqual([false, true]);
  });
});
