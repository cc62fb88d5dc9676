import { type Hit, SIGNAL_RULES, type SignalRule } from "./signal.ts";

/** Everything that needs an explanation between one employee and one customer. */
export interface Signal {
  /** Absent where it is about a source. */
  readonly employeeId?: string;
  /** Absent where it is about a way of working or about a source. */
  readonly customerKey?: string;
  readonly source?: string;
  /** Each rule that hit, once, in the order of `SIGNAL_RULES`. */
  readonly rules: readonly SignalRule[];
  readonly hits: readonly Hit[];
  /** Keys of all accesses that the hits are about, each once. */
  readonly accesses: readonly string[];
}

const sourceOf = (hit: Hit): string | undefined => (hit.rule === "log-gap" ? hit.inputs.source : undefined);

/** Of two hits of a rule that stand on the same accesses the one that stands on more; a later month sees the earlier. */
const withoutParts = (hits: readonly Hit[]): readonly Hit[] => {
  const kept: Hit[] = [];
  for (const hit of hits.toSorted((one, other) => other.accesses.length - one.accesses.length)) {
    const covered = kept.some(
      ({ rule, accesses }) =>
        rule === hit.rule && accesses.length > 0 && hit.accesses.every((key) => accesses.includes(key)),
    );
    if (!covered) kept.push(hit);
  }
  return hits.filter((hit) => kept.includes(hit));
};

/** Hits as signals: one for each employee and customer, never one for each hit. In the order in which they first occur. */
export const groupHits = (hits: readonly Hit[]): readonly Signal[] =>
  [...Map.groupBy(hits, (hit) => JSON.stringify([hit.employeeId, hit.customerKey, sourceOf(hit)])).values()].map(
    (all) => {
      const own = withoutParts(all);
      const [first] = own;
      const source = first && sourceOf(first);
      const found = new Set(own.map(({ rule }) => rule));
      return {
        ...(first?.employeeId !== undefined && { employeeId: first.employeeId }),
        ...(first?.customerKey !== undefined && { customerKey: first.customerKey }),
        ...(source !== undefined && { source }),
        rules: SIGNAL_RULES.filter((rule) => found.has(rule)),
        hits: own.toSorted((one, other) => SIGNAL_RULES.indexOf(one.rule) - SIGNAL_RULES.indexOf(other.rule)),
        accesses: [...new Set(own.flatMap(({ accesses }) => accesses))],
      };
    },
  );
