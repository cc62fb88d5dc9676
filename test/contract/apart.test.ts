import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createApart } from "../../functions/adapters/apart.ts";
import type { Apart, ApartMonth } from "../../functions/use-cases/signal-ports.ts";
import { useEngine } from "../support/engine.ts";
import { memoryApart } from "../support/fakes/memory-apart.ts";

const NOW = Date.UTC(2026, 5, 15, 12);
const MINUTE = 60_000;

const engine = await useEngine();

describe.each([
  ["in memory", (clock: () => number) => memoryApart(clock)],
  ["on DynamoDB", (clock: () => number) => createApart(engine.client, engine.portalTable, clock)],
])("the set apart %s", (_, open) => {
  let apart: Apart;
  let now: number;
  let employeeId: string;
  beforeEach(() => {
    now = NOW;
    apart = open(() => now);
    employeeId = `emp#${randomUUID()}`;
  });
  const own = async (): Promise<readonly ApartMonth[]> =>
    (await Array.fromAsync(apart.waiting()))
      .flat()
      .filter((one) => one.employeeId === employeeId)
      .sort((a, b) => (a.month < b.month ? -1 : 1));
  const only = async (): Promise<ApartMonth> => {
    const [one, ...more] = await own();
    if (one === undefined || more.length > 0) throw new Error("There is not exactly one.");
    return one;
  };
  const note = (...months: string[]) => apart.note(months.map((month) => ({ employeeId, month })));

  it("holds each month once, however often it was noted, and says when it is due", async () => {
    await note("2026-05", "2026-06", "2026-05");
    await note("2026-06");
    expect(await own()).toMatchObject([
      { employeeId, month: "2026-05", tries: 0, dueAt: NOW + 10_000 },
      { employeeId, month: "2026-06", tries: 0, dueAt: NOW + 10_000 },
    ]);
  });

  it("holds any number of them", async () => {
    const months = Array.from(
      { length: 60 },
      (_, n) => `20${10 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`,
    );
    await note(...months);
    expect((await own()).map(({ month }) => month)).toEqual(months);
  });

  it("gives a month to one reader, and puts the next try off further and further", async () => {
    await note("2026-06");
    const first = await only();
    expect([await apart.take(first), await apart.take(first)]).toEqual([true, false]);
    expect(await only()).toMatchObject({ tries: 1, dueAt: NOW + 5 * MINUTE });
    now += 5 * MINUTE;
    expect(await apart.take(await only())).toBe(true);
    expect(await only()).toMatchObject({ tries: 2, dueAt: now + 10 * MINUTE });
    for (let n = 0; n < 20; n += 1) await apart.take(await only());
    expect(await only()).toMatchObject({ tries: 22, dueAt: now + 24 * 60 * MINUTE });
  });

  it("clears what was read, and nothing that was noted again meanwhile", async () => {
    await note("2026-06");
    const read = await only();
    await apart.take(read);
    expect(await apart.clear(read)).toBe(true);
    expect(await own()).toEqual([]);
    expect(await apart.clear(read)).toBe(false);

    await note("2026-06");
    const before = await only();
    await apart.take(before);
    await note("2026-06");
    expect([await apart.clear(before), await apart.take(before)]).toEqual([false, false]);
    expect(await only()).toMatchObject({ tries: 0, dueAt: NOW + 10_000 });
  });

  it("knows nothing to take or to clear of what was never noted", async () => {
    const never = { employeeId, month: "2026-06", mark: "x", tries: 0, dueAt: 0 };
    expect([await apart.take(never), await apart.clear(never)]).toEqual([false, false]);
    expect(await own()).toEqual([]);
  });
});
