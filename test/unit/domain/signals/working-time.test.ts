import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameDay, isSoonAtWork, workingTimeOf } from "../../../../functions/domain/signals/working-time.ts";
import { look, rulesOf } from "../../../support/looks.ts";

const HOUR = 3_600_000;

describe("working time", () => {
  it("is what was planned, half an hour wider on both sides", () => {
    const shift = { employeeId: "emp-7", from: "2026-05-20T08:00:00.000Z", to: "2026-05-20T16:00:00.000Z" };
    const { isPlanned, stretches } = workingTimeOf([shift], [0, 1, 2]);
    expect(isPlanned).toBe(true);
    expect(stretches).toEqual([[Date.parse("2026-05-20T07:30:00.000Z"), Date.parse("2026-05-20T16:30:00.000Z")]]);
  });

  it("is what the log shows where nothing was planned: three looks without a break of more than four hours", () => {
    const at = (...hours: number[]) =>
      workingTimeOf(
        [],
        hours.map((hour) => hour * HOUR),
      ).stretches;
    expect(at(10, 12)).toEqual([]);
    expect(at(10, 12, 16)).toEqual([[9 * HOUR, 18 * HOUR]]);
    expect(at(10, 12, 16.01)).toEqual([]);
    expect(at(10, 11, 12, 34, 35, 36)).toEqual([
      [9 * HOUR, 14 * HOUR],
      [33 * HOUR, 38 * HOUR],
    ]);
  });

  it("only grows with more work that is seen", () => {
    const hours = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 30 });
    fc.assert(
      fc.property(hours, hours, fc.nat(200), fc.nat(200), (some, more, at, end) => {
        const of = (all: number[]) =>
          workingTimeOf(
            [],
            all.toSorted((a, b) => a - b).map((hour) => hour * HOUR),
          );
        const [before, after] = [of(some), of([...some, ...more])];
        for (const holds of [isSameDay, isSoonAtWork]) {
          expect(!holds(at * HOUR, end * HOUR, before) || holds(at * HOUR, end * HOUR, after)).toBe(true);
        }
      }),
    );
  });

  it("lets paperwork be paperwork for a weekend where no shifts are sent", () => {
    const working = (from: number) =>
      [0, 1, 2].map((n) => look(from + n, { rule: "CASE_MATCHES", customerKey: "c-2" }));
    const late = (after: number) =>
      look(after, { rule: "CASE_MATCHES_CLOSED", endedAfter: 0, dataCategories: ["contact"] });
    expect(rulesOf([late(24)])).toEqual(["contact-after-job"]);
    expect(rulesOf([late(24)], { elsewhere: working(22) })).toEqual([]);
    expect(rulesOf([late(72)], { elsewhere: working(70) })).toEqual([]);
    expect(rulesOf([late(72.01)], { elsewhere: working(70) })).toEqual(["contact-after-job"]);
    expect(rulesOf([late(26.01)], { elsewhere: working(22) })).toEqual(["contact-after-job"]);
  });
});
