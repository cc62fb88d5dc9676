import { describe, expect, it } from "vitest";
import { jurisdictionOf } from "../../../functions/domain/jurisdiction.ts";
import type { RegimeId } from "../../../functions/domain/regimes.ts";
import {
  extensionObstacle,
  lateFrom,
  pauseObstacle,
  type RequestClock,
  requestClock,
  requestDeadlines,
} from "../../../functions/domain/request-clock.ts";

const received = (receivedOn: string, changes: Partial<RequestClock> = {}): RequestClock => ({
  receivedOn,
  clarifications: [],
  extended: false,
  ...changes,
});
const running = (clock: RequestClock, regime: RegimeId = "GB-ENG") => {
  const deadlines = requestDeadlines(clock, jurisdictionOf(regime));
  if (deadlines.state !== "running") throw new Error(`The clock is ${deadlines.state}.`);
  return deadlines;
};
const pause = (askedOn: string, answeredOn: string) => ({ askedOn, answeredOn });

describe("the due date", () => {
  it.each<[string, RegimeId, string]>([
    ["2026-09-03", "GB-ENG", "2026-10-05"],
    ["2026-01-01", "GB-ENG", "2026-02-02"],
    ["2024-11-25", "GB-ENG", "2024-12-27"],
    ["2026-01-31", "GB-ENG", "2026-03-02"],
    ["2028-01-31", "GB-ENG", "2028-02-29"],
    ["2026-03-03", "GB-ENG", "2026-04-07"],
    ["2026-03-03", "GB-SCT", "2026-04-06"],
    ["2026-10-30", "GB-ENG", "2026-11-30"],
    ["2026-10-30", "GB-SCT", "2026-12-01"],
    ["2026-02-10", "GB-ENG", "2026-03-10"],
    ["2026-06-12", "GB-NIR", "2026-07-14"],
    ["2026-06-14", "FR", "2026-07-15"],
    ["2026-03-03", "IE", "2026-04-03"],
    ["2026-11-24", "EE", "2026-12-28"],
    ["2027-04-05", "NL", "2027-05-07"],
    ["2025-12-06", "FI", "2026-01-07"],
  ])("of a request received %s under %s is %s", (receivedOn, regime, due) => {
    expect(running(received(receivedOn), regime).due.on).toBe(due);
  });

  it("is counted from the start where the time was extended, never month after month", () => {
    expect(running(received("2026-11-25", { extended: true })).due.on).toBe("2027-02-25");
    expect(running(received("2027-01-31", { extended: true })).due.on).toBe("2027-04-30");
  });

  it("moves by the days paused, both ends counted, and so does the last day for announcing an extension", () => {
    const once = running(received("2026-03-02", { clarifications: [pause("2026-03-10", "2026-03-17")] }));
    expect(once.due.on).toBe("2026-04-10");
    const july = running(received("2026-07-01", { clarifications: [pause("2026-07-06", "2026-07-13")] }));
    expect([july.due.on, july.extensionNotice.on]).toEqual(["2026-08-10", "2026-08-09"]);
  });

  it("does not move where the law knows no pause", () => {
    expect(running(received("2026-03-02", { clarifications: [pause("2026-03-10", "2026-03-17")] }), "FR").due.on).toBe(
      "2026-04-02",
    );
    expect(running(received("2026-03-02", { clarifications: [{ askedOn: "2026-03-10" }] }), "DE").due.on).toBe(
      "2026-04-02",
    );
  });

  it("ends at midnight in the company's zone", () => {
    expect(lateFrom("2026-05-01", "Europe/London")).toBe("2026-05-01T23:00:00.000Z");
    expect(lateFrom("2026-03-28", "Europe/London")).toBe("2026-03-29T00:00:00.000Z");
  });

  it("comes with its steps as data", () => {
    expect(running(received("2026-03-03")).due.steps).toEqual([
      { kind: "received", on: "2026-03-03" },
      { kind: "months-later", months: 1, on: "2026-04-03", clamped: false },
      { kind: "rolled", from: "2026-04-03", to: "2026-04-07", because: "holiday", holidays: ["2026-04-06"] },
    ]);
    expect(running(received("2028-01-31")).due.steps).toEqual([
      { kind: "received", on: "2028-01-31" },
      { kind: "months-later", months: 1, on: "2028-02-29", clamped: true },
      { kind: "working-day", on: "2028-02-29" },
    ]);
  });

  it("says where the holidays of a year are not known, and still leaves out weekends", () => {
    const unknown = { kind: "holidays-unknown", year: "2029" };
    const { due } = running(received("2029-11-23"));
    expect(due.on).toBe("2029-12-24");
    expect(due.steps.slice(-2)).toEqual([
      { kind: "rolled", from: "2029-12-23", to: "2029-12-24", because: "sunday", holidays: [] },
      unknown,
    ]);
    const christmas = running(received("2029-11-25")).due;
    expect([christmas.on, christmas.steps.at(-2)?.kind, christmas.steps.at(-1)]).toEqual([
      "2029-12-25",
      "months-later",
      unknown,
    ]);
  });
});

