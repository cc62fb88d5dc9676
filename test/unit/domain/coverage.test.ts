import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countedSince,
  coverageOf,
  gapsOf,
  MAX_RANGES,
  type SequenceRange,
  type SourceReport,
  uniteRanges,
  uniteReports,
} from "../../../functions/domain/coverage.ts";

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
    const period = { from: at(25), to: at(60) };
    expect(coverageOf(sent, at(20), period)).toEqual({
      source: "crm",
      since: at(20),
      lastReceivedAt: at(500),
      gaps: [{ after: at(30), before: at(41), missing: 10 }],
    });
    expect(coverageOf(sent, at(501), period)).toBeUndefined();
  });
});
