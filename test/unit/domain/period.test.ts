import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../../functions/domain/errors.ts";
import { civilDateOf, EVER, periodOfDates, startOfDate } from "../../../functions/domain/period.ts";

describe("civil dates", () => {
  it.each([
    ["2026-05-03", "Europe/London", "2026-05-02T23:00:00.000Z"],
    ["2026-12-03", "Europe/London", "2026-12-03T00:00:00.000Z"],
    ["2026-03-29", "Europe/Paris", "2026-03-28T23:00:00.000Z"],
    ["2026-05-03", "Pacific/Kiritimati", "2026-05-02T10:00:00.000Z"],
    ["2026-05-03", "Pacific/Pago_Pago", "2026-05-03T11:00:00.000Z"],
    // Midnight itself is skipped: the day begins at one o'clock.
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
    // The clock goes back at midnight: the day begins once.
    ["2018-02-18", "America/Sao_Paulo", "2018-02-18T03:00:00.000Z"],
    // A day that never was.
    ["2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
  ])("begins %s in %s at %s", (date, zone, instant) => {
    expect(startOfDate(date, zone)).toBe(instant);
  });

  it("makes a half-open period of both dates, 23 and 25 hours long where the clock changes", () => {
    const day = (date: string) => periodOfDates({ from: date, to: date }, "Europe/London");
    expect(day("2026-03-29")).toEqual({ from: "2026-03-29T00:00:00.000Z", to: "2026-03-29T23:00:00.000Z" });
    expect(day("2026-10-25")).toEqual({ from: "2026-10-24T23:00:00.000Z", to: "2026-10-26T00:00:00.000Z" });
  });

  it("leaves open what is left out", () => {
    expect(periodOfDates({}, "Europe/London")).toEqual({});
    expect(periodOfDates({ to: "2026-01-31" }, "Europe/London")).toEqual({ to: "2026-02-01T00:00:00.000Z" });
  });

  it("refuses a period that ends before it begins", () => {
    const asked = () => periodOfDates({ from: "2026-05-04", to: "2026-05-03" }, "Europe/London");
    expect(asked).toThrow(Refusal);
  });

  it("holds the ends of time", () => {
    expect(periodOfDates({ from: "0001-01-01", to: "9999-12-31" }, "Asia/Tokyo").to).toBe(EVER.to);
    expect(periodOfDates({ to: "9999-12-31" }, "America/New_York").to).toBe(EVER.to);
  });

  it("puts every instant into the day that begins at or before it", () => {
    const zone = fc.constantFrom("Europe/London", "America/Sao_Paulo", "Asia/Kathmandu", "Australia/Lord_Howe");
    const instant = fc.date({ min: new Date("1990-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(instant, zone, (moment, timeZone) => {
        const at = moment.toISOString();
        const date = civilDateOf(at, timeZone);
        const { from = "", to = "" } = periodOfDates({ from: date, to: date }, timeZone);
        expect(from <= at && at < to).toBe(true);
        expect(civilDateOf(Date.parse(from) - 1, timeZone) < date).toBe(true);
      }),
    );
  });
});
