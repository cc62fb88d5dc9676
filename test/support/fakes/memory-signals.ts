import type { Finding } from "../../../functions/contract/finding.ts";
import type { Change } from "../../../functions/use-cases/identity-ports.ts";
import type { Versioned } from "../../../functions/use-cases/ports.ts";
import type { Raised, SignalStore } from "../../../functions/use-cases/signal-ports.ts";

/** One change: which items it writes, whether its conditions hold, and what it does. */
export interface Step {
  readonly items: readonly string[];
  readonly holds: boolean;
  readonly apply: () => unknown;
}

const NOTHING_RAISED = { value: { reference: "", rules: [], basis: [] }, revision: 0 };

/** What the rules found, in memory; written together with the matters of `memoryMatters`. */
export const memorySignals = () => {
  const raised = new Map<string, Versioned<Raised>>();
  const findings = new Map<string, Versioned<Finding>>();
  let untold: Versioned<number> = { value: 0, revision: 0 };

  const keep = <Value>(
    kept: Map<string, Versioned<Value>>,
    kind: "raised" | "finding",
    key: string,
    { value, revision }: Versioned<Value>,
  ): Step => ({
    items: [`${kind} ${key}`],
    holds: (kept.get(key)?.revision ?? 0) === revision,
    apply: () => kept.set(key, { value, revision: revision + 1 }),
  });

  /** Undefined for what is no change of signals. */
  const stepOf = (change: Change): Step | undefined => {
    switch (change.kind) {
      case "remember-raised":
        return keep(raised, "raised", change.raisedKey, change.raised);
      case "count-untold": {
        const { value, revision } = change.untold;
        const apply = () => (untold = { value, revision: revision + 1 });
        return { items: ["untold"], holds: untold.revision === revision, apply };
      }
      case "keep-finding": {
        const { finding } = change;
        const before = findings.get(finding.value.findingId);
        const step = keep(findings, "finding", finding.value.findingId, finding);
        return { ...step, holds: step.holds && before?.value.state !== "acknowledged" };
      }
      default:
        return undefined;
    }
  };

  const signals: SignalStore = {
    raisedOf: async (key) => structuredClone(raised.get(key) ?? NOTHING_RAISED),
    untold: async () => untold,
    findingOf: async (findingId) => structuredClone(findings.get(findingId)),
    findings: async () => structuredClone([...findings.values()]),
  };
  return { stepOf, signals };
};
