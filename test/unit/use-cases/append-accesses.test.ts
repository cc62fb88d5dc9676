import { describe, expect, it } from "vitest";
import { createKeyring } from "../../../functions/adapters/keyring.ts";
import { type AccessEventInput, accessEvent } from "../../../functions/contract/access-event.ts";
import { Refusal } from "../../../functions/domain/errors.ts";
import { type AppendAccesses, appendAccesses } from "../../../functions/use-cases/append-accesses.ts";
import { linkCustomers } from "../../../functions/use-cases/link-customers.ts";
import { allOf, eventInput, NOW } from "../../support/arrivals.ts";
import { memoryAccessLog } from "../../support/fakes/memory-access-log.ts";
import { memoryApart } from "../../support/fakes/memory-apart.ts";
import { memoryDirectory } from "../../support/fakes/memory-directory.ts";
import { memoryErasures } from "../../support/fakes/memory-erasures.ts";
import { memoryFacts } from "../../support/fakes/memory-facts.ts";
import { memorySources } from "../../support/fakes/memory-sources.ts";

const keyring = createKeyring("a secret for tests only, as long as it has to be");
const config = {
  purposes: [
    { code: "INSTALLATION", words: { en: "a", fr: "a", de: "a", es: "a" }, dpv: "ServiceProvision", needsCase: true },
  ],
  retention: { months: 12 },
  cases: [],
  timeZone: "Europe/London",
};

const start = (changes: Partial<AppendAccesses> = {}) => {
  const clock = () => Date.parse(NOW);
  const [facts, apart] = [memoryFacts(), memoryApart(clock)];
  const missed: unknown[] = [];
  const deps = {
    ...{ accessLog: memoryAccessLog(clock), sources: memorySources(), facts, apart, keyring, config, clock },
    erasures: memoryErasures(),
    missed: (cause: unknown) => missed.push(cause),
    ...changes,
  };
  const send = async (events: readonly Partial<AccessEventInput>[], keepExpired = false) => {
    const parsed = events.map((event) => accessEvent.parse(eventInput(event)));
    const outcomes = await appendAccesses(deps, { events: parsed, keepExpired });
    return outcomes.map((outcome) => (outcome instanceof Refusal ? [outcome.code, outcome.field] : outcome));
  };
  const rowsOf = (customerId: string) => allOf(deps.accessLog, keyring.customerKey(customerId));
  const setApart = async () =>
    (await Array.fromAsync(apart.waiting())).flat().map(({ employeeId, month }) => `${employeeId} ${month}`);
  return { ...deps, facts, send, rowsOf, setApart, missed };
};

