import { describe, expect, it } from "vitest";
import type { SourceReport } from "../../../../functions/domain/coverage.ts";
import type { DayCount } from "../../../../functions/domain/manifest.ts";
import { exportOfMany } from "../../../../functions/domain/signals/export.ts";
import { logGap, type SourceKnown } from "../../../../functions/domain/signals/log-gap.ts";
import type { Look } from "../../../../functions/domain/signals/look.ts";
import { poorReasons } from "../../../../functions/domain/signals/poor-reasons.ts";
import { searchFishing } from "../../../../functions/domain/signals/search-fishing.ts";
import { countDays, type StaffDay, usualDays } from "../../../../functions/domain/signals/volume.ts";
import { hours, look } from "../../../support/looks.ts";

const employeeId = "emp-7";
const many = <T>(n: number, make: (at: number) => T): T[] => Array.from({ length: n }, (_, at) => make(at));

describe("search-fishing", () => {
  const search = (minute: number, customerKey = "c-1"): Look =>
    look(minute / 60, {
      action: "search",
      involvement: "listed",
      purpose: "SEARCH_LISTED",
      rule: "CASE_NOT_NEEDED",
      customerKey,
    });
  const opened = (minute: number, customerKey: string) => look(minute / 60, { rule: "CASE_MATCHES", customerKey });
  const fished = (looks: readonly Look[]) =>
    searchFishing({ employeeId, looks: looks.toSorted((a, b) => a.at - b.at) });

  it("is ten searches by name within an hour", () => {
    expect(fished(many(9, (n) => search(n * 6)))).toEqual([]);
    const [hit] = fished(many(10, (n) => search((n * 60) / 9)));
    expect(hit).toMatchObject({ employeeId, inputs: { searches: 10, opened: 0, firstAt: hours(0), lastAt: hours(1) } });
    expect(hit?.customerKey).toBeUndefined();
    expect(fished(many(10, (n) => search(n * 7)))).toEqual([]);
  });

  it("counts one search once, however many names it lists", () => {
    const [first, ...rest] = many(9, (n) => search(n));
    const sameSearch = first ? [first, { ...first, access: { ...first.access, customerKey: "c-2" } }] : [];
    expect(fished([...sameSearch, ...rest])).toEqual([]);
  });

  it("is not a search that led somewhere: one customer in five opened, a quarter of an hour after at the latest", () => {
    const searches = many(10, (n) => search(n));
    expect(fished([...searches, opened(9, "a")])).toHaveLength(1);
    expect(fished([...searches, opened(9, "a"), opened(24, "b")])).toEqual([]);
    expect(fished([...searches, opened(9, "a"), opened(24.1, "b")])).toHaveLength(1);
  });

  it("is by name alone, and one hit for each stretch", () => {
    const named = many(10, (n) => look(n / 60, { action: "search", rule: "CASE_MATCHES" }));
    expect(fished(named)).toEqual([]);
    expect(fished([...many(12, (n) => search(n)), ...many(12, (n) => search(300 + n))])).toHaveLength(2);
  });
});

describe("volume", () => {
  const day = (customers: number, changes: Partial<StaffDay> = {}): StaffDay => ({
    employeeId,
    role: "Adviser",
    day: "2026-05-20",
    customers,
    accesses: ["crm e"],
    ...changes,
  });
  const hits = (days: readonly StaffDay[]) => {
    const usual = usualDays();
    for (const one of countDays(days)) usual.add(one);
    return usual.hits(days);
  };

  it("is more than the median and six deviations of the role, and fifty customers at least", () => {
    const usual = [...many(10, () => day(38)), ...many(10, () => day(42)), day(40), day(40)];
    expect(hits([...usual, day(52)])).toEqual([]);
    expect(hits([...usual, day(53)])).toMatchObject([{ employeeId, inputs: { customers: 53, median: 40, limit: 52 } }]);
    const quiet = many(30, (n) => day(n % 3));
    expect(hits([...quiet, day(49)])).toEqual([]);
    expect(hits([...quiet, day(50)])).toHaveLength(1);
  });

  it("measures everyone by their own role, and says nothing of one that few days are known of", () => {
    const busy = many(25, () => day(80, { role: "Archivist" }));
    expect(hits([...many(25, () => day(5)), ...busy])).toEqual([]);
    expect(hits([...many(18, () => day(5)), day(90)])).toEqual([]);
    expect(hits([...many(19, () => day(5)), day(90)])).toHaveLength(1);
  });

  it("gives a role in which all days are the same some room", () => {
    expect(hits([...many(25, () => day(60)), day(66)])).toEqual([]);
    expect(hits([...many(25, () => day(60)), day(67)])).toHaveLength(1);
  });
});

