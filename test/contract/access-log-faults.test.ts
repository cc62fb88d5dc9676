import { afterEach, describe, expect, it } from "vitest";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createSources } from "../../functions/adapters/sources.ts";
import { allOf, arrival, NOW } from "../support/arrivals.ts";
import { useEngine } from "../support/engine.ts";
import { drawnFaults, type Fault, startFaultyProxy } from "../support/faulty-proxy.ts";

const engine = await useEngine();
const stops: (() => Promise<void>)[] = [];
const clock = () => Date.parse(NOW);
const log = createAccessLog(engine.client, engine.accessLogTable, clock);

afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())));

const throughFaults = async (next: (operation: string) => Fault) => {
  const { endpoint, stop } = await startFaultyProxy(engine.endpoint, next);
  stops.push(stop);
  return engine.connect(endpoint);
};
const events = (source: string, count: number) =>
  Array.from({ length: count }, (_, n) => arrival({ eventId: `e-${n}`, source }, { customerKeys: [source], day: DAY }));
const DAY = "2026-05-03";
const idsOf = async (customerKey: string) => (await allOf(log, customerKey)).map(({ eventId }) => eventId);

describe("the access log on a store that fails", () => {
  it("loses nothing and keeps nothing twice while 30 % of all requests are throttled", async () => {
    const client = await throughFaults(drawnFaults({ throttle: 0.3 }));
    const throttled = createAccessLog(client, engine.accessLogTable, clock);
    const sent = events("throttled", 500);
    expect(new Set(await throttled.append(sent))).toEqual(new Set(["accepted"]));
    expect(new Set(await throttled.append(sent))).toEqual(new Set(["duplicate"]));
    expect(await allOf(throttled, "throttled")).toHaveLength(500);
    expect(await log.eventsOn("throttled", DAY)).toBe(500);
  });

  it("tries transactions again that met another writer's", async () => {
    const client = await throughFaults(drawnFaults({ conflict: 0.3 }));
    const outcomes = await createAccessLog(client, engine.accessLogTable, clock).append(events("met", 500));
    expect(new Set(outcomes)).toEqual(new Set(["accepted"]));
    expect(await idsOf("met")).toHaveLength(500);
    expect(await log.eventsOn("met", DAY)).toBe(500);
  });

  it("is not misled by an answer that is lost after the commit", async () => {
    const client = await throughFaults(drawnFaults({ cut: 0.3 }));
    const cut = createAccessLog(client, engine.accessLogTable, clock);
    const sent = events("cut", 500);
    const outcomes = await cut.append(sent);
    // The repeated request carries the same token, so that the store answers for the first one (ClientRequestToken).
    expect(new Set(outcomes)).toEqual(new Set(["accepted"]));
    expect(new Set(await cut.append(sent))).toEqual(new Set(["duplicate"]));
    expect(await idsOf("cut")).toHaveLength(500);
    expect(await log.eventsOn("cut", DAY)).toBe(500);
  });

  it("says that the store is away, and a call after that completes what was begun", async () => {
    let answered = 0;
    const client = await throughFaults((operation) =>
      operation === "TransactWriteItems" && ++answered > 2 ? "throttle" : "none",
    );
    const sent = events("away", 300);
    const away = createAccessLog(client, engine.accessLogTable, clock).append(sent);
    await expect(away).rejects.toMatchObject({ code: "UNAVAILABLE" });
    const begun = (await idsOf("away")).length;
    expect(begun).toBeGreaterThan(0);
    expect(begun).toBeLessThan(300);
    const outcomes = await log.append(sent);
    expect(outcomes.filter((outcome) => outcome === "duplicate")).toHaveLength(begun);
    expect(outcomes.filter((outcome) => outcome === "accepted")).toHaveLength(300 - begun);
    expect(await idsOf("away")).toHaveLength(300);
    expect(await log.eventsOn("away", DAY)).toBe(300);
  });

  it("keeps what is announced of a day through throttling, conflicts and lost answers", async () => {
    const client = await throughFaults(drawnFaults({ throttle: 0.2, conflict: 0.1, cut: 0.2 }));
    const sources = createSources(client, engine.portalTable);
    const kept = { dueAt: 0, until: Date.parse("2100-01-01T00:00:00Z") };
    const announced = Array.from({ length: 20 }, (_, n) =>
      sources.announce({ source: `flaky-${n % 4}`, day: DAY, count: n }, kept),
    );
    await Promise.all(announced);
    const found = (await sources.unsettled()).filter(({ source }) => source.startsWith("flaky-"));
    expect(found.map(({ count }) => count)).toEqual([16, 17, 18, 19]);
    for (const day of found) await sources.count(day, { received: day.count, missing: 0 });
    expect((await sources.unsettled()).filter(({ source }) => source.startsWith("flaky-"))).toEqual([]);
  });

  it("adds up a source's reports through throttling and lost answers", async () => {
    const client = await throughFaults(drawnFaults({ throttle: 0.2, cut: 0.2 }));
    const sources = createSources(client, engine.portalTable);
    const at = NOW;
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        sources.note({
          source: "flaky",
          since: at,
          lastReceivedAt: at,
          ranges: [{ first: 10 * n + 1, last: 10 * n + 10, firstAt: at, lastAt: at }],
        }),
      ),
    );
    const [report] = await sources.all();
    expect(report?.ranges).toEqual([{ first: 1, last: 100, firstAt: at, lastAt: at }]);
  });
});