describe("taking events into the log", () => {
  it("keeps a customer's key and never their id", async () => {
    const { send, rowsOf } = start();
    expect(await send([{ customerId: "C-secret" }])).toEqual(["accepted"]);
    const [row] = await rowsOf("C-secret");
    expect(row).toMatchObject({ eventId: "e-1", receivedAt: NOW, customerKey: keyring.customerKey("C-secret") });
    expect(JSON.stringify(row)).not.toContain("C-secret");
  });

  it("shows a look at several customers to each of them, and to one who is named twice once", async () => {
    const { send, rowsOf } = start();
    await send([{ customerId: ["A", "B", "A"] }]);
    expect([await rowsOf("A"), await rowsOf("B"), await rowsOf("C")].map((rows) => rows.length)).toEqual([1, 1, 0]);
  });

  it("answers each event in its place, and no bad one stops a good one", async () => {
    const { send } = start();
    await send([{ eventId: "known" }]);
    expect(
      await send([
        { eventId: "known" },
        { eventId: "known", purpose: "BILLING" },
        { eventId: "a", purpose: "CURIOSITY" },
        { eventId: "b", purpose: "INSTALLATION" },
        { eventId: "c", occurredAt: "2026-06-15T12:05:00.001Z" },
        { eventId: "d", occurredAt: "2026-06-15T12:05:00Z" },
        { eventId: "e", occurredAt: "2025-06-15T12:00:00Z" },
        { eventId: "f", occurredAt: "2025-06-15T12:00:00.001Z" },
      ]),
    ).toEqual([
      "duplicate",
      ["EVENT_CONFLICT", "eventId"],
      ["PURPOSE_UNKNOWN", "purpose"],
      "accepted",
      ["EVENT_IN_FUTURE", "occurredAt"],
      "accepted",
      "expired",
      "accepted",
    ]);
  });

  it("keeps expired events where that is asked for, and shows them", async () => {
    const { send, rowsOf } = start();
    const old = { occurredAt: "2011-10-11T11:45:40Z" };
    expect(await send([old])).toEqual(["expired"]);
    expect(await rowsOf("C-1")).toEqual([]);
    expect(await send([old], true)).toEqual(["accepted"]);
    expect(await send([old], true)).toEqual(["duplicate"]);
    expect(await rowsOf("C-1")).toHaveLength(1);
  });

  it("tells since when each source reports and which of its numbers came", async () => {
    const { send, sources } = start();
    await send([
      { eventId: "1", sourceSeq: 1, occurredAt: "2026-05-01T00:00:00Z" },
      { eventId: "2", sourceSeq: 2, occurredAt: "2026-05-02T00:00:00Z" },
      { eventId: "4", sourceSeq: 4, occurredAt: "2026-05-04T00:00:00Z" },
      { eventId: "x", source: "crm", occurredAt: "2026-04-01T00:00:00Z" },
      { eventId: "y", source: "old", occurredAt: "2011-01-01T00:00:00Z" },
    ]);
    const day = (n: number) => `2026-05-0${n}T00:00:00.000Z`;
    expect(await sources.all()).toEqual([
      { source: "crm", since: "2026-04-01T00:00:00.000Z", lastReceivedAt: NOW, ranges: [] },
      {
        source: "orders",
        since: day(1),
        lastReceivedAt: NOW,
        ranges: [
          { first: 1, last: 2, firstAt: day(1), lastAt: day(2) },
          { first: 4, last: 4, firstAt: day(4), lastAt: day(4) },
        ],
      },
    ]);
  });

  it("counts nothing for a source that only sent what was refused", async () => {
    const { send, sources } = start();
    await send([{ eventId: "a" }]);
    await send([
      { eventId: "a", sourceSeq: 9 },
      { eventId: "b", purpose: "CURIOSITY", sourceSeq: 10 },
    ]);
    expect((await sources.all()).map(({ ranges }) => ranges)).toEqual([[]]);
  });

  it("completes what a crash between the log and its sources left half-done", async () => {
    const sources = memorySources();
    let crashes = 1;
    const note = async (report: Parameters<typeof sources.note>[0]) => {
      if (crashes-- > 0) throw new Refusal("UNAVAILABLE");
      await sources.note(report);
    };
    const { send, rowsOf } = start({ sources: { ...sources, note } });
    await expect(send([{ sourceSeq: 1 }])).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(await sources.all()).toEqual([]);
    expect(await send([{ sourceSeq: 1 }])).toEqual(["duplicate"]);
    expect((await sources.all()).map(({ ranges }) => ranges.length)).toEqual([1]);
    expect(await rowsOf("C-1")).toHaveLength(1);
  });
});

