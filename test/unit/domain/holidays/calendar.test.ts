import { describe, expect, it } from "vitest";
import { addDays, weekdayOf } from "../../../../functions/domain/civil-date.ts";
import { HOLIDAYS, holidayCalendar } from "../../../../functions/domain/holidays/calendar.ts";
import { REGIME_IDS, type RegimeId } from "../../../../functions/domain/regimes.ts";

/** Gregorian Easter Sunday (Meeus, Jones, Butcher): a second opinion on the tables, which never compute anything. */
const easter = (year: number): string => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
};

/** The n-th of a weekday from a date on, the date itself included. */
const next = (date: string, weekday: number, n = 1): string =>
  addDays(date, ((weekday - weekdayOf(date) + 7) % 7) + 7 * (n - 1));
const MONDAY = 1;
const lastMonday = (year: number, month: string): string => next(`${year}-${month}-25`, MONDAY);

/** Where British holidays go that fall on a weekend: to the next weekday that is not taken. */
const substituted = (dates: readonly string[]): string[] => {
  const kept = dates.filter((date) => weekdayOf(date) % 6 !== 0);
  for (const date of dates.filter((one) => !kept.includes(one))) {
    let moved = date;
    while (weekdayOf(moved) % 6 === 0 || kept.includes(moved)) moved = addDays(moved, 1);
    kept.push(moved);
  }
  return kept;
};

interface Rule {
  /** Days after Easter Sunday. */
  readonly movable: readonly number[];
  readonly fixed: readonly string[];
  readonly other?: (year: number) => readonly string[];
  readonly substitutes?: true;
}

const british = (...own: readonly string[]): Pick<Rule, "fixed" | "substitutes"> => ({
  fixed: ["01-01", "12-25", "12-26", ...own],
  substitutes: true,
});
const mayHolidays = (year: number) => [next(`${year}-05-01`, MONDAY), lastMonday(year, "05")];
const WORLD_CUP = "2026-06-15";

const RULES: Readonly<Record<RegimeId, Rule>> = {
  "GB-ENG": { ...british(), movable: [-2, 1], other: (y) => [...mayHolidays(y), lastMonday(y, "08")] },
  "GB-SCT": {
    ...british("01-02", "11-30"),
    movable: [-2],
    other: (y) => [...mayHolidays(y), next(`${y}-08-01`, MONDAY), ...(y === 2026 ? [WORLD_CUP] : [])],
  },
  "GB-NIR": { ...british("03-17", "07-12"), movable: [-2, 1], other: (y) => [...mayHolidays(y), lastMonday(y, "08")] },
  FR: { movable: [1, 39, 50], fixed: ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"] },
  DE: { movable: [-2, 1, 39, 50], fixed: ["01-01", "05-01", "10-03", "12-25", "12-26"] },
  ES: {
    movable: [-2],
    fixed: ["01-01", "01-06", "05-01", "08-15", "10-12", "11-01", "12-06", "12-08", "12-25"],
  },
  IE: {
    movable: [1],
    fixed: ["01-01", "03-17", "12-25", "12-26"],
    other: (y) => [
      weekdayOf(`${y}-02-01`) === 5 ? `${y}-02-01` : next(`${y}-02-01`, MONDAY),
      ...["05", "06", "08"].map((month) => next(`${y}-${month}-01`, MONDAY)),
      lastMonday(y, "10"),
    ],
  },
  BE: { movable: [1, 39, 50], fixed: ["01-01", "05-01", "07-21", "08-15", "11-01", "11-11", "12-25"] },
  NL: {
    movable: [-2, 1, 39, 50],
    fixed: ["01-01", "05-05", "12-25", "12-26"],
    other: (y) => [weekdayOf(`${y}-04-27`) === 0 ? `${y}-04-26` : `${y}-04-27`],
  },
  EE: {
    movable: [-2, 0, 49],
    fixed: ["01-01", "02-24", "05-01", "06-23", "06-24", "08-20", "12-24", "12-25", "12-26"],
  },
  FI: {
    movable: [-2, 0, 1, 39, 49],
    fixed: ["01-01", "01-06", "05-01", "12-06", "12-25", "12-26"],
    other: (y) => [next(`${y}-06-20`, 6), next(`${y}-10-31`, 6)],
  },
};

const expected = (regime: RegimeId, year: number): readonly string[] => {
  const { movable, fixed, other, substitutes } = RULES[regime];
  const dated = fixed.map((day) => `${year}-${day}`);
  const dates = [
    ...movable.map((days) => addDays(easter(year), days)),
    ...(substitutes ? substituted(dated) : dated),
    ...(other?.(year) ?? []),
  ];
  return [...new Set(dates)].sort();
};

describe("the snapshot of public holidays", () => {
  it.each(REGIME_IDS)("of %s agrees with a second reckoning, year by year", (regime) => {
    const { years, asOf, source } = HOLIDAYS[regime];
    for (const [year, days] of Object.entries(years)) {
      expect(days.split(" ").map((day) => `${year}-${day}`)).toEqual(expected(regime, Number(year)));
    }
    const last = regime.startsWith("GB") ? 2028 : 2030;
    expect(Object.keys(years)).toEqual(Array.from({ length: last - 2023 }, (_, n) => String(2024 + n)));
    expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(source).not.toBe("");
  });
});

describe("a calendar", () => {
  it("knows what the United Kingdom keeps apart", () => {
    expect(holidayCalendar("GB-SCT").has("2026-11-30")).toBe(true);
    expect(holidayCalendar("GB-ENG").has("2026-11-30")).toBe(false);
    expect(holidayCalendar("GB-SCT").has("2026-04-06")).toBe(false);
    expect(holidayCalendar("GB-NIR").has("2026-07-13")).toBe(true);
  });

  it("knows nothing of the years beyond its table, and says so", () => {
    const calendar = holidayCalendar("GB-ENG");
    expect(calendar.knows("2028-12-31")).toBe(true);
    expect(calendar.knows("2029-01-01")).toBe(false);
    expect(calendar.has("2029-12-25")).toBe(false);
  });

  it("lets a company's own list stand for every year that it names, and for no other", () => {
    const calendar = holidayCalendar("GB-ENG", { "GB-ENG": ["2026-09-01", "2029-12-25"], FR: ["2027-09-01"] });
    expect(calendar.has("2026-09-01")).toBe(true);
    expect(calendar.has("2026-12-25")).toBe(false);
    expect(calendar.has("2027-12-27")).toBe(true);
    expect(calendar.has("2027-09-01")).toBe(false);
    expect(calendar.knows("2029-06-01")).toBe(true);
  });
});
