import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../functions/domain/civil-date.ts";
import { holidayCalendar } from "../../../functions/domain/holidays/calendar.ts";
import { dayOffOn, roll, workingDaysLater } from "../../../functions/domain/working-days.ts";
import { civilDates } from "../../support/civil-dates.ts";

const england = holidayCalendar("GB-ENG");
const scotland = holidayCalendar("GB-SCT");

describe("a working day", () => {
  it.each([
    ["2026-06-13", "saturday"],
    ["2026-06-14", "sunday"],
    ["2026-12-25", "holiday"],
    ["2026-12-26", "saturday"],
    ["2026-12-28", "holiday"],
    ["2026-06-15", undefined],
  ])("is none on a weekend or a holiday: %s is %s", (date, off) => {
    expect(dayOffOn(date, england)).toBe(off);
  });

  it("is looked for from the date itself on", () => {
    expect([roll("2026-04-02", england), roll("2026-04-03", england)]).toEqual(["2026-04-02", "2026-04-07"]);
    expect(roll("2026-04-03", scotland)).toBe("2026-04-06");
  });
});

describe("so many working days later", () => {
  it.each([
    ["2026-06-15", 0, "2026-06-15"],
    ["2026-06-15", 5, "2026-06-22"],
    ["2026-06-19", 1, "2026-06-22"],
    ["2026-06-20", 1, "2026-06-22"],
    ["2026-06-20", 5, "2026-06-26"],
    ["2026-04-01", 5, "2026-04-10"],
    ["2026-12-23", 5, "2027-01-04"],
  ])("than %s, %i: %s", (date, count, later) => {
    expect(workingDaysLater(date, count, england)).toBe(later);
  });

  it("are that many working days, and the last of them is one", () => {
    fc.assert(
      fc.property(civilDates, fc.integer({ min: 1, max: 15 }), (date, count) => {
        const later = workingDaysLater(date, count, england);
        const days = Array.from({ length: 60 }, (_, n) => addDays(date, n + 1)).filter((day) => day <= later);
        expect(days.filter((day) => dayOffOn(day, england) === undefined)).toHaveLength(count);
        expect(dayOffOn(later, england)).toBeUndefined();
      }),
    );
  });
});
