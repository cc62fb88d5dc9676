import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKeyring } from "../../../functions/adapters/keyring.ts";
import { Refusal } from "../../../functions/domain/errors.ts";
import { readSent, readSentAgain } from "../../../functions/formats/import/read-sent.ts";
import { replayQuarantined } from "../../../functions/use-cases/replay-quarantined.ts";
import { type TakeEvents, takeEvents } from "../../../functions/use-cases/take-events.ts";
import config from "../../../regard.config.ts";
import { allOf, NOW } from "../../support/arrivals.ts";
import { memoryAccessLog } from "../../support/fakes/memory-access-log.ts";
import { memoryApart } from "../../support/fakes/memory-apart.ts";
import { memoryFacts } from "../../support/fakes/memory-facts.ts";
import { memoryQuarantine } from "../../support/fakes/memory-quarantine.ts";
import { memorySources } from "../../support/fakes/memory-sources.ts";
import { justNow } from "../../support/intake-door.ts";

const keyring = createKeyring("a secret for tests only, as long as it has to be");
const DAY = 24 * 3_600_000;

const start = (changes: Partial<TakeEvents> = {}) => {
  const time = { now: Date.parse(NOW) };
  const clock = () => time.now;
  const parts = {
    ...{ accessLog: memoryAccessLog(clock), sources: memorySources(), facts: memoryFacts(), apart: memoryApart(clock) },
    ...{ quarantine: memoryQuarantine(clock), keyring, config, clock, missed: () => {} },
  };
  const deps = { ...parts, ...changes };
  const take = async (events: readonly unknown[], late = false) =>
    (
      await takeEvents(
        deps,
        events.map((one) => readSent(one, late)),
      )
    ).map((one) => ("refusal" in one ? `${one.outcome} ${one.refusal.code}` : one.outcome));
  const waiting = async () => (await Array.fromAsync(parts.quarantine.all())).flat();
  const rows = () => allOf(parts.accessLog, keyring.customerKey("C-1"));
  return { ...parts, time, take, waiting, rows };
};

/** One of each kind: what becomes of it, and what is sent. */
const KINDS: readonly (readonly [string, (n: number) => unknown])[] = [
  ["accepted", (n) => justNow({ eventId: `good-${n}` })],
  ["quarantined EVENT_LATE", (n) => justNow({ eventId: `old-${n}`, occurredAt: "2026-05-01T00:00:00Z" })],
  ["quarantined EVENT_IN_FUTURE", (n) => justNow({ eventId: `soon-${n}`, occurredAt: "2026-06-16T00:00:00Z" })],
  ["quarantined PURPOSE_UNKNOWN", (n) => justNow({ eventId: `why-${n}`, purpose: "CURIOSITY" })],
  ["quarantined EVENT_FIELD_MISSING", (n) => ({ eventId: `bare-${n}` })],
  ["quarantined EVENT_FIELD_UNKNOWN", (n) => ({ ...justNow({ eventId: `more-${n}` }), more: n })],
  ["rejected EVENT_EXPIRED", (n) => justNow({ eventId: `gone-${n}`, occurredAt: "2024-01-01T00:00:00Z" })],
  ["rejected EVENT_TOO_LARGE", (n) => justNow({ eventId: `huge-${n}`, purposeText: "x".repeat(17_000) })],
];

