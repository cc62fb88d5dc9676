import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayBeNamed } from "../../../functions/domain/naming.ts";
import { makeTally } from "../../../functions/domain/record.ts";
import { restrictedPurposes } from "../../../functions/domain/restrictions.ts";
import { EMPLOYEE_TYPES, EVIDENCE_LEVELS, INVOLVEMENTS, OUTCOMES } from "../../../functions/domain/vocabulary.ts";
import { access } from "../../support/accesses.ts";

const look = fc.record({
  employee: fc.record({ id: fc.constantFrom("a", "b", "c"), type: fc.constantFrom(...EMPLOYEE_TYPES) }),
  outcome: fc.constantFrom(...OUTCOMES),
  involvement: fc.constantFrom(...INVOLVEMENTS),
  evidence: fc.constantFrom(...EVIDENCE_LEVELS),
});

describe("the totals of a record", () => {
  it("counts different people, not their looks, and no systems", () => {
    const tally = makeTally();
    const byEmployee = (id: string) => tally.add(access({ employee: { id } }), "confirmed");
    byEmployee("a");
    byEmployee("a");
    byEmployee("b");
    tally.add(access({ employee: { id: "nightly", type: "system" } }), "stated");
    tally.add(access({ employee: { id: "c" }, outcome: "denied" }), "missing");
    tally.add(access({ employee: { id: "b" }, involvement: "listed" }), "stated");
    expect(tally.totals()).toEqual({
      accesses: 6,
      employees: 3,
      lookers: 2,
      looks: 4,
      refused: 1,
      automated: 1,
      listed: 1,
      listedLooks: 1,
      byEvidence: { confirmed: 3, stated: 2, contradicted: 0, missing: 1 },
    });
  });

  it("counts the person in whose name an agent acted", () => {
    const tally = makeTally();
    tally.add(access({ employee: { id: "bot", type: "ai_agent" }, onBehalfOf: "a" }), "stated");
    tally.add(access({ employee: { id: "a" } }), "stated");
    expect(tally.totals()).toMatchObject({ looks: 2, lookers: 1, employees: 1, automated: 0 });
  });

  it("puts every row in exactly one place, in any order", () => {
    fc.assert(
      fc.property(fc.array(look), (looks) => {
        const total = (rows: typeof looks) => {
          const tally = makeTally();
          for (const { evidence, ...row } of rows) tally.add(access(row), evidence);
          return tally.totals();
        };
        const { accesses, looks: seen, refused, automated, byEvidence, employees, lookers } = total(looks);
        expect(accesses).toBe(looks.length);
        expect(seen + refused + automated).toBe(accesses);
        expect(Object.values(byEvidence).reduce((sum, count) => sum + count, 0)).toBe(accesses);
        expect(lookers).toBeLessThanOrEqual(employees);
        expect(total(looks.toReversed())).toEqual(total(looks));
      }),
    );
  });
});

describe("who and what stays hidden", () => {
  it("names an employee only where the company chose names and no protection mark forbids it", () => {
    expect(mayBeNamed("name", false)).toBe(true);
    expect(mayBeNamed("name", true)).toBe(false);
    expect([mayBeNamed("handle", false), mayBeNamed("dpo", false)]).toEqual([false, false]);
  });

  it("restricts a purpose through the last day of its restriction", () => {
    const restrictions = [{ purpose: "FRAUD_SECURITY", until: "2026-06-30", reason: "open investigation" }];
    expect(restrictedPurposes(restrictions, "2026-06-30")).toEqual(new Set(["FRAUD_SECURITY"]));
    expect(restrictedPurposes(restrictions, "2026-07-01")).toEqual(new Set());
  });
});
