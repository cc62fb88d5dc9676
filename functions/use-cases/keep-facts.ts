import type { BusinessFact } from "../contract/facts.ts";
import { type KnowEmployees, knowEmployees } from "./know-employees.ts";
import type { Facts } from "./ports.ts";

export interface KeepFacts extends KnowEmployees {
  readonly facts: Pick<Facts, "putCases" | "putEmployees" | "putShifts" | "putCustomers">;
}

type Kind = BusinessFact["kind"];
type FactOf<K extends Kind> = Omit<Extract<BusinessFact, { kind: K }>, "kind">;

/** The facts of one kind, in their order. */
const ofKind = <const K extends Kind>(news: readonly BusinessFact[], wanted: K): FactOf<K>[] => {
  const isWanted = (fact: BusinessFact): fact is Extract<BusinessFact, { kind: K }> => fact.kind === wanted;
  return news.filter(isWanted).map(({ kind: _, ...fact }) => fact);
};

/**
 * Keeps what the company's own systems say. Customers become keyed hashes here; in clear they are kept nowhere. The
 * latest word on a case, an employee, a shift or a customer replaces the one before it, whole; of two in `news` the
 * later stays. Calling again with the same facts, also after a crash half-way, completes what was begun and adds nothing.
 * Records and rules judge by what is known when they read, so a fact may come after the accesses that it explains.
 */
export const keepFacts = async (deps: KeepFacts, news: readonly BusinessFact[]): Promise<void> => {
  const { facts, keyring } = deps;
  const keyed = <Fact extends { readonly customerId: string }>({ customerId, ...fact }: Fact) => ({
    ...fact,
    customerKey: keyring.customerKey(customerId),
  });
  await facts.putCases(ofKind(news, "case").map(keyed));
  await knowEmployees(deps, ofKind(news, "employee"));
  await facts.putShifts(ofKind(news, "shift"));
  await facts.putCustomers(ofKind(news, "customer").map(keyed));
};
