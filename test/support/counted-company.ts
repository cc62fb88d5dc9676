import { createKeyring } from "../../functions/adapters/keyring.ts";
import type { AccessEventInput } from "../../functions/contract/access-event.ts";
import type { MonthNumbers } from "../../functions/contract/numbers.ts";
import type { CountMonthParts } from "../../functions/use-cases/count-month.ts";
import type { Change } from "../../functions/use-cases/identity-ports.ts";
import { arrival } from "./arrivals.ts";
import { company } from "./company.ts";
import { memoryAccessLog } from "./fakes/memory-access-log.ts";
import { memoryFacts } from "./fakes/memory-facts.ts";

/** When its months are counted. */
export const COUNTED_AT = "2026-07-09T03:00:00.000Z";

/** A company in memory, without a desk, whose months can be counted. `commits`: whether the audit log takes lines. */
export const countedCompany = (commits = true) => {
  const kept: MonthNumbers[] = [];
  const noted: Change[] = [];
  let [now, tick, events] = [Date.parse(COUNTED_AT), 0, 0];
  const parts = {
    accessLog: memoryAccessLog(() => Date.parse(COUNTED_AT), 3),
    facts: memoryFacts(),
    matters: { matterOf: async () => undefined, openMatters: async () => [], closedMatters: async () => [] },
    auditLog: { actsOf: async function* () {} },
    numbers: { keep: async (numbers: MonthNumbers) => void kept.push(numbers) },
    store: {
      commit: async (changes: readonly Change[]) => {
        noted.push(...changes);
        return commits;
      },
    },
    keyring: createKeyring("a secret of at least thirty-two characters"),
    config: company(),
    clock: () => {
      now += tick;
      return now;
    },
    random: (bytes: number) => Buffer.alloc(bytes),
  } satisfies CountMonthParts;
  return {
    ...parts,
    kept,
    noted,
    /** From now on every question for the time costs so many milliseconds. */
    tick: (ms: number): void => {
      tick = ms;
    },
    /** Looks in June by one person of a unit. */
    log: async (id: string, unit: string, ...looks: readonly Partial<AccessEventInput>[]): Promise<void> => {
      const arrivals = looks.map((changes) => {
        events += 1;
        const occurredAt = "2026-06-10T10:00:00.000Z";
        return arrival({ eventId: `e-${events}`, occurredAt, employee: { id, unit }, case: undefined, ...changes });
      });
      await parts.accessLog.append(arrivals);
    },
  };
};
