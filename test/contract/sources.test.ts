import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createSources } from "../../functions/adapters/sources.ts";
import type { Manifest } from "../../functions/contract/manifest.ts";
import type { SequenceRange } from "../../functions/domain/coverage.ts";
import type { Sources } from "../../functions/use-cases/ports.ts";
import { useEngine } from "../support/engine.ts";
import { memorySources } from "../support/fakes/memory-sources.ts";

const engine = await useEngine();

const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString();
const range = (first: number, last: number): SequenceRange => ({ first, last, firstAt: day(first), lastAt: day(last) });

describe.each([
  ["in memory", memorySources],
  ["on DynamoDB", () => createSources(engine.client, engine.portalTable)],
])("the sources %s", (_, open) => {
  let sources: Sources;
  let source: string;
  const report = async (name = source) => (await sources.all()).find((one) => one.source === name);
  beforeEach(() => {
    sources = open();
    source = `s-${randomUUID()}`;
  });

  it("know a source from its first report on", async () => {
    expect(await report()).toBeUndefined();
    const first = { source, since: day(3), lastReceivedAt: day(9), ranges: [range(3, 5)] };
    await sources.note(first);
    expect(await report()).toEqual(first);
  });

  it("only ever widen what a source is known to have sent", async () => {
    await sources.note({ source, since: day(3), lastReceivedAt: day(9), ranges: [range(3, 5)] });
    await sources.note({ source, since: day(1), lastReceivedAt: day(4), ranges: [range(6, 7), range(9, 9)] });
    const wanted = { source, since: day(1), lastReceivedAt: day(9), ranges: [range(3, 7), range(9, 9)] };
    expect(await report()).toEqual(wanted);
    await sources.note({ source, since: day(3), lastReceivedAt: day(9), ranges: [range(4, 6)] });
    expect(await report()).toEqual(wanted);
  });

  it("list every source once, by name", async () => {
    const names = ["b", "a", "c"].map((end) => `${source}-${end}`);
    for (const name of names) await sources.note({ source: name, since: day(1), lastReceivedAt: day(1), ranges: [] });
    const listed = (await sources.all()).map((one) => one.source).filter((name) => name.startsWith(source));
    expect(listed).toEqual(names.toSorted());
  });

  const may = (day: number, count: number, more: Partial<Manifest> = {}): Manifest => ({
    ...{ source, day: `2026-05-${String(day).padStart(2, "0")}`, count },
    ...more,
  });
  const UNTIL = Date.parse("2100-01-01T00:00:00Z");
  const announce = (manifest: Manifest, dueAt = 1_000) => sources.announce(manifest, { dueAt, until: UNTIL });
  const unsettled = async () =>
    (await sources.unsettled())
      .filter((one) => one.source.startsWith(source))
      .map(({ revision: _, ...rest }) => ({ ...rest, source: rest.source.slice(source.length) }));
  const only = async () => {
    const [day, ...more] = (await sources.unsettled()).filter((one) => one.source === source);
    if (day === undefined || more.length > 0) throw new Error("Not exactly one day is unsettled.");
    return day;
  };

  it("keep what is announced of days among the unsettled, by day and source", async () => {
    expect(await announce(may(4, 7, { firstSeq: 3, lastSeq: 9 }), 5)).toBe("kept");
    await announce({ ...may(3, 0), source: `${source}-b` });
    await announce(may(3, 0));
    expect(await unsettled()).toEqual([
      { source: "", day: "2026-05-03", count: 0, dueAt: 1_000 },
      { source: "-b", day: "2026-05-03", count: 0, dueAt: 1_000 },
      { source: "", day: "2026-05-04", count: 7, firstSeq: 3, lastSeq: 9, dueAt: 5 },
    ]);
    expect(await sources.announcedDays(source, "2026-05-01")).toEqual(["2026-05-03", "2026-05-04"]);
    expect(await sources.announcedDays(source, "2026-05-04")).toEqual(["2026-05-04"]);
    expect(await sources.announcedDays(`${source}-c`, "2026-05-01")).toEqual([]);
  });

  it("know a day once it was counted, and look at it no more once it is settled", async () => {
    await announce(may(3, 9));
    expect(await sources.count(await only(), { received: 7, missing: 2 }, 2_000)).toBe(true);
    expect(await unsettled()).toMatchObject([{ counted: { received: 7, missing: 2 }, dueAt: 2_000 }]);
    expect(await announce(may(3, 9))).toBe("kept");
    expect(await unsettled()).toMatchObject([{ counted: { received: 7, missing: 2 }, dueAt: 2_000 }]);
    expect(await sources.count(await only(), { received: 9, missing: 0 })).toBe(true);
    expect(await unsettled()).toEqual([]);
    expect(await announce(may(3, 9))).toBe("kept");
    expect(await unsettled()).toEqual([]);
    expect(await sources.announcedDays(source, "2026-05-03")).toEqual(["2026-05-03"]);
  });

  it("never take back what was announced, and say so; more opens the day again", async () => {
    await announce(may(3, 9));
    await sources.count(await only(), { received: 9, missing: 0 });
    expect(await announce(may(3, 8))).toBe("lowered");
    expect(await unsettled()).toEqual([]);
    expect(await announce(may(3, 10))).toBe("kept");
    expect(await unsettled()).toEqual([{ source: "", day: "2026-05-03", count: 10, dueAt: 1_000 }]);
  });

  it("keep no count that was made before more was announced", async () => {
    await announce(may(3, 9));
    const before = await only();
    await announce(may(3, 10));
    expect(await sources.count(before, { received: 9, missing: 0 })).toBe(false);
    expect(await sources.count(before, { received: 8, missing: 1 }, 9_000)).toBe(false);
    expect(await unsettled()).toEqual([{ source: "", day: "2026-05-03", count: 10, dueAt: 1_000 }]);
  });

  it("end with the most that was announced, by many at once, in any order and again", async () => {
    const counts = fc.array(fc.nat(9), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(counts, async (sent) => {
        const name = `s-${randomUUID()}`;
        const outcomes = await Promise.all(sent.map((n) => announce({ source: name, day: "2026-05-03", count: n })));
        const found = (await sources.unsettled()).filter((one) => one.source === name);
        expect(found).toMatchObject([{ count: Math.max(...sent) }]);
        expect(outcomes[sent.indexOf(Math.max(...sent))]).toBe("kept");
      }),
      { numRuns: 8 },
    );
  });

  it("lose no report of many writers at once, in whatever order they come", async () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(numbers, async (sent) => {
        const name = `s-${randomUUID()}`;
        await Promise.all(
          sent.map((n) => sources.note({ source: name, since: day(n), lastReceivedAt: day(n), ranges: [range(n, n)] })),
        );
        const got = await report(name);
        const counted = got?.ranges.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, n) => first + n),
        );
        expect(counted).toEqual(sent.toSorted((one, other) => one - other));
        expect([got?.since, got?.lastReceivedAt]).toEqual([day(Math.min(...sent)), day(Math.max(...sent))]);
      }),
      { numRuns: 8 },
    );
  });
});
