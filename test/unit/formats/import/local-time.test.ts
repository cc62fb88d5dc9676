import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf } from "../../../../functions/formats/import/local-time.ts";

const amsterdam = (written: string) => instantOf(written, "Europe/Amsterdam");

describe("times in files", () => {
  it("are read with their offset, however it is written", () => {
    for (const written of [
      "2011-10-11 13:45:40.276000+02:00",
      "2011-10-11T13:45:40.276+0200",
      "2011-10-11T13:45:40,2769 +02",
      "2011-10-11T11:45:40.276Z",
      "2011-10-11 07:15:40.276-04:30",
    ]) {
      expect(instantOf(written, undefined)).toBe("2011-10-11T11:45:40.276Z");
    }
  });

  it("are the wall clock's where they carry none", () => {
    expect(amsterdam("2026-07-01 12:00")).toBe("2026-07-01T10:00:00.000Z");
    expect(amsterdam("2026-01-01 12:00:01")).toBe("2026-01-01T11:00:01.000Z");
    expect(instantOf("2026-07-01 12:00", "Asia/Kolkata")).toBe("2026-07-01T06:30:00.000Z");
    expect(instantOf("2026-07-01 12:00", "America/St_Johns")).toBe("2026-07-01T14:30:00.000Z");
  });

  it("are the earlier of two where the clock was put back", () => {
    expect(amsterdam("2026-10-25 02:30:00")).toBe("2026-10-25T00:30:00.000Z");
    expect(amsterdam("2026-10-25 03:00:00")).toBe("2026-10-25T02:00:00.000Z");
    expect(instantOf("2026-04-05 01:45", "Australia/Lord_Howe")).toBe("2026-04-04T14:45:00.000Z");
  });

  it("are refused where the clock was put forward over them", () => {
    expect(amsterdam("2026-03-29 01:59:59")).toBe("2026-03-29T00:59:59.000Z");
    expect(() => amsterdam("2026-03-29 02:30:00")).toThrow("EVENT_FIELD_INVALID");
    expect(amsterdam("2026-03-29 03:00:00")).toBe("2026-03-29T01:00:00.000Z");
    expect(() => instantOf("2011-12-30 12:00", "Pacific/Apia")).toThrow("EVENT_FIELD_INVALID"); // a whole day skipped
  });

  it("are refused where there is no such time, no offset, or anything else", () => {
    for (const written of [
      "2026-02-30 12:00:00",
      "2026-05-03 24:00:00",
      "2026-05-03 12:60:00",
      "2026-13-01 12:00:00",
      "03/05/2026 12:00",
      "2026-05-03",
      "1746264600",
      "",
    ]) {
      expect(() => amsterdam(written)).toThrow("EVENT_FIELD_INVALID");
    }
    expect(() => instantOf("2026-05-03 12:00", undefined)).toThrow("EVENT_FIELD_INVALID");
  });

  it("come back from any wall clock: the instant, or the same reading an hour or so before", () => {
    const zones = [
      "Europe/London",
      "America/New_York",
      "America/St_Johns",
      "Australia/Lord_Howe",
      "Asia/Tehran",
      "UTC",
    ];
    const instants = fc.date({ min: new Date("1975-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
    // In London, New York, Newfoundland (where it was one minute past midnight) and on Lord Howe.
    const changes = ["2026-03-29T01:00Z", "2026-11-01T06:00Z", "2006-10-29T02:31Z", "2026-04-04T15:00Z"];
    const nearChanges = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -7_200, max: 7_200 }))
      .map(([change, seconds]) => new Date(Date.parse(change) + seconds * 1_000));
    fc.assert(
      fc.property(fc.oneof(instants, nearChanges), fc.constantFrom(...zones), (instant, timeZone) => {
        const wallClock = (ms: number) =>
          new Date(ms).toLocaleString("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
        const seconds = Math.floor(instant.getTime() / 1_000) * 1_000;
        const read = Date.parse(instantOf(wallClock(seconds), timeZone));
        expect(wallClock(read)).toBe(wallClock(seconds));
        expect(read).toBeLessThanOrEqual(seconds);
      }),
      { numRuns: 500 },
    );
  });
});
