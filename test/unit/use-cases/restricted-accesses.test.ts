import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccessEventInput } from "../../../functions/contract/access-event.ts";
import { keptCompany } from "../../support/records.ts";

const RESTRICTED = {
  restrictions: [{ purpose: "FRAUD_SECURITY", until: "2026-06-15", reason: "An open investigation." }],
};

const recordOf = async (events: readonly Partial<AccessEventInput>[]) => {
  const kept = keptCompany(RESTRICTED);
  await kept.log(...events);
  return kept.read();
};

const event = fc.record({
  id: fc.nat(14),
  corrects: fc.option(fc.nat(14), { freq: 2 }),
  day: fc.integer({ min: 1, max: 28 }),
  year: fc.constantFrom(2024, 2025, 2026),
  employee: fc.constantFrom("a", "b", "c", "d"),
  purpose: fc.constantFrom("DELIVERY", "NOT_RECORDED", "FRAUD_SECURITY"),
  action: fc.constantFrom("view" as const, "search" as const),
  listed: fc.boolean(),
});

const events = fc.uniqueArray(event, { selector: ({ id }) => id, maxLength: 15 }).map((drawn) =>
  drawn.map(
    ({ id, corrects, day, year, employee, purpose, action, listed }): Partial<AccessEventInput> => ({
      eventId: `e-${id}`,
      occurredAt: `${year}-02-${String(day).padStart(2, "0")}T08:00:00Z`,
      employee: { id: employee },
      purpose,
      action,
      involvement: listed ? "listed" : "opened",
      ...(corrects !== null && { supersedes: `e-${corrects}` }),
    }),
  ),
);

describe("restricted accesses", () => {
  it("leave no trace: the record is the same with and without them", async () => {
    await fc.assert(
      fc.asyncProperty(events, async (all) => {
        const open = all.filter(({ purpose }) => purpose !== "FRAUD_SECURITY");
        expect(JSON.stringify(await recordOf(all))).toBe(JSON.stringify(await recordOf(open)));
      }),
    );
  });

  it("appear in the first record after the restriction's last day", async () => {
    const kept = keptCompany(RESTRICTED);
    await kept.log({ eventId: "e-1", purpose: "FRAUD_SECURITY" });
    expect((await kept.read()).accesses).toEqual([]);
    const [row] = (await kept.read({ generatedAt: "2026-06-15T23:00:00.000Z" })).accesses;
    expect(row?.why).toBe("They checked for fraud or misuse.");
  });

  it("give every record the same general sentence", async () => {
    const without = await keptCompany().read();
    const withheld = await recordOf([{ purpose: "FRAUD_SECURITY" }]);
    expect(withheld.standing).toEqual(without.standing);
    expect(withheld.standing[0]).toContain("This sentence stands in every record");
  });
});

describe("the totals of a record", () => {
  it("equal its rows, whatever was logged, listed or corrected", async () => {
    await fc.assert(
      fc.asyncProperty(events, async (all) => {
        const { accesses, summary, period } = await recordOf(all);
        const count = (holds: (row: (typeof accesses)[number]) => boolean) => accesses.filter(holds).length;
        expect(summary.accesses).toBe(accesses.length);
        expect(summary.employees).toBe(new Set(accesses.map(({ employee }) => employee.handle)).size);
        expect(summary.listed).toBe(count(({ involvement }) => involvement === "listed"));
        expect(summary.byEvidence.missing).toBe(count(({ evidence }) => evidence === "missing"));
        expect(accesses.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1))).toEqual(accesses);
        expect(accesses.every(({ occurredAt }) => period.from <= occurredAt && occurredAt < period.to)).toBe(true);
      }),
    );
  });
});
