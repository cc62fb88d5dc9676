import { caseKey } from "../../../functions/domain/access.ts";
import type { KnownCase } from "../../../functions/domain/evidence.ts";
import type { Facts } from "../../../functions/use-cases/ports.ts";

/** Business facts in memory: passes the same contract tests as those on DynamoDB. */
export const memoryFacts = (): Facts => {
  const cases = new Map<string, KnownCase>();
  const employees = new Map<string, boolean>();
  return {
    putCases: async (facts) => {
      for (const fact of facts) cases.set(caseKey(fact), structuredClone(fact));
    },
    cases: async (references) =>
      new Map(
        references.map(caseKey).flatMap((key) => {
          const known = cases.get(key);
          return known ? [[key, structuredClone(known)] as const] : [];
        }),
      ),
    putEmployees: async (facts) => {
      for (const fact of facts) employees.set(fact.id, fact.protected);
    },
    protectedAmong: async (employeeIds) => new Set(employeeIds.filter((id) => employees.get(id))),
  };
};
