import { describe, expect, it } from "vitest";
import type { MatterClock } from "../../../functions/contract/matter.ts";
import { jurisdictionOf } from "../../../functions/domain/jurisdiction.ts";
import { clarified, matterDeadlines } from "../../../functions/domain/matter-clock.ts";
import type { RegimeId } from "../../../functions/domain/regimes.ts";

const clock = (receivedOn: string, changes: Partial<MatterClock> = {}): MatterClock => ({
  ...{ regime: "GB-ENG", receivedOn, clarifications: [] },
  ...changes,
});
const dueOn = (one: MatterClock): string => {
  const deadlines = matterDeadlines(one, jurisdictionOf(one.regime));
  return deadlines.state === "running" ? deadlines.due.on : deadlines.state;
};
const noticeBy = (one: MatterClock): string => {
  const deadlines = matterDeadlines(one, jurisdictionOf(one.regime));
  return deadlines.state === "running" ? deadlines.extensionNotice.on : deadlines.state;
};

describe("when a matter falls due", () => {
  it.each<[string, string, RegimeId?]>([
    ["2026-09-03", "2026-10-05"],
    ["2026-01-01", "2026-02-02"],
    ["2024-11-25", "2024-12-27"],
    ["2026-01-31", "2026-03-02"],
    ["2028-01-31", "2028-02-29"],
    ["2026-03-03", "2026-04-07"],
    ["2026-03-03", "2026-04-06", "GB-SCT"],
    ["2026-10-30", "2026-11-30"],
    ["2026-10-30", "2026-12-01", "GB-SCT"],
    ["2026-04-01", "2026-05-01"],
    ["2026-02-10", "2026-03-10"],
  ])("follows LAW.md: received %s, due %s %s", (receivedOn, due, regime = "GB-ENG") => {
    expect(dueOn(clock(receivedOn, { regime }))).toBe(due);
  });

  it("waits while the customer is asked, and goes on with the day on which they answered", () => {
    const asked = clock("2026-03-02", { clarifications: [{ askedOn: "2026-03-10" }] });
    expect(dueOn(asked)).toBe("paused");
    expect(dueOn(clarified(asked, "2026-03-17"))).toBe("2026-04-10");
    const july = clarified(clock("2026-07-01", { clarifications: [{ askedOn: "2026-07-06" }] }), "2026-07-13");
    expect([dueOn(july), noticeBy(july)]).toEqual(["2026-08-10", "2026-08-09"]);
  });

  it("counts no pause twice that has ended, and knows none in the EU", () => {
    const ended = clock("2026-03-02", { clarifications: [{ askedOn: "2026-03-10", answeredOn: "2026-03-17" }] });
    expect(clarified(ended, "2026-03-25")).toEqual(ended);
    expect(dueOn({ ...ended, regime: "FR" })).toBe(dueOn(clock("2026-03-02", { regime: "FR" })));
  });

  it("is three months from the start where it was extended, not one and two", () => {
    expect(dueOn(clock("2026-11-25", { extendedOn: "2026-12-01" }))).toBe("2027-02-25");
    expect(dueOn(clock("2027-01-31", { extendedOn: "2027-02-01" }))).toBe("2027-04-30");
  });
});
