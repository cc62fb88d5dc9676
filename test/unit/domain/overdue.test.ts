import { describe, expect, it } from "vitest";
import type { Breach } from "../../../functions/contract/matter.ts";
import { jurisdictionOf } from "../../../functions/domain/jurisdiction.ts";
import { isTimeToTell, type Missed, missedBy } from "../../../functions/domain/overdue.ts";
import { DPO, matter } from "../../support/matters.ts";

const LONDON = "Europe/London";
const missed = (one: Parameters<typeof missedBy>[0], at: string, zone = LONDON): readonly Missed[] =>
  missedBy(one, jurisdictionOf("GB-ENG"), zone, Date.parse(at));
// Received on Monday 15 June 2026: due on Wednesday 15 July.
const asked = matter();
const breach: Breach = {
  employeeId: "emp-7",
  awareAt: "2026-06-19T16:00:00.000Z",
  notifyBy: "2026-06-22T16:00:00.000Z",
};

describe("what a matter missed", () => {
  it("is its due date from the midnight after it, by the company's clock", () => {
    expect(missed(asked, "2026-07-15T22:59:59.999Z")).toEqual([]);
    expect(missed(asked, "2026-07-15T23:00:00.000Z")).toEqual([{ what: "answer", deadline: "2026-07-15" }]);
    expect(missed(asked, "2026-07-15T23:00:00.000Z", "America/New_York")).toEqual([]);
  });

  it("is nothing while the clock rests, nor after the end", () => {
    const clock = { ...asked.clock, clarifications: [{ askedOn: "2026-06-20" }] };
    expect(missed({ ...asked, state: "paused", clock }, "2027-01-01T00:00:00.000Z")).toEqual([]);
    expect(missed({ ...asked, state: "closed" }, "2027-01-01T00:00:00.000Z")).toEqual([]);
  });

  it("is the word on a breach from the instant on, weekend or not, until somebody decides", () => {
    const found = matter({ breach });
    expect(missed(found, "2026-06-22T15:59:59.999Z")).toEqual([]);
    expect(missed(found, "2026-06-22T16:00:00.000Z")).toEqual([{ what: "breach", deadline: breach.notifyBy }]);
    const decision = { kind: "notified", reasons: "By form.", decidedAt: breach.notifyBy, decidedBy: DPO } as const;
    expect(missed(matter({ breach: { ...breach, decision } }), "2026-06-23T00:00:00.000Z")).toEqual([]);
  });
});

describe("when the desk hears of it", () => {
  const answer = { what: "answer", deadline: "2026-07-15" } as const;
  const isTime = (one: Missed, at: string) => isTimeToTell(one, LONDON, Date.parse(at));

  it("is the morning after, not midnight; later than that it is any hour", () => {
    expect(isTime(answer, "2026-07-15T23:00:00.000Z")).toBe(false);
    expect(isTime(answer, "2026-07-16T05:59:59.999Z")).toBe(false);
    expect(isTime(answer, "2026-07-16T06:00:00.000Z")).toBe(true);
    expect(isTime(answer, "2026-07-16T23:00:00.000Z")).toBe(true);
  });

  it("is at once for a breach, whose hours run through the night", () => {
    expect(isTime({ what: "breach", deadline: "2026-07-16T00:00:00.000Z" }, "2026-07-16T00:00:00.000Z")).toBe(true);
  });
});
