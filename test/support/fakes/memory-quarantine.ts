import type { Quarantine, QuarantinedEvent } from "../../../functions/use-cases/intake-ports.ts";
import type { Clock } from "../../../functions/use-cases/ports.ts";

/** The quarantine in memory: passes the same contract tests as the one in the portal's table. */
export const memoryQuarantine = (clock: Clock): Quarantine => {
  const kept = new Map<string, QuarantinedEvent>();
  const isKept = ({ eraseAt }: QuarantinedEvent) => Date.parse(eraseAt) > clock();
  return {
    put: async (events) => {
      for (const event of events) kept.set(event.id, { ...event });
    },
    all: async function* () {
      yield [...kept.values()].filter(isKept).map(({ text: _, eraseAt: __, ...entry }) => entry);
    },
    read: async (id) => {
      const event = kept.get(id);
      return event && isKept(event) ? { ...event } : undefined;
    },
    opened: async function* () {
      yield [...kept.values()].map((event) => ({ ...event }));
    },
    rewrite: async ({ id, receivedAt }, text) => {
      const event = kept.get(id);
      if (event?.receivedAt === receivedAt) kept.set(id, { ...event, text });
    },
    remove: async (id) => {
      kept.delete(id);
    },
  };
};