describe("the start", () => {
  const at = (receivedAt: string, identity?: { askedAt: string; answeredAt?: string }) =>
    requestClock({ receivedAt, ...(identity && { identity }), clarifications: [], extended: false }, "Europe/London");

  it("is the local date of receipt, in the night between two days too", () => {
    const { startedOn, due } = running(at("2026-03-31T23:30:00.000Z"));
    expect([startedOn, due.on]).toEqual(["2026-04-01", "2026-05-01"]);
  });

  it("waits in the United Kingdom for identity information that was asked for, and in the EU for nothing", () => {
    const arrived = at("2026-03-02T10:00:00.000Z", {
      askedAt: "2026-03-02T11:00:00.000Z",
      answeredAt: "2026-03-04T23:59:59.000Z",
    });
    expect(running(arrived).startedOn).toBe("2026-03-04");
    expect(running(arrived, "FR").startedOn).toBe("2026-03-02");
    expect(running(arrived, "FR").due.steps).toContainEqual({ kind: "identity-not-awaited" });

    const awaited = at("2026-03-02T10:00:00.000Z", { askedAt: "2026-03-02T11:00:00.000Z" });
    expect(requestDeadlines(awaited, jurisdictionOf("GB-NIR"))).toEqual({
      state: "not-started",
      since: "2026-03-02",
      steps: [
        { kind: "received", on: "2026-03-02" },
        { kind: "identity-awaited", since: "2026-03-02" },
      ],
    });
    expect(running(awaited, "EE").startedOn).toBe("2026-03-02");
  });

  it("is not put back by information that came with the request", () => {
    const clock = received("2026-03-02", { identity: pause("2026-02-27", "2026-02-28") });
    expect(running(clock).startedOn).toBe("2026-03-02");
  });
});

describe("a pause", () => {
  const jurisdiction = jurisdictionOf("GB-ENG");
  const open = received("2026-03-02", {
    clarifications: [pause("2026-03-04", "2026-03-05"), { askedOn: "2026-03-10" }],
  });

  it("leaves the due date open until the answer comes", () => {
    const deadlines = requestDeadlines(open, jurisdiction);
    expect(deadlines).toMatchObject({ state: "paused", since: "2026-03-10", startedOn: "2026-03-02" });
    expect(deadlines).not.toHaveProperty("due");
    expect(deadlines).toMatchObject({ houseTarget: { on: "2026-03-30" } });
  });

  it("counts from the start only, however early clarification was asked for", () => {
    const clock = received("2026-03-02", {
      identity: pause("2026-03-02", "2026-03-06"),
      clarifications: [pause("2026-03-02", "2026-03-07")],
    });
    expect(running(clock).due.on).toBe("2026-04-08");
    expect(running({ ...clock, clarifications: [pause("2026-03-02", "2026-03-05")] }).due.on).toBe("2026-04-07");
  });

  it("may begin while the time runs, once at a time, where the law has it", () => {
    const clock = received("2026-01-31");
    expect(pauseObstacle(clock, jurisdiction, "2026-03-02")).toBeUndefined();
    expect(pauseObstacle(clock, jurisdiction, "2026-03-03")).toBe("too-late");
    expect(pauseObstacle(clock, jurisdiction, "2026-01-30")).toBe("before-receipt");
    expect(pauseObstacle(clock, jurisdictionOf("BE"), "2026-02-02")).toBe("not-in-this-law");
    expect(pauseObstacle(open, jurisdiction, "2026-03-11")).toBe("already-paused");
  });
});

describe("an extension", () => {
  const jurisdiction = jurisdictionOf("GB-ENG");

  it("may be announced until the first month ends, even on a Sunday, and not once the due date has rolled past it", () => {
    const clock = received("2026-07-01", { clarifications: [pause("2026-07-06", "2026-07-13")] });
    expect(extensionObstacle(clock, jurisdiction, "2026-08-09")).toBeUndefined();
    expect(extensionObstacle(clock, jurisdiction, "2026-08-10")).toBe("too-late");
    expect(extensionObstacle({ ...clock, extended: true }, jurisdiction, "2026-07-02")).toBe("already-extended");
  });

  it("may be announced while the time stands still or has not started", () => {
    const paused = received("2026-07-01", { clarifications: [{ askedOn: "2026-07-30" }] });
    expect(extensionObstacle(paused, jurisdiction, "2026-09-01")).toBeUndefined();
    const unstarted = received("2026-07-01", { identity: { askedOn: "2026-07-01" } });
    expect(extensionObstacle(unstarted, jurisdiction, "2026-09-01")).toBeUndefined();
  });

  it("is not brought back by a pause that began after the first month", () => {
    // The month ends on Saturday 28 February; the due date has rolled to Monday 2 March.
    const late = received("2026-01-31", { clarifications: [pause("2026-03-01", "2026-03-05")] });
    expect(running(late).extensionNotice.on).toBe("2026-02-28");
    expect(running(late).due.on).toBe("2026-03-05");
    expect(extensionObstacle(late, jurisdiction, "2026-03-02")).toBe("too-late");
    const open = received("2026-01-31", { clarifications: [{ askedOn: "2026-03-01" }] });
    expect(extensionObstacle(open, jurisdiction, "2026-03-02")).toBe("too-late");
  });
});
