import { describe, expect, it } from "vitest";
import type { LogLine } from "../../../functions/contract/log-codes.ts";
import { monthNumbers } from "../../../functions/contract/numbers.ts";
import { countMonthBefore } from "../../../functions/handlers/count-month-schedule.ts";
import { countMonth } from "../../../functions/use-cases/count-month.ts";
import { COUNTED_AT, countedCompany } from "../../support/counted-company.ts";

const JUNE = { month: "2026-06", by: "board" };
/** Five people of a unit, each with one look that names no case. */
const five = async (kept: ReturnType<typeof countedCompany>, unit = "Depot"): Promise<void> => {
  for (let n = 1; n <= 5; n += 1) await kept.log(`${unit}-${n}`, unit, {});
};

describe("counting a month", () => {
  it("judges each look by the business facts of now, and knows accesses that no person caused", async () => {
    const kept = countedCompany();
    await five(kept);
    const [from, to] = ["2026-06-10T08:00:00.000Z", "2026-06-10T12:00:00.000Z"];
    const order = { type: "order", id: "O-77", customerKey: "customer-1", openedAt: from, closedAt: to };
    await kept.facts.putCases([{ ...order, employeeIds: ["Depot-1"], units: [] }]);
    await kept.log("Depot-1", "Depot", { case: { type: "order", id: "O-77" } }, { purpose: "NOT_RECORDED" });
    const job = { id: "job", type: "system" } as const;
    await kept.log("job", "IT", { employee: job }, { employee: job, onBehalfOf: "Depot-2" });
    const made = await countMonth(kept, JUNE);
    expect(made).toMatchObject({ automated: 1, people: { refused: 0 } });
    expect(made?.people?.all.byEvidence).toEqual({ confirmed: 1, stated: 6, contradicted: 0, missing: 1 });
    expect(made?.people?.all.people).toBe(5);
    expect(kept.kept).toEqual([monthNumbers.parse(made)]);
  });

  it("lets corrections take the place of what they correct, and a slip of a machine too", async () => {
    const kept = countedCompany();
    await five(kept);
    await kept.log("Depot-1", "Depot", { eventId: "wrong", purpose: "NOT_RECORDED" });
    await kept.log("Depot-1", "Depot", { eventId: "right", supersedes: "wrong" });
    await kept.log("Depot-1", "Depot", { eventId: "righter", supersedes: "right", outcome: "denied" });
    const { people } = (await countMonth(kept, JUNE)) ?? {};
    expect(people?.all.byEvidence).toEqual({ confirmed: 0, stated: 5, contradicted: 0, missing: 0 });
    expect(people?.refused).toBe(1);
  });

  it("keeps nothing of a unit that is about too few, anywhere", async () => {
    const kept = countedCompany();
    await five(kept);
    await five(kept, "Care");
    await kept.log("chair", "Board of one", { purpose: "NOT_RECORDED" });
    await countMonth(kept, JUNE);
    expect(JSON.stringify(kept.kept)).not.toMatch(/Board of one|chair|customer-1/);
    expect(kept.kept[0]?.people).toMatchObject({ units: [{ unit: "Depot" }], others: { units: 2, people: 6 } });
  });

  it("says nothing of four people, not even how often they were refused", async () => {
    const kept = countedCompany();
    for (let n = 1; n <= 4; n += 1) await kept.log(`p-${n}`, "Depot", {}, { outcome: "denied" });
    expect((await countMonth(kept, JUNE))?.people).toBeUndefined();
  });

  it("is noted before anything is read, by keyed hash; where it cannot be, nothing is counted", async () => {
    const kept = countedCompany();
    await countMonth(kept, JUNE);
    expect(kept.noted).toMatchObject([{ kind: "audit", act: "numbers-counted", at: Date.parse(COUNTED_AT) }]);
    expect(JSON.stringify(kept.noted)).not.toContain("board");
    const silent = countedCompany(false);
    await expect(countMonth(silent, JUNE)).rejects.toMatchObject({ code: "LOOK_NOT_LOGGED" });
    expect(silent.kept).toEqual([]);
  });

  it("refuses what cannot be counted: a month that has not begun, and one that is partly erased", async () => {
    const refused = (month: string) =>
      expect(countMonth(countedCompany(), { month, by: "board" })).rejects.toMatchObject({
        ...{ code: "REQUEST_INVALID", field: "month" },
      });
    await refused("2026-08");
    await refused("2025-07");
    expect(await countMonth(countedCompany(), { month: "2025-08", by: "board" })).toBeDefined();
    expect(await countMonth(countedCompany(), { month: "2026-07", by: "board" })).toBeDefined();
  });

  it("gives up where the time is over, and keeps nothing of half a month", async () => {
    const kept = countedCompany();
    await five(kept);
    kept.tick(1_000);
    for (let seconds = 1; seconds <= 6; seconds += 1)
      expect(await countMonth(kept, { ...JUNE, until: kept.clock() + seconds * 1_000 })).toBeUndefined();
    expect(kept.kept).toEqual([]);
    expect(await countMonth(kept, { ...JUNE, until: kept.clock() + 60_000 })).toBeDefined();
  });
});

describe("the schedule", () => {
  const run = async (kept: ReturnType<typeof countedCompany>, remainingMs: number): Promise<readonly LogLine[]> => {
    const lines: LogLine[] = [];
    const handler = countMonthBefore({ ...kept, log: (line) => lines.push(line) });
    await handler({}, { getRemainingTimeInMillis: () => remainingMs });
    return lines;
  };

  it("counts the month before", async () => {
    const kept = countedCompany();
    await five(kept);
    expect(await run(kept, 15 * 60_000)).toEqual([{ code: "NUMBERS_MADE", route: "count-month" }]);
    expect(kept.kept.map(({ month }) => month)).toEqual(["2026-06"]);
  });

  it("says so where the log is too long for a run, and does not pretend", async () => {
    const kept = countedCompany();
    await five(kept);
    expect(await run(kept, 60_000)).toEqual([{ code: "NUMBERS_LEFT", route: "count-month" }]);
    expect(kept.kept).toEqual([]);
  });
});
