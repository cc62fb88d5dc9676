import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Manifest, manifest } from "../../../functions/contract/manifest.ts";
import {
  countDay,
  dueAgain,
  isSettled,
  periodOfDay,
  shortDaysOf,
  unannouncedDays,
  uniteManifests,
} from "../../../functions/domain/manifest.ts";
import { civilDateOf } from "../../../functions/domain/period.ts";

const HOUR = 3_600_000;
const said = (count: number, firstSeq?: number, lastSeq?: number): Manifest => ({
  ...{ source: "crm", day: "2026-05-03", count },
  ...(firstSeq !== undefined && { firstSeq }),
  ...(lastSeq !== undefined && { lastSeq }),
});
const range = (first: number, last: number) => ({ first, last, firstAt: "a", lastAt: "b" });

const anyManifest = fc
  .tuple(fc.nat(50), fc.option(fc.integer({ min: 1, max: 50 })), fc.option(fc.nat(20)))
  .map(([count, first, more]) =>
    said(count, first ?? undefined, first === null || more === null ? undefined : first + more),
  );

describe("what a source announces of a day", () => {
  it("is read as a company writes it, and refused with the field that is wrong", () => {
    const fieldOf = (input: object) => {
      const read = manifest.safeParse({ source: "crm", day: "2026-05-03", count: 0, ...input });
      return read.success ? "read" : read.error.issues[0]?.path.join(".");
    };
    expect(fieldOf({})).toBe("read");
    expect(fieldOf({ count: 9, firstSeq: 1, lastSeq: 9 })).toBe("read");
    expect(fieldOf({ count: -1 })).toBe("count");
    expect(fieldOf({ count: 1.5 })).toBe("count");
    expect(fieldOf({ day: "2026-02-30" })).toBe("day");
    expect(fieldOf({ source: "The CRM" })).toBe("source");
    expect(fieldOf({ firstSeq: 9, lastSeq: 8 })).toBe("lastSeq");
    expect(fieldOf({ firstSeq: 0 })).toBe("firstSeq");
  });

  it("is the most that was ever announced, in any order, grouping and number of times", () => {
    fc.assert(
      fc.property(anyManifest, anyManifest, anyManifest, (a, b, c) => {
        expect(uniteManifests(a, b)).toEqual(uniteManifests(b, a));
        expect(uniteManifests(uniteManifests(a, b), c)).toEqual(uniteManifests(a, uniteManifests(b, c)));
        expect(uniteManifests(a, a)).toEqual(a);
        expect(uniteManifests(a, b).count).toBe(Math.max(a.count, b.count));
      }),
    );
  });

  it("is compared with what came: less is missing, and exactly as much settles the day", () => {
    expect(countDay(said(10_000), 9_999, [])).toEqual({ received: 9_999, missing: 1 });
    expect(isSettled(said(10_000), { received: 9_999, missing: 1 })).toBe(false);
    expect(isSettled(said(10_000), countDay(said(10_000), 10_000, []))).toBe(true);
    expect(countDay(said(9), 12, [])).toEqual({ received: 12, missing: 0 });
    expect(isSettled(said(9), { received: 12, missing: 0 })).toBe(false);
    expect(isSettled(said(0), countDay(said(0), 0, []))).toBe(true);
  });

  it("misses numbers before the first and behind the last that came, also where another event fills the count", () => {
    expect(countDay(said(9, 1, 9), 9, [range(1, 7), range(9, 9)])).toEqual({ received: 9, missing: 0 });
    expect(countDay(said(9, 1, 9), 9, [range(1, 8)])).toEqual({ received: 9, missing: 1 });
    expect(countDay(said(9, 1, 9), 9, [range(3, 40)])).toEqual({ received: 9, missing: 2 });
    expect(countDay(said(9, 1, 9), 9, [])).toEqual({ received: 9, missing: 0 });
  });

  it("is short in records once it was counted and something is missing", () => {
    const day = { ...said(9), revision: 1, dueAt: 0 };
    expect(
      shortDaysOf(
        [
          day,
          { ...day, counted: { received: 7, missing: 2 } },
          { ...day, day: "2026-05-04", counted: { received: 12, missing: 0 } },
        ],
        "Europe/London",
      ),
    ).toEqual([
      {
        ...{ source: "crm", day: "2026-05-03", announced: 9, received: 7, missing: 2 },
        ...{ from: "2026-05-02T23:00:00.000Z", to: "2026-05-03T23:00:00.000Z" },
      },
    ]);
  });

  it("is counted again hourly while late events are usual, and daily afterwards", () => {
    expect(dueAgain("2026-05-03", "2026-05-04", 0)).toBe(HOUR);
    expect(dueAgain("2026-05-03", "2026-05-10", 0)).toBe(HOUR);
    expect(dueAgain("2026-05-03", "2026-05-11", 0)).toBe(24 * HOUR);
  });
});

describe("a civil day", () => {
  const hoursOf = (day: string, zone: string) => {
    const { from, to } = periodOfDay(day, zone);
    return (Date.parse(to) - Date.parse(from)) / HOUR;
  };

  it("has 23 hours when the clock is put forward, 25 when it is put back, in the company's zone", () => {
    expect(hoursOf("2026-03-29", "Europe/London")).toBe(23);
    expect(hoursOf("2026-10-25", "Europe/Berlin")).toBe(25);
    expect(hoursOf("2026-10-25", "UTC")).toBe(24);
    expect(hoursOf("2026-04-05", "Australia/Lord_Howe")).toBe(24.5);
  });

  it("is the day under which each of its instants is counted, and no other", () => {
    const zones = fc.constantFrom("Europe/London", "America/St_Johns", "Pacific/Apia", "Asia/Beirut", "UTC");
    const instants = fc.date({ min: new Date("2011-12-01"), max: new Date("2030-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(zones, instants, (zone, date) => {
        const at = date.toISOString();
        const { from, to } = periodOfDay(civilDateOf(at, zone), zone);
        expect(from <= at && at < to).toBe(true);
      }),
    );
  });
});

describe("days that nobody announced", () => {
  const days = (...numbers: readonly number[]) => numbers.map((n) => `2026-05-${String(n).padStart(2, "0")}`);

  it("are those since the first that was, up to two days ago", () => {
    expect(unannouncedDays(days(3, 4, 7), "2026-05-11")).toEqual(days(5, 6, 8, 9));
    expect(unannouncedDays(days(3, 4, 5), "2026-05-07")).toEqual([]);
    expect(unannouncedDays(days(10), "2026-05-11")).toEqual([]);
    expect(unannouncedDays([], "2026-05-11")).toEqual([]);
  });

  it("are never announced ones, and all others in between", () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1 });
    fc.assert(
      fc.property(some, (numbers) => {
        const announced = days(...numbers.toSorted((one, other) => one - other));
        const without = unannouncedDays(announced, "2026-05-30");
        expect(without.filter((day) => announced.includes(day))).toEqual([]);
        expect(without.length + announced.length).toBe(28 - Math.min(...numbers) + 1);
      }),
    );
  });
});
