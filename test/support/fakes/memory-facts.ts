import type { ShiftFact } from "../../../functions/contract/facts.ts";
import { caseKey } from "../../../functions/domain/access.ts";
import type { KnownCase } from "../../../functions/domain/evidence.ts";
import type { KnownCustomer, KnownEmployee } from "../../../functions/domain/known-people.ts";
import type { Facts } from "../../../functions/use-cases/ports.ts";

/** Facts of one kind, the latest word under each key. */
const shelf = <Fact>(keyOf: (fact: Fact) => string) => {
  const kept = new Map<string, Fact>();
  return {
    kept,
    put: async (facts: readonly Fact[]) => {
      for (const fact of facts) kept.set(keyOf(fact), structuredClone(fact));
    },
    among: (keys: readonly string[]): ReadonlyMap<string, Fact> =>
      new Map(
        keys.flatMap((key) => {
          const known = kept.get(key);
          return known === undefined ? [] : [[key, structuredClone(known)] as const];
        }),
      ),
  };
};

/** Business facts in memory: passes the same contract tests as those on DynamoDB. */
export const memoryFacts = (): Facts => {
  const cases = shelf<KnownCase>(caseKey);
  const ofCustomers = new Map<string, Set<string>>();
  const employees = shelf<KnownEmployee>(({ id }) => id);
  const customers = shelf<KnownCustomer>(({ customerKey }) => customerKey);
  const shifts = new Map<string, ReadonlyMap<string, ShiftFact>>();
  return {
    putCases: async (facts) => {
      await cases.put(facts);
      for (const fact of facts) {
        ofCustomers.set(fact.customerKey, (ofCustomers.get(fact.customerKey) ?? new Set()).add(caseKey(fact)));
      }
    },
    casesOf: async (customerKey) =>
      [...cases.among([...(ofCustomers.get(customerKey) ?? [])]).values()].filter(
        (known) => known.customerKey === customerKey,
      ),
    cases: async (references) => cases.among(references.map(caseKey)),
    putEmployees: employees.put,
    employees: async (ids) => employees.among(ids),
    allEmployees: async function* () {
      if (employees.kept.size > 0) yield structuredClone([...employees.kept.values()]);
    },
    employeesBySender: async (keys) =>
      new Set(
        [...employees.kept.values()].flatMap(({ id, senderKeys = [] }) =>
          senderKeys.some((key) => keys.includes(key)) ? [id] : [],
        ),
      ),
    protectedAmong: async (ids) => new Set(ids.filter((id) => employees.kept.get(id)?.protected)),
    putShifts: async (facts) => {
      for (const [id, own] of Map.groupBy(facts, ({ employeeId }) => employeeId)) {
        shifts.set(id, new Map([...(shifts.get(id) ?? []), ...own.map((fact) => [fact.from, { ...fact }] as const)]));
      }
    },
    shifts: async (employeeId, period) =>
      [...(shifts.get(employeeId)?.values() ?? [])]
        .filter(({ from, to }) => to > period.from && from < period.to)
        .sort((one, other) => (one.from < other.from ? -1 : 1)),
    putCustomers: customers.put,
    customers: async (keys) => customers.among(keys),
  };
};
