import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createSources } from "../../functions/adapters/sources.ts";
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
