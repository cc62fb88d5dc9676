import type { AccessEventInput } from "../../functions/contract/access-event.ts";
import type { RegardConfigInput } from "../../functions/contract/config.ts";
import type { KnownCase } from "../../functions/domain/evidence.ts";
import type { Signal } from "../../functions/domain/signals/group-hits.ts";
import { type FindSignals, findSignals } from "../../functions/use-cases/find-signals.ts";
import { arrival } from "./arrivals.ts";
import { company } from "./company.ts";
import { memoryAccessLog } from "./fakes/memory-access-log.ts";
import { memoryFacts } from "./fakes/memory-facts.ts";
import { memorySources } from "./fakes/memory-sources.ts";

export const WATCHED_AT = "2026-07-15T12:00:00.000Z";

/** A company in memory over which the rules can run; looks are at `customer-1` by emp-7 where nothing else is said. */
export const watchedCompany = (config: Partial<RegardConfigInput> = {}) => {
  const parts = {
    accessLog: memoryAccessLog(() => Date.parse(WATCHED_AT), 3),
    facts: memoryFacts(),
    sources: memorySources(),
    config: company(config),
  };
  let events = 0;
  return {
    ...parts,
    /** Each look as [instant, what differs, whose data]. Without a case where none is given. */
    log: async (
      ...looks: readonly (readonly [string, Partial<AccessEventInput>?, (readonly string[])?])[]
    ): Promise<void> => {
      await parts.accessLog.append(
        looks.map(([occurredAt, changes = {}, customerKeys = ["customer-1"]]) => {
          events += 1;
          return arrival({ eventId: `e-${events}`, occurredAt, case: undefined, ...changes }, { customerKeys });
        }),
      );
    },
    order: (changes: Partial<KnownCase> = {}): Promise<void> =>
      parts.facts.putCases([
        {
          type: "order",
          id: "O-77",
          customerKey: "customer-1",
          openedAt: "2026-05-03T08:00:00.000Z",
          closedAt: "2026-05-03T12:00:00.000Z",
          employeeIds: ["emp-7"],
          units: [],
          ...changes,
        },
      ]),
    signals: async (changes: Partial<FindSignals> = {}): Promise<readonly Signal[]> => {
      const period = { from: "2026-05-01T00:00:00.000Z", to: "2026-07-01T00:00:00.000Z" };
      const command = { period, now: WATCHED_AT, misuses: [], reports: [], ...changes };
      return (await Array.fromAsync(findSignals(parts, command))).flat();
    },
  };
};
