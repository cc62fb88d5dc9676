import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKeyring } from "../../../functions/adapters/keyring.ts";
import { type BusinessFact, businessFact } from "../../../functions/contract/facts.ts";
import { keepFacts } from "../../../functions/use-cases/keep-facts.ts";
import { company } from "../../support/company.ts";
import { memoryFacts } from "../../support/fakes/memory-facts.ts";
import { keptCompany } from "../../support/records.ts";

const keyring = createKeyring("a secret of at least thirty-two characters");
const open = () => ({ facts: memoryFacts(), keyring, config: company() });
const fact = (input: object): BusinessFact => businessFact.parse(input);
const order = (changes: object = {}) =>
  fact({ kind: "case", type: "order", id: "O-77", customerId: "C-1", openedAt: "2026-05-03T08:00:00Z", ...changes });
const shift = (from: string, to: string) => fact({ kind: "shift", employeeId: "emp-7", from, to });

const everythingOf = async ({ facts }: ReturnType<typeof open>) => {
  const period = { from: "2026-01-01T00:00:00.000Z", to: "2027-01-01T00:00:00.000Z" };
  const keys = ["C-1", "C-2", "C-9"].map((id) => keyring.customerKey(id));
  return {
    cases: await facts.cases([{ type: "order", id: "O-77" }]),
    employees: await facts.employees(["emp-7"]),
    shifts: await facts.shifts("emp-7", period),
    customers: await facts.customers(keys),
    ofCustomers: await Promise.all(keys.map((key) => facts.casesOf(key))),
  };
};

describe("business facts", () => {
  const all = [
    order(),
    order({ customerId: "C-2", closedAt: "2026-05-04T08:00:00Z" }),
    fact({ kind: "employee", id: "emp-7", customerId: "C-9", managerId: "emp-2", protected: true }),
    fact({ kind: "employee", id: "emp-7", unit: "Shop", phoneHashes: ["p".repeat(32)] }),
    shift("2026-05-03T08:00:00Z", "2026-05-03T16:00:00Z"),
    shift("2026-05-03T08:00:00Z", "2026-05-03T14:00:00Z"),
    fact({ kind: "customer", customerId: "C-9", streetHashes: ["s".repeat(32)] }),
    fact({ kind: "customer", customerId: "C-9", conflictEmployeeIds: ["emp-7"] }),
  ];

  it("are kept each of its kind, the latest word on each, and without a customer in clear", async () => {
    const deps = open();
    await keepFacts(deps, all);
    const known = await everythingOf(deps);
    expect([...known.cases.values()]).toMatchObject([
      { customerKey: keyring.customerKey("C-2"), closedAt: "2026-05-04T08:00:00.000Z" },
    ]);
    expect([...known.employees.values()]).toEqual([
      { id: "emp-7", protected: false, unit: "Shop", phoneHashes: ["p".repeat(32)] },
    ]);
    expect(known.shifts).toMatchObject([{ to: "2026-05-03T14:00:00.000Z" }]);
    expect([...known.customers.values()]).toEqual([
      { customerKey: keyring.customerKey("C-9"), conflictEmployeeIds: ["emp-7"] },
    ]);
    const written = JSON.stringify([...known.cases, ...known.employees, ...known.customers]);
    expect(written).not.toMatch(/C-\d|"kind"/);
  });

  it("end the same however they are cut into calls, and whichever calls are made again", async () => {
    const whole = open();
    await keepFacts(whole, all);
    const wanted = await everythingOf(whole);
    const cuts = fc.uniqueArray(fc.integer({ min: 0, max: all.length }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(cuts, fc.boolean(), async (at, again) => {
        const ends = [0, ...at.toSorted((one, other) => one - other), all.length];
        const deps = open();
        for (const [n, end] of ends.slice(1).entries()) {
          const call = all.slice(ends[n], end);
          await keepFacts(deps, call);
          if (again) await keepFacts(deps, call);
        }
        expect(await everythingOf(deps)).toEqual(wanted);
      }),
    );
  });

  it("may come after the access: the next record is judged by them, and the one before was not", async () => {
    const kept = keptCompany();
    await kept.take({ customerId: "C-1" });
    const question = { customerKey: kept.customerKey("C-1") };
    const evidence = async () =>
      (await kept.read(question)).accesses.map((row) => [row.evidence, row.evidenceWords] as const);
    const deps = { ...kept.parts, facts: kept.facts };

    expect(await evidence()).toMatchObject([["stated", expect.any(String)]]);
    await keepFacts(deps, [order({ employeeIds: ["emp-7"] })]);
    expect(await evidence()).toEqual([["confirmed", "Matches your order of 3 May 2026."]]);
    await keepFacts(deps, [order({ customerId: "C-2", employeeIds: ["emp-7"] })]);
    expect(await evidence()).toMatchObject([["contradicted", expect.any(String)]]);
  });
});
