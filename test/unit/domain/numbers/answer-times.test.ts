import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../../functions/domain/civil-date.ts";
import { answerTimes, nearestRank } from "../../../../functions/domain/numbers/answer-times.ts";

const waited = (days: number, isOverdue = false) => ({
  receivedOn: "2026-03-20",
  answeredOn: addDays("2026-03-20", days),
  isOverdue,
});

describe("the nearest rank", () => {
  it.each([
    [[15, 20, 35, 40, 50], 50, 35],
    [[15, 20, 35, 40, 50], 90, 50],
    [[1, 2, 3, 4], 50, 2],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 90, 9],
    [[7], 90, 7],
    [[], 50, undefined],
  ])("of %j at %i per cent is %s", (values, percent, rank) => expect(nearestRank(values, percent)).toBe(rank));

  it("is one of the values, which so many per cent do not exceed, and no smaller one is", () => {
    const values = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 100 }), (all, percent) => {
        const rank = nearestRank(all, percent) ?? -1;
        const notAbove = (limit: number) => all.filter((one) => one <= limit).length * 100;
        expect(all).toContain(rank);
        expect(notAbove(rank)).toBeGreaterThanOrEqual(percent * all.length);
        expect(notAbove(rank - 1)).toBeLessThan(percent * all.length);
      }),
    );
  });
});

describe("how long customers waited", () => {
  it("is in whole days, 0 on the same day, and a change of the clock is no day", () => {
    expect(answerTimes([waited(0)])).toEqual({ closed: 1, medianDays: 0, ninetiethDays: 0, overdue: 0 });
    expect(answerTimes([waited(30)])).toMatchObject({ medianDays: 30 });
  });

  it("counts what came after its due date", () => {
    const waits = [waited(3), waited(45, true), waited(7), waited(31, true)];
    expect(answerTimes(waits)).toEqual({ closed: 4, medianDays: 7, ninetiethDays: 45, overdue: 2 });
  });

  it("is nothing where nobody waited", () => {
    expect(answerTimes([])).toEqual({ closed: 0, overdue: 0 });
  });
});