describe("an export of many customers", () => {
  it("is one hit for each export, about the employee alone", () => {
    const exported = many(3, (n) =>
      look(0, { eventId: "x", action: "export", recordCount: 1_800, customerKey: `c-${n}` }),
    );
    const [hit, ...more] = exportOfMany({ employeeId, unexplained: [...exported, look(1, { action: "export" })] });
    expect([hit?.accesses, hit?.inputs, more]).toEqual([
      ["orders x"],
      { opens: 1, firstAt: hours(0), lastAt: hours(0), records: 1_800 },
      [],
    ]);
  });

  it("is one hit where it needed several events", () => {
    const exported = many(3, (n) =>
      look(0, { eventId: n === 0 ? "x" : `x.${n + 1}`, partOf: "x", action: "export", recordCount: 100 }),
    );
    const hits = exportOfMany({ employeeId, unexplained: exported });
    expect(hits).toMatchObject([{ accesses: ["orders x"], inputs: { records: 100 } }]);
  });
});

describe("poor-reasons", () => {
  const missing = (n: number) => many(n, (at) => look(at, { rule: "REASON_MISSING" }));
  const typed = (n: number, purposeText: string) =>
    many(n, (at) => look(at / 10, { rule: "CASE_NOT_CHECKED", purposeText }));
  const poor = (unexplained: readonly Look[], explained = 0) =>
    poorReasons({
      employeeId,
      unexplained,
      opened: [...unexplained, ...many(explained, (n) => look(n, { rule: "CASE_MATCHES" }))],
    });

  it("is more than one look in twenty without a reason, and five at least", () => {
    expect(poor(missing(5), 95)).toEqual([]);
    expect(poor(missing(5), 94)).toMatchObject([{ employeeId, inputs: { missing: 5, looks: 99 } }]);
    expect(poor(missing(4))).toEqual([]);
  });

  it("is the same text twenty times a day, however it is spaced", () => {
    expect(poor(typed(19, "customer asked"), 500)).toEqual([]);
    expect(poor([...typed(10, "customer asked"), ...typed(10, " Customer  asked ")], 500)).toMatchObject([
      { inputs: { missing: 0, identical: 20 } },
    ]);
    expect(poor([...typed(10, "one"), ...typed(10, "two")], 500)).toEqual([]);
  });
});

describe("log-gap", () => {
  const period = { from: hours(-100), to: hours(0) };
  const range = (first: number, last: number, at: number) => ({
    first,
    last,
    firstAt: hours(at),
    lastAt: hours(at + 1),
  });
  const report = (changes: Partial<SourceReport>): SourceReport => ({
    source: "crm",
    since: hours(-500),
    lastReceivedAt: hours(0),
    ranges: [],
    ...changes,
  });
  const gaps = (changes: Partial<SourceReport>, now = hours(0), known: Partial<SourceKnown> = {}) =>
    logGap(
      { report: report(changes), unsettled: [], unannounced: [], ...known },
      { period, timeZone: "Europe/London", now, expected: [{ source: "app", silentAfterHours: 24 }] },
    );

  it("tells what a source counted and never sent, where it touches the period", () => {
    expect(gaps({ ranges: [range(1, 9, -50), range(13, 20, -40)] })).toEqual([
      {
        rule: "log-gap",
        accesses: [],
        inputs: { kind: "numbers", source: "crm", missing: 3, after: hours(-49), before: hours(-40) },
      },
    ]);
    expect(gaps({ ranges: [range(1, 9, -300), range(13, 20, -200)] })).toEqual([]);
  });

  it("tells of a silence of more than five days", () => {
    expect(gaps({ lastReceivedAt: hours(-50) }, hours(70))).toEqual([]);
    expect(gaps({ lastReceivedAt: hours(-50) }, hours(70.001))).toMatchObject([
      { inputs: { kind: "silence", after: hours(-50) } },
    ]);
    expect(gaps({ lastReceivedAt: hours(1) }, hours(500))).toEqual([]);
  });

  it("tells of a shorter silence where the company expects more of a source", () => {
    expect(gaps({ source: "app", lastReceivedAt: hours(-24) })).toEqual([]);
    expect(gaps({ source: "app", lastReceivedAt: hours(-24.001) })).toMatchObject([{ inputs: { kind: "silence" } }]);
  });

  it("tells of days of which more or less came than was announced, and of days that nobody announced", () => {
    const day = hours(-24).slice(0, 10);
    const announced = (counted?: DayCount, on = day) => ({
      unsettled: [{ source: "crm", day: on, count: 100, revision: 1, dueAt: 0, counted }],
    });
    const told = (known: Partial<SourceKnown>) => gaps({}, hours(0), known).map(({ inputs }) => inputs);
    expect(told(announced())).toEqual([]);
    expect(told(announced({ received: 99, missing: 1 }))).toEqual([
      { kind: "count", source: "crm", day, announced: 100, received: 99 },
    ]);
    expect(told(announced({ received: 103, missing: 0 }))).toMatchObject([{ kind: "count", received: 103 }]);
    expect(told(announced({ received: 99, missing: 1 }, "2025-01-01"))).toEqual([]);
    expect(told({ unannounced: ["2025-01-01", day] })).toEqual([{ kind: "no-count", source: "crm", day }]);
    expect(told(announced({ received: 100, missing: 2 }))).toMatchObject([{ kind: "numbers", missing: 2 }]);
  });
});