describe("taking events", () => {
  it("puts each of them where it belongs, whatever stands beside it, in any order, cut off anywhere and sent again", async () => {
    const call = fc.array(fc.nat(KINDS.length - 1), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(call, fc.nat(2), async (kinds, crashes) => {
        const memory = memoryQuarantine(() => Date.parse(NOW));
        let left = crashes;
        const put = async (events: Parameters<typeof memory.put>[0]) => {
          if (left-- > 0) throw new Refusal("UNAVAILABLE");
          await memory.put(events);
        };
        const { take, rows } = start({ quarantine: { put } });
        const events = kinds.map((kind, n) => KINDS[kind]?.[1](n));
        const expected = kinds.map((kind) => KINDS[kind]?.[0] ?? "");
        const aside = expected.filter((outcome) => outcome.startsWith("quarantined")).length;
        for (let tries = 0; tries < crashes && aside > 0; tries += 1)
          await expect(take(events)).rejects.toMatchObject({ code: "UNAVAILABLE" });
        const first = await take(events);
        // A call that was cut off had got its good events into the log already.
        const cutOff = aside > 0 && crashes > 0;
        expect(first).toEqual(expected.map((outcome) => (cutOff && outcome === "accepted" ? "duplicate" : outcome)));
        expect(await take(events)).toEqual(first.map((outcome) => (outcome === "accepted" ? "duplicate" : outcome)));
        expect(await rows()).toHaveLength(expected.filter((outcome) => outcome === "accepted").length);
        expect((await Array.fromAsync(memory.all())).flat()).toHaveLength(aside);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps what is aside no longer than the access itself might be kept", async () => {
    const { take, time, waiting } = start();
    await take([
      justNow({ eventId: "old", occurredAt: "2025-07-01T00:00:00Z" }),
      justNow({ eventId: "never", occurredAt: "2099-01-01T00:00:00Z" }),
      { eventId: "unreadable" },
    ]);
    expect(await waiting()).toHaveLength(3);
    time.now = Date.parse("2026-07-01T00:00:00Z");
    expect((await waiting()).map(({ code }) => code).sort()).toEqual(["EVENT_FIELD_MISSING", "EVENT_IN_FUTURE"]);
    time.now = Date.parse(NOW) + 366 * DAY;
    expect(await waiting()).toEqual([]);
  });

  it("replays what waited until it could be taken, and nothing where that cannot be noted", async () => {
    const { take, waiting, rows, time, ...parts } = start();
    const noted: string[] = [];
    const store = {
      commit: async (changes: readonly { kind: string }[]) => noted.push(...changes.map(({ kind }) => kind)) > 0,
    };
    const replay = async (commit: typeof store.commit = store.commit) => {
      const ids = (await waiting()).map(({ id }) => id);
      const deps = { ...parts, store: { commit }, random: (bytes: number) => Buffer.alloc(bytes) };
      return Array.fromAsync(replayQuarantined(deps, { ids, by: "operator", read: readSentAgain }));
    };
    await take([justNow({ eventId: "soon", occurredAt: "2026-06-16T00:00:00Z" })]);
    expect(await replay()).toMatchObject([{ taken: { outcome: "quarantined" } }]);
    await expect(replay(async () => false)).rejects.toMatchObject({ code: "LOOK_NOT_LOGGED" });
    expect(await rows()).toEqual([]);
    time.now += DAY;
    expect(await replay()).toMatchObject([{ taken: { outcome: "accepted" } }]);
    expect([await waiting(), (await rows()).length, noted]).toEqual([[], 1, ["audit", "audit"]]);
  });
});

describe("reading what was sent", () => {
  it("throws at nothing, and reads its own text again as the same", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (input, late) => {
        const sent = readSent(JSON.parse(JSON.stringify(input)), late);
        expect(sent.refusal).toBeInstanceOf(Refusal);
        expect(readSentAgain(sent.text)).toMatchObject({ text: sent.text });
      }),
    );
  });

  it("reads as much as can be read of what cannot be taken, and nothing that only looks like it", () => {
    const sent = (changes: object) => readSent({ ...justNow({ source: "crm" }), ...changes, action: "peek" }, false);
    expect(sent({})).toMatchObject({
      eventId: "e-1",
      source: "crm",
      occurredAt: "2026-06-15T11:59:00.000Z",
      customerId: "C-1",
    });
    const { eventId, source, occurredAt, customerId } = sent({
      eventId: 7,
      source: "A b",
      occurredAt: "now",
      customerId: {},
    });
    expect([eventId, source, occurredAt, customerId]).toEqual([undefined, undefined, undefined, undefined]);
  });
});
