import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysFromTo, weekdayOf } from "../../../functions/domain/civil-date.ts";
import { civilDates } from "../../support/civil-dates.ts";

describe("civil dates", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2027-01-31", 3, "2027-04-30"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-12-31", 1, "2027-01-31"],
    ["2026-02-10", 1, "2026-03-10"],
    ["2024-02-29", 3, "2024-05-29"],
  ])("reckons %s and %i months as %s", (date, months, later) => {
    expect(addMonths(date, months)).toBe(later);
  });

  it("never skips or repeats a day, not where clocks change nor where a year ends", () => {
    expect(addDays("2026-03-28", 1)).toBe("2026-03-29");
    expect(addDays("2026-10-25", 1)).toBe("2026-10-26");
    expect(addDays("2027-01-01", -1)).toBe("2026-12-31");
    fc.assert(
      fc.property(civilDates, fc.integer({ min: 0, max: 2_000 }), (date, days) => {
        const later = addDays(date, days);
        expect(addDays(later, -days)).toBe(date);
        expect(daysFromTo(date, later)).toBe(days + 1);
        expect(weekdayOf(later)).toBe((weekdayOf(date) + days) % 7);
      }),
    );
  });

  it("stays in the month that it should reach, and keeps the order of dates", () => {
    fc.assert(
      fc.property(civilDates, civilDates, fc.constantFrom(1, 3), (one, other, months) => {
        const [early = "", late = ""] = [one, other].sort();
        expect(addMonths(early, months) <= addMonths(late, months)).toBe(true);
        expect(addMonths(one, months).slice(0, 7)).toBe(addMonths(`${one.slice(0, 7)}-01`, months).slice(0, 7));
      }),
    );
  });
});
