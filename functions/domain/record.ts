import { type Access, personBehind } from "./access.ts";
import type { EvidenceLevel } from "./vocabulary.ts";

/**
 * What a record adds up to. Every access is exactly one of `looks` (a person saw something), `refused` (a person tried
 * and saw nothing) and `automated` (no person caused it).
 */
export interface Totals {
  readonly accesses: number;
  /** Different people among all accesses, and among the looks. */
  readonly employees: number;
  readonly lookers: number;
  readonly looks: number;
  readonly refused: number;
  readonly automated: number;
  /** Accesses in which the name merely appeared in a result, and the looks among them. */
  readonly listed: number;
  readonly listedLooks: number;
  readonly byEvidence: Readonly<Record<EvidenceLevel, number>>;
}

/** Adds accesses up, one at a time and in any order. Remembers the different people, not the accesses. */
export const makeTally = () => {
  const people = new Set<string>();
  const lookers = new Set<string>();
  const byEvidence = { confirmed: 0, stated: 0, contradicted: 0, missing: 0 };
  let [accesses, looks, refused, automated, listed, listedLooks] = [0, 0, 0, 0, 0, 0];

  return {
    add: (access: Access, evidence: EvidenceLevel): void => {
      const person = personBehind(access);
      const isListed = access.involvement === "listed";
      accesses += 1;
      byEvidence[evidence] += 1;
      if (isListed) listed += 1;
      if (person === undefined) {
        automated += 1;
        return;
      }
      people.add(person);
      if (access.outcome === "denied") {
        refused += 1;
        return;
      }
      lookers.add(person);
      looks += 1;
      if (isListed) listedLooks += 1;
    },
    totals: (): Totals => ({
      accesses,
      employees: people.size,
      lookers: lookers.size,
      looks,
      refused,
      automated,
      listed,
      listedLooks,
      byEvidence: { ...byEvidence },
    }),
  };
};
