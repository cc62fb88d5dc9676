import type { Finding } from "../../../functions/contract/finding.ts";
import type { Matter } from "../../../functions/contract/matter.ts";
import type { Entry } from "../../../functions/contract/matter-entry.ts";
import { priorStates } from "../../../functions/domain/matter-acts.ts";
import type { AuditLine, Change, PortalStore, QueuedMail } from "../../../functions/use-cases/identity-ports.ts";
import type { MatterStore } from "../../../functions/use-cases/matter-ports.ts";
import type { Versioned } from "../../../functions/use-cases/ports.ts";
import type { Raised, SignalStore } from "../../../functions/use-cases/signal-ports.ts";

interface Story {
  readonly matter: Versioned<Matter>;
  readonly entries: readonly Entry[];
}

/** One change: whether its condition holds, and what it does. */
interface Step {
  readonly holds: boolean;
  readonly apply: () => void;
}

const NOTHING_RAISED = { value: { reference: "", rules: [], basis: [] }, revision: 0 };

/** What the rules found, and the matters in which it is raised, in memory: passes the same contract tests. */
export const memorySignals = () => {
  const stories = new Map<string, Story>();
  const places = new Map<string, string>();
  const raised = new Map<string, Versioned<Raised>>();
  const findings = new Map<string, Versioned<Finding>>();
  let untold: Versioned<number> = { value: 0, revision: 0 };
  const mails: QueuedMail[] = [];
  const audit: AuditLine[] = [];

  const keep = <Value>(
    kept: Map<string, Versioned<Value>>,
    key: string,
    { value, revision }: Versioned<Value>,
  ): Step => ({
    holds: (kept.get(key)?.revision ?? 0) === revision,
    apply: () => kept.set(key, { value, revision: revision + 1 }),
  });

  const stepOf = (change: Change): Step => {
    switch (change.kind) {
      case "open-matter": {
        const { matter, entry } = change;
        return {
          holds: !stories.has(matter.reference) && !places.has(matter.customerKey),
          apply: () => {
            stories.set(matter.reference, { matter: { value: matter, revision: 1 }, entries: [entry] });
            places.set(matter.customerKey, matter.reference);
          },
        };
      }
      case "move-matter": {
        const { from, to, entry } = change;
        const story = stories.get(to.reference);
        const isLegal = priorStates(entry.deed.act).includes(story?.matter.value.state ?? "closed");
        return {
          holds: isLegal && story?.matter.revision === from.revision,
          apply: () => {
            const entries = [...(story?.entries ?? []), entry];
            stories.set(to.reference, { matter: { value: to, revision: from.revision + 1 }, entries });
            if (to.closedAt !== undefined) places.delete(to.customerKey);
          },
        };
      }
      case "remember-raised":
        return keep(raised, change.raisedKey, change.raised);
      case "count-untold": {
        const { value, revision } = change.untold;
        return { holds: untold.revision === revision, apply: () => (untold = { value, revision: revision + 1 }) };
      }
      case "keep-finding": {
        const { finding } = change;
        const before = findings.get(finding.value.findingId);
        const step = keep(findings, finding.value.findingId, finding);
        return { ...step, holds: step.holds && before?.value.state !== "acknowledged" };
      }
      case "queue-mail":
        return { holds: true, apply: () => mails.push(change.mail) };
      case "audit":
        return { holds: true, apply: () => audit.push(change) };
      default:
        throw new Error(`Nothing of signals is written with ${change.kind}.`);
    }
  };

  const store: Pick<PortalStore, "commit"> = {
    commit: async (changes) => {
      const steps = changes.map((change) => stepOf(structuredClone(change)));
      if (!steps.every(({ holds }) => holds)) return false;
      for (const { apply } of steps) apply();
      return true;
    },
  };

  const all = () => [...stories.values()].map(({ matter }) => structuredClone(matter.value));
  const matters: Omit<MatterStore, "linkOf" | "mattersOf"> = {
    matterOf: async (reference) => structuredClone(stories.get(reference)?.matter),
    entriesOf: async (reference) => structuredClone(stories.get(reference)?.entries ?? []),
    openMatters: async () => all().filter(({ state }) => state !== "closed"),
    closedMatters: async (month) => all().filter(({ closedAt = "" }) => closedAt.startsWith(`${month}-`)),
    openMatterOf: async (customerKey) => places.get(customerKey),
  };
  const signals: SignalStore = {
    raisedOf: async (key) => structuredClone(raised.get(key) ?? NOTHING_RAISED),
    untold: async () => untold,
    findingOf: async (findingId) => structuredClone(findings.get(findingId)),
    findings: async () => structuredClone([...findings.values()]),
  };
  return { store, matters, signals, mails, audit };
};
