import { describe, expect, it } from "vitest";
import { createKeyring } from "../../../functions/adapters/keyring.ts";
import { type AccessEventInput, accessEvent } from "../../../functions/contract/access-event.ts";
import { Refusal } from "../../../functions/domain/errors.ts";
import { type AppendAccesses, appendAccesses } from "../../../functions/use-cases/append-accesses.ts";
import { linkCustomers } from "../../../functions/use-cases/link-customers.ts";
import { allOf, eventInput, NOW } from "../../support/arrivals.ts";
import { memoryAccessLog } from "../../support/fakes/memory-access-log.ts";
import { memoryDirectory } from "../../support/fakes/memory-directory.ts";
import { memorySources } from "../../support/fakes/memory-sources.ts";

const keyring = createKeyring("a secret for tests only, as long as it has to be");
const config = {
  purposes: [
    { code: "INSTALLATION", words: { en: "a", fr: "a", de: "a", es: "a" }, dpv: "ServiceProvision", needsCase: true },
  ],
  retention: { months: 12 },
};

const start = (changes: Partial<AppendAccesses> = {}) => {
  const clock = () => Date.parse(NOW);
  const deps = { accessLog: memoryAccessLog(clock), sources: memorySources(), keyring, config, clock, ...changes };
  const send = async (events: readonly Partial<AccessEventInput>[], keepExpired = false) => {
    const parsed = events.map((event) => accessEvent.parse(eventInput(event)));
    const outcomes = await appendAccesses(deps, { events: parsed, keepExpired });
    return outcomes.map((outcome) => (outcome instanceof Refusal ? [outcome.code, outcome.field] : outcome));
  };
  const rowsOf = (customerId: string) => allOf(deps.accessLog, keyring.customerKey(customerId));
  return { ...deps, send, rowsOf };
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
