import type { Matter } from "../../../functions/contract/matter.ts";
import type { Entry } from "../../../functions/contract/matter-entry.ts";
import type { Ruling } from "../../../functions/contract/ruling.ts";
import { caseKey } from "../../../functions/domain/access.ts";
import { priorStates } from "../../../functions/domain/matter-acts.ts";
import type { AuditLine, Change, PortalStore, QueuedMail } from "../../../functions/use-cases/identity-ports.ts";
import type { AskLink, MatterStore, Rulings } from "../../../functions/use-cases/matter-ports.ts";
import type { Facts, Versioned } from "../../../functions/use-cases/ports.ts";
import { memoryFacts } from "./memory-facts.ts";
import { memorySignals, type Step } from "./memory-signals.ts";

interface Story {
  matter: Matter;
  revision: number;
  readonly entries: Entry[];
}

const rulingKey = (customerKey: string, one: Ruling): string => {
  if (one.kind === "explanation") return `${customerKey} ${one.access.source} ${one.access.eventId}`;
  return `${customerKey} ${one.kind} ${one.kind === "release" ? one.employeeId : one.purpose}`;
};

/** Matters, with what is written beside them, in memory: passes the same contract tests as those on DynamoDB. */
export const memoryMatters = (facts: Pick<Facts, "putCases"> = memoryFacts()) => {
  const { stepOf: signalStep, signals } = memorySignals();
  const stories = new Map<string, Story>();
  const places = new Map<string, string>();
  const links = new Map<string, AskLink>();
  const rulings = new Map<string, { readonly customerKey: string; readonly ruling: Ruling }>();
  const spent = new Map<string, Versioned<readonly number[]>>();
  const seen = new Map<string, string>();
  const mails: QueuedMail[] = [];
  const audit: AuditLine[] = [];

  const openMatter = ({ matter, entry }: Extract<Change, { kind: "open-matter" }>): Step => ({
    items: [matter.reference, `place ${matter.customerKey}`],
    holds: !stories.has(matter.reference) && !places.has(matter.customerKey),
    apply: () => {
      stories.set(matter.reference, { matter, revision: 1, entries: [entry] });
      places.set(matter.customerKey, matter.reference);
    },
  });
  const moveMatter = ({ from, to, entry }: Extract<Change, { kind: "move-matter" }>): Step => {
    const story = stories.get(to.reference);
    return {
      items: [to.reference],
      holds:
        story !== undefined &&
        story.revision === from.revision &&
        priorStates(entry.deed.act).includes(story.matter.state),
      apply: () => {
        story?.entries.push(entry);
        Object.assign(story ?? {}, { matter: to, revision: from.revision + 1 });
        if (to.closedAt !== undefined) places.delete(to.customerKey);
      },
    };
  };

  const stepOf = (change: Change): Step => {
    switch (change.kind) {
      case "open-matter":
        return openMatter(change);
      case "move-matter":
        return moveMatter(change);
      case "keep-case":
        return { items: [caseKey(change.case)], holds: true, apply: () => facts.putCases([change.case]) };
      case "open-link": {
        const { link } = change;
        const apply = () => links.set(link.tokenKey, link);
        return { items: [`link ${link.tokenKey}`], holds: !links.has(link.tokenKey), apply };
      }
      case "spend-link": {
        const { tokenKey } = change;
        return { items: [`link ${tokenKey}`], holds: links.has(tokenKey), apply: () => links.delete(tokenKey) };
      }
      case "rule": {
        const key = rulingKey(change.customerKey, change.ruling);
        return { items: [`ruling ${key}`], holds: true, apply: () => rulings.set(key, change) };
      }
      case "queue-mail":
        return { items: [change.mail.mailKey], holds: true, apply: () => mails.push(change.mail) };
      case "audit":
        return { items: [change.id], holds: true, apply: () => audit.push(change) };
      case "spend": {
        const key = `${change.addressKey} ${change.what}`;
        const { value, revision } = change.spentAt;
        const holds = (spent.get(key)?.revision ?? 0) === revision;
        return { items: [key], holds, apply: () => spent.set(key, { value, revision: revision + 1 }) };
      }
      case "see-letters": {
        const key = `${change.customerKey} ${change.reference}`;
        return { items: [`seen ${key}`], holds: true, apply: () => seen.set(key, change.seenAt) };
      }
      default: {
        const step = signalStep(change);
        if (step === undefined) throw new Error(`No matter is written with ${change.kind}.`);
        return step;
      }
    }
  };

  const store: Pick<PortalStore, "commit" | "spentBy" | "lettersSeenAt"> = {
    commit: async (changes) => {
      const steps = changes.map((change) => stepOf(structuredClone(change)));
      const items = steps.flatMap((step) => step.items);
      // As DynamoDB has it: a transaction touches each item once, and a hundred at most.
      if (new Set(items).size < items.length || items.length > 90) throw new Error("This is no transaction.");
      if (!steps.every(({ holds }) => holds)) return false;
      // All at the same instant: nobody sees a half of it.
      await Promise.all(steps.map(({ apply }) => apply()));
      return true;
    },
    spentBy: async (addressKey, what) => spent.get(`${addressKey} ${what}`) ?? { value: [], revision: 0 },
    lettersSeenAt: async (customerKey, reference) => seen.get(`${customerKey} ${reference}`),
  };

  const all = (): Matter[] => [...stories.values()].map(({ matter }) => structuredClone(matter));
  const matters: MatterStore = {
    matterOf: async (reference) => {
      const story = stories.get(reference);
      return story && structuredClone({ value: story.matter, revision: story.revision });
    },
    entriesOf: async (reference) => structuredClone(stories.get(reference)?.entries ?? []),
    openMatters: async () => all().filter(({ state }) => state !== "closed"),
    closedMatters: async (month) => all().filter(({ closedAt = "" }) => closedAt.startsWith(`${month}-`)),
    mattersOf: async (customerKey) =>
      all()
        .filter((one) => one.customerKey === customerKey)
        .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
        .map(({ reference }) => reference),
    openMatterOf: async (customerKey) => places.get(customerKey),
    linkOf: async (tokenKey) => links.get(tokenKey),
  };
  const ruled: Rulings = {
    of: async (customerKey) =>
      structuredClone([...rulings.values()].filter((one) => one.customerKey === customerKey)).map(
        ({ ruling }) => ruling,
      ),
  };
  return { store, matters, rulings: ruled, signals, mails, audit };
};