describe("setting apart what the rules have to read", () => {
  const order = (changes: { closedAt?: string } = {}) => ({
    ...{ type: "order", id: "O-77", customerKey: keyring.customerKey("C-1"), openedAt: "2026-05-03T08:00:00.000Z" },
    ...{ employeeIds: ["emp-7"], units: [], ...changes },
  });

  it("names the account and the month of what nothing bears out, once, and of nothing else", async () => {
    const { send, facts, setApart } = start();
    await facts.putCases([order()]);
    await send([{ eventId: "explained" }, { eventId: "system", employee: { id: "s", type: "system" } }]);
    expect(await setApart()).toEqual([]);
    await send([
      { eventId: "a", case: undefined },
      { eventId: "b", customerId: "C-2", occurredAt: "2026-05-30T23:59:59Z" },
      { eventId: "c", case: undefined, occurredAt: "2026-06-01T00:00:00Z" },
      { eventId: "d", employee: { id: "bot", type: "ai_agent" }, onBehalfOf: "emp-9", case: undefined },
    ]);
    expect(await setApart()).toEqual(["emp-7 2026-05", "emp-7 2026-06", "bot 2026-05"]);
  });

  it("asks as the rules ask: contact details after the job and broken locks are not explained by their case", async () => {
    const { send, facts, setApart } = start();
    await facts.putCases([order({ closedAt: "2026-05-03T10:00:00.000Z" })]);
    const late = { occurredAt: "2026-05-04T10:00:00Z" };
    await send([{ eventId: "work", ...late, dataCategories: ["orders"] }]);
    expect(await setApart()).toEqual([]);
    await send([{ eventId: "phone", ...late }]);
    expect(await setApart()).toEqual(["emp-7 2026-05"]);
    const other = start();
    await other.facts.putCases([order()]);
    await other.send([{ eventId: "lock", breakGlass: true }]);
    expect(await other.setApart()).toEqual(["emp-7 2026-05"]);
  });

  it("sees a look at several customers as each of them does", async () => {
    const { send, facts, setApart } = start();
    await facts.putCases([order()]);
    await send([{ customerId: ["C-1", "C-2"] }]);
    expect(await setApart()).toEqual(["emp-7 2026-05"]);
  });

  it("leaves out what was refused or has expired", async () => {
    const { send, setApart } = start();
    await send([{ purpose: "CURIOSITY" }, { eventId: "old", case: undefined, occurredAt: "2011-01-01T00:00:00Z" }]);
    expect(await setApart()).toEqual([]);
  });

  it("completes with duplicates what a crash after the log left half-done", async () => {
    const accessLog = memoryAccessLog(() => Date.parse(NOW));
    const crash = async () => {
      throw new Error("gone");
    };
    const sources = { ...memorySources(), note: crash };
    await expect(start({ accessLog, sources }).send([{ case: undefined }])).rejects.toThrow("gone");
    const { send, setApart } = start({ accessLog });
    expect(await send([{ case: undefined }])).toEqual(["duplicate"]);
    expect(await setApart()).toEqual(["emp-7 2026-05"]);
  });

  it("never refuses an event that is in the log, and says that the rules missed something", async () => {
    const cause = new Refusal("UNAVAILABLE");
    const note = async () => {
      throw cause;
    };
    const { send, rowsOf, missed } = start({ apart: { note } });
    expect(await send([{ case: undefined }, { eventId: "e-2" }])).toEqual(["accepted", "accepted"]);
    expect(await rowsOf("C-1")).toHaveLength(2);
    expect(missed).toEqual([cause]);
  });

  it("sets everything apart where the facts do not answer", async () => {
    const cases = async () => {
      throw new Refusal("UNAVAILABLE");
    };
    const { send, setApart, missed } = start({ facts: { cases } });
    expect(await send([{}])).toEqual(["accepted"]);
    expect(await setApart()).toEqual(["emp-7 2026-05"]);
    expect(missed).toEqual([]);
  });
});

describe("linking customers to addresses", () => {
  it("keeps keyed hashes, finds the address however it is typed, and adds nothing the second time", async () => {
    const directory = memoryDirectory();
    const links = [
      { customerId: "C-1", email: "Ana@Example.com" },
      { customerId: "C-2", email: "ana@example.com" },
    ];
    await linkCustomers({ directory, keyring }, links);
    await linkCustomers({ directory, keyring }, links);
    const wanted = ["C-1", "C-2"].map(keyring.customerKey).sort();
    expect(await directory.customersOf(keyring.addressKey(" ANA@example.COM"))).toEqual(wanted);
  });
});
