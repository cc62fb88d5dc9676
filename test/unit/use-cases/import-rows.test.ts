import { describe, expect, it } from "vitest";
import { Refusal } from "../../../functions/domain/errors.ts";
import type { ImportedRow } from "../../../functions/domain/imported-row.ts";
import { importRows, type QuarantinedRow } from "../../../functions/use-cases/import-rows.ts";

const refusal = new Refusal("EVENT_UNREADABLE");
const rows = async function* (count: number, fails?: Refusal): AsyncGenerator<ImportedRow<number>> {
  for (let line = 1; line <= count; line += 1) yield line % 7 === 0 ? { line, refusal } : { line, value: line };
  if (fails) throw fails;
};
const evenOnes = async (values: readonly number[]) =>
  values.map((value) => (value % 2 ? new Refusal("EVENT_CONFLICT", { field: "eventId" }) : ("taken" as const)));

describe("importing rows", () => {
  it("gives each row one outcome and tells the quarantined ones in the order of the file", async () => {
    const aside: QuarantinedRow[] = [];
    const tally = await importRows(rows(5_000), evenOnes, async (refused) => {
      aside.push(...refused);
    });
    const unreadable = Math.floor(5_000 / 7);
    expect(tally.rows).toBe(5_000);
    expect(tally.refused.get("EVENT_UNREADABLE")).toBe(unreadable);
    expect((tally.taken.get("taken") ?? 0) + tally.quarantined).toBe(5_000);
    expect(aside.map(({ line }) => line)).toEqual(aside.map(({ line }) => line).toSorted((a, b) => a - b));
    expect(aside.slice(0, 2)).toEqual([
      { line: 1, code: "EVENT_CONFLICT", reason: expect.any(String), field: "eventId" },
      { line: 3, code: "EVENT_CONFLICT", reason: expect.any(String), field: "eventId" },
    ]);
    expect(aside).toHaveLength(tally.quarantined);
  });

  it("takes what was read before a file turned out to be damaged, and says so", async () => {
    const seen: number[] = [];
    const take = async (values: readonly number[]) => {
      seen.push(...values);
      return values.map(() => "taken" as const);
    };
    const damaged = importRows(rows(1_500, new Refusal("FILE_UNREADABLE")), take, async () => {});
    await expect(damaged).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    expect(seen.at(-1)).toBe(1_500);
  });

  it("stops when nothing can be taken any more", async () => {
    let read = 0;
    const endless = async function* (): AsyncGenerator<ImportedRow<number>> {
      for (;;) yield { line: ++read, value: read };
    };
    const away = importRows(
      endless(),
      () => Promise.reject(new Refusal("UNAVAILABLE")),
      async () => {},
    );
    await expect(away).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(read).toBeLessThanOrEqual(3_000);
  });
});
