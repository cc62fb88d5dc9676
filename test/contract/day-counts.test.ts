import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import type { AccessLog } from "../../functions/use-cases/ports.ts";
import { allOf, arrival, NOW } from "../support/arrivals.ts";
import { useEngine } from "../support/engine.ts";
import { memoryAccessLog } from "../support/fakes/memory-access-log.ts";

const engine = await useEngine();
const clock = () => Date.parse(NOW);
const DAY = "2026-05-03";

describe.each([
  ["in memory", () => memoryAccessLog(clock)],
  ["on DynamoDB", () => createAccessLog(engine.client, engine.accessLogTable, clock)],
])("the counts of sources' days in the access log %s", (_, open) => {
  let log: AccessLog;
  let source: string;
  const one = (eventId: string, changes: Parameters<typeof arrival>[0] = {}, day?: string) =>
    arrival({ eventId, source, ...changes }, { customerKeys: [source], ...(day !== undefined && { day }) });

  beforeEach(() => {
    log = open();
    source = `s-${randomUUID()}`;
  });

  it("have each accepted event once, under its source and day, whatever else comes", async () => {
    const other = `${source}-b`;
    await log.append([one("a", {}, DAY), one("a", {}, DAY), one("b", {}, DAY), one("c", {}, "2026-05-04")]);
    await log.append([one("d", { source: other }, DAY), one("e")]);
    await log.append([one("a", {}, DAY), one("b", { purpose: "BILLING" }, DAY), one("f", {}, DAY)]);
    const counts = [log.eventsOn(source, DAY), log.eventsOn(source, "2026-05-04"), log.eventsOn(other, DAY)];
    expect(await Promise.all(counts)).toEqual([3, 1, 1]);
    expect(await log.eventsOn(source, "2026-05-05")).toBe(0);
    expect(await allOf(log, source)).toHaveLength(6);
  });

  it("have a look at several customers once", async () => {
    const customerKeys = Array.from({ length: 45 }, (_, n) => `${source}-${n}`);
    const events = ["a", "b", "c"].map((eventId) => arrival({ eventId, source }, { customerKeys, day: DAY }));
    await log.append(events);
    expect(await log.eventsOn(source, DAY)).toBe(3);
  });

  it("have what many writers bring at once, of many days, and no event twice", async () => {
    const days = Array.from({ length: 90 }, (_, n) => new Date(Date.UTC(2026, 0, n + 1)).toISOString().slice(0, 10));
    const events = Array.from({ length: 270 }, (_, n) => one(`e-${n}`, {}, days[n % 90]));
    const answers = await Promise.all([0, 1, 2].map((n) => log.append(n % 2 ? events : events.toReversed())));
    expect(answers.flat().filter((outcome) => outcome === "accepted")).toHaveLength(270);
    expect(new Set(await Promise.all(days.map((day) => log.eventsOn(source, day))))).toEqual(new Set([3]));
  });
});
