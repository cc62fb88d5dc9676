import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthAfter, monthPeriod, monthsBetween } from "../../../functions/domain/months.ts";

describe("calendar months", () => {
  it("follow each other over the end of a year, both ways", () => {
    expect([monthAfter("2026-12"), monthAfter("2026-01", -1), monthAfter("2026-05", 8)]).toEqual([
      "2027-01",
      "2025-12",
      "2027-01",
    ]);
    expect(monthPeriod("2028-02")).toEqual({ from: "2028-02-01T00:00:00.000Z", to: "2028-03-01T00:00:00.000Z" });
  });

  it("leave no gap between two instants, and name each once", () => {
    const instant = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const [from = "", to = ""] = [one.toISOString(), other.toISOString()].sort();
        const months = monthsBetween(from, to);
        expect([months[0], months.at(-1)]).toEqual([from.slice(0, 7), to.slice(0, 7)]);
        expect(months.slice(1)).toEqual(months.slice(0, -1).map((month) => monthAfter(month)));
      }),
    );
  });
});
