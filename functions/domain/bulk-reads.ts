import { type Access, personBehind } from "./access.ts";

/** So many bulk reads are told one by one. */
const TOLD = 3;

/** What bulk accesses come to in the record of a customer, who may be among those that they showed. */
export interface BulkReads {
  readonly reads: number;
  /** Customers that they showed, added up: one who was in two of them is counted twice. */
  readonly records: number;
  /** Different people behind them. */
  readonly people: number;
  /** UTC instants of the first and the last. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** Each of them, where they are few; empty where they are too many to be told. */
  readonly each: readonly Pick<Access, "occurredAt" | "recordCount" | "employee" | "onBehalfOf">[];
}

/** Adds bulk accesses up, in time order. Remembers the different people, not the accesses. */
export const makeBulkTally = () => {
  const people = new Set<string>();
  let [reads, records, firstAt, lastAt] = [0, 0, "", ""];
  let each: Access[] = [];
  return {
    add: (access: Access): void => {
      if (access.outcome === "denied") return;
      reads += 1;
      records += access.recordCount ?? 0;
      firstAt ||= access.occurredAt;
      lastAt = access.occurredAt;
      const person = personBehind(access);
      if (person !== undefined) people.add(person);
      if (reads <= TOLD) each.push(access);
      else each = [];
    },
    /** Undefined where there were none. */
    total: (): BulkReads | undefined =>
      reads === 0 ? undefined : { reads, records, people: people.size, firstAt, lastAt, each },
  };
};
