import { describe, expect, it } from "vitest";
import { INTAKE_ROUTES, MAX_INTAKE_EVENTS } from "../../functions/contract/intake-api.ts";
import { allOf, eventInput } from "../support/arrivals.ts";
import { useEngine } from "../support/engine.ts";
import { justNow, openIntake } from "../support/intake-door.ts";

const engine = await useEngine();
const intake = openIntake(engine);
const DAY = 24 * 3_600_000;
const rowsOf = (customerId: string) => allOf(intake.accessLog, intake.keyring.customerKey(customerId));
const waiting = async () => (await Array.fromAsync(intake.quarantine.all())).flat();

describe("events that a system sends", () => {
  it("are in the log when they are answered for, once, however often they are sent", async () => {
    const events = [
      justNow({ eventId: "once", customerId: ["A", "B"] }),
      justNow({ eventId: "twice", customerId: "A" }),
    ];
    expect(await intake.send(events)).toEqual([
      { eventId: "once", outcome: "accepted" },
      { eventId: "twice", outcome: "accepted" },
    ]);
    expect((await intake.send([...events, ...events])).map(({ outcome }) => outcome)).toEqual(
      Array.from({ length: 4 }, () => "duplicate"),
    );
    expect((await rowsOf("A")).map(({ eventId }) => eventId)).toEqual(["once", "twice"]);
    expect(await rowsOf("B")).toHaveLength(1);
  });

  it("stop none of the others: one bad event of 500, wherever it stands and whatever it is", async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(3_000)}1${"}".repeat(3_000)}`);
    const bad: readonly unknown[] = [
      ...[null, 7, "text", [], {}, deep, { eventId: 7 }],
      { ...justNow({ eventId: "x" }), phoneNumber: "07700 900477" },
      justNow({ eventId: "x", purpose: "CURIOSITY" }),
      justNow({ eventId: "x", purposeText: "x".repeat(17_000) }),
      eventInput({ eventId: "x" }),
    ];
    for (const [turn, one] of bad.entries()) {
      const customerId = `crowd-${turn}`;
      const events: unknown[] = Array.from({ length: 500 }, (_, n) =>
        justNow({ eventId: `${customerId}-${n}`, customerId }),
      );
      events[turn * 40] = one;
      const results = await intake.send(events);
      const isBad = (at: number) => at === turn * 40;
      for (const [at, { outcome, code }] of results.entries())
        if (isBad(at)) expect([outcome, code]).toEqual([expect.stringMatching(/^(quarantined|rejected)$/), code]);
        else expect(outcome).toBe("accepted");
      expect(await rowsOf(customerId)).toHaveLength(499);
    }
  });

  it("are refused under an id that is taken by other content, and that rings", async () => {
    await intake.send([justNow({ eventId: "taken", customerId: "T" })]);
    const before = intake.logged.length;
    const changed = justNow({ eventId: "taken", customerId: "T", purpose: "BILLING" });
    expect(await intake.send([changed])).toEqual([
      { eventId: "taken", outcome: "rejected", code: "EVENT_CONFLICT", field: "eventId" },
    ]);
    expect(intake.logged.slice(before)).toContainEqual({ code: "EVENT_CONFLICT", route: "sendAccessEvents", count: 1 });
    expect(await rowsOf("T")).toMatchObject([{ purpose: "DELIVERY" }]);
  });
});

describe("the time of an event", () => {
  const at = (ms: number) => new Date(intake.clock() + ms).toISOString();
  const outcomeOf = async (occurredAt: string, late?: boolean) => {
    const event = justNow({ eventId: `at-${occurredAt}-${late}`, customerId: "time", occurredAt });
    const [result] = await intake.send([event], late === undefined ? {} : { late });
    return [result?.outcome, ...(result?.code ? [result.code] : [])];
  };

  it("is within the last 7 days, or is said to be late; ahead by 5 minutes at most", async () => {
    expect(await outcomeOf(at(-7 * DAY))).toEqual(["accepted"]);
    expect(await outcomeOf(at(-7 * DAY - 1))).toEqual(["quarantined", "EVENT_LATE"]);
    expect(await outcomeOf(at(-7 * DAY - 1), false)).toEqual(["quarantined", "EVENT_LATE"]);
    expect(await outcomeOf(at(-7 * DAY - 1), true)).toEqual(["accepted"]);
    expect(await outcomeOf(at(-200 * DAY), true)).toEqual(["accepted"]);
    expect(await outcomeOf(at(5 * 60_000))).toEqual(["accepted"]);
    expect(await outcomeOf(at(5 * 60_000 + 1))).toEqual(["quarantined", "EVENT_IN_FUTURE"]);
    expect(await outcomeOf(at(5 * 60_000 + 1), true)).toEqual(["quarantined", "EVENT_IN_FUTURE"]);
  });

  it("past the retention is kept nowhere, readable or not", async () => {
    const before = await waiting();
    expect(await outcomeOf(at(-400 * DAY), true)).toEqual(["rejected", "EVENT_EXPIRED"]);
    const [unreadable] = await intake.send([{ ...justNow({ occurredAt: at(-400 * DAY) }), action: "peek" }]);
    expect(unreadable).toMatchObject({ outcome: "rejected", code: "EVENT_EXPIRED" });
    expect(await waiting()).toHaveLength(before.length);
  });
});

describe("a call", () => {
  const { sendAccessEvents } = INTAKE_ROUTES;

  it("is refused as a whole only where its envelope cannot be read", async () => {
    const codeOf = async (body: unknown, headers = {}) => {
      const { statusCode, json } = await intake.ask(sendAccessEvents, body, headers);
      return [statusCode, json.code];
    };
    expect(await codeOf("{")).toEqual([400, "REQUEST_UNREADABLE"]);
    expect(await codeOf({ events: [] }, { "content-type": "text/plain" })).toEqual([400, "REQUEST_UNREADABLE"]);
    expect(await codeOf([])).toEqual([400, "REQUEST_INVALID"]);
    expect(await codeOf({ events: {} })).toEqual([400, "REQUEST_INVALID"]);
    expect(await codeOf({ events: [], lately: true })).toEqual([400, "REQUEST_INVALID"]);
    expect(await codeOf({ events: Array.from({ length: MAX_INTAKE_EVENTS + 1 }, () => null) })).toEqual([
      400,
      "REQUEST_INVALID",
    ]);
    expect(await codeOf(`{"events":[${" ".repeat(2 ** 20)}]}`)).toEqual([413, "REQUEST_TOO_LARGE"]);
    expect(await codeOf({ events: [] })).toEqual([200, undefined]);
  });

  it("is refused where nobody signed it, whatever it says", async () => {
    const { statusCode, json } = await intake.ask(sendAccessEvents, { events: [justNow()] }, {}, false);
    expect([statusCode, json.code]).toEqual([403, "REQUEST_UNSIGNED"]);
  });

  it("is told when to come again where the store stays away", async () => {
    const lost = openIntake({ ...engine, accessLogTable: "no-such-table" });
    const { statusCode, headers, json } = await lost.ask(sendAccessEvents, { events: [justNow()] });
    expect([statusCode, json.code, headers["retry-after"]]).toEqual([503, "UNAVAILABLE", "5"]);
    expect(lost.logged.at(-1)).toMatchObject({ code: "UNAVAILABLE", fault: "ResourceNotFoundException" });
  });
});
