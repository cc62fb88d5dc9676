import { expect, test } from "vitest";
import { monthPeriod } from "../../../../functions/domain/months.ts";
import { daysOfMonth, finalityOf, monthBefore } from "../../../../functions/domain/numbers/month.ts";

test("a month ends where the next begins, over the turn of a year too", () => {
  expect(monthPeriod("2026-12")).toEqual({ from: "2026-12-01T00:00:00.000Z", to: "2027-01-01T00:00:00.000Z" });
});

test("the month before is the one before, on the last day of a long month too", () => {
  expect(["2026-03-31T23:59:59.999Z", "2026-01-01T00:00:00.000Z"].map(monthBefore)).toEqual(["2026-02", "2025-12"]);
});

test("a month has all its days", () => {
  expect(daysOfMonth("2028-02")).toHaveLength(29);
  expect(daysOfMonth("2026-02").at(-1)).toBe("2026-02-28");
});

test("numbers settle a week after the month, when what may come late has come", () => {
  const made = [
    "2026-10-31T23:59:59.999Z",
    "2026-11-01T00:00:00.000Z",
    "2026-11-07T23:59:59.999Z",
    "2026-11-08T00:00:00.000Z",
  ];
  expect(made.map((at) => finalityOf("2026-10", at))).toEqual(["not-over", "early", "early", "settled"]);
});
