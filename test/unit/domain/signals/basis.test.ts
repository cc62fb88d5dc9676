import { describe, expect, it } from "vitest";
import { eventKey, readEventKey } from "../../../../functions/domain/corrections.ts";
import { basisOf } from "../../../../functions/domain/signals/basis.ts";
import type { LogGap } from "../../../../functions/domain/signals/signal.ts";
import { hours } from "../../../support/looks.ts";

const pair = { employeeId: "emp-7", customerKey: "customer-1" };
const span = { opens: 1, firstAt: hours(0), lastAt: hours(0) };

describe("what a hit stands on", () => {
  it("is its accesses where it is about a customer, and for a reported contact the report too", () => {
    const hit = { ...pair, accesses: ["orders a"] };
    expect(basisOf({ rule: "colleague", ...hit, inputs: span })).toEqual(["orders a"]);
    const inputs = { opens: 1, contactedAt: hours(9), lastAt: hours(0), senderMatches: false };
    expect(basisOf({ rule: "contact-report", ...hit, inputs })).toEqual(["orders a", `contact ${hours(9)}`]);
    expect(basisOf({ rule: "contact-report", ...pair, accesses: [], inputs })).toHaveLength(1);
  });

  it("is the month, the day or the gap where it is about a habit or a source, so that one look more is not news", () => {
    const habit = { employeeId: "emp-7", accesses: ["orders a", "orders b"] };
    const poor = { missing: 9, looks: 50, identical: 0, firstAt: hours(0) };
    const more = { ...poor, missing: 10, firstAt: hours(1) };
    expect(basisOf({ rule: "poor-reasons", ...habit, inputs: poor })).toEqual(["poor-reasons 2026-05"]);
    expect(basisOf({ rule: "poor-reasons", ...habit, inputs: more })).toEqual(["poor-reasons 2026-05"]);
    const volume = { customers: 60, day: "2026-05-20", median: 3, limit: 9 };
    expect(basisOf({ rule: "volume", ...habit, inputs: volume })).toEqual(["volume 2026-05-20"]);
    const searches = { searches: 12, opened: 0, firstAt: hours(0), lastAt: hours(1) };
    expect(basisOf({ rule: "search-fishing", ...habit, inputs: searches })).toEqual(["search-fishing 2026-05-20"]);
    const gap = (inputs: LogGap) => basisOf({ rule: "log-gap", accesses: [], inputs });
    const source = "crm";
    const numbers = gap({ kind: "numbers", source, missing: 3, after: hours(0), before: hours(2) });
    expect(numbers).toEqual([`log-gap ${hours(0)}`]);
    const count = (received: number) => gap({ kind: "count", source, day: "2026-05-20", announced: 9, received });
    expect([count(7), count(8)]).toEqual([["log-gap count 2026-05-20"], ["log-gap count 2026-05-20"]]);
    expect(gap({ kind: "no-count", source, day: "2026-05-20" })).toEqual(["log-gap no-count 2026-05-20"]);
    expect(gap({ kind: "silence", source, after: hours(0) })).toEqual([`log-gap ${hours(0)}`]);
    expect(basisOf({ rule: "export", ...habit, inputs: { ...span, records: 9 } })).toEqual(habit.accesses);
  });

  it("is read back as the source's own name for it, whatever the id holds", () => {
    for (const eventId of ["e-1", "a b  c", "#", "ü 1"])
      expect(readEventKey(eventKey("orders", eventId))).toEqual({ source: "orders", eventId });
  });
});
