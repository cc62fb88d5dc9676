import type { RoleDays } from "../../../functions/domain/signals/volume.ts";
import type { UsualDays } from "../../../functions/use-cases/signal-ports.ts";

/** What is usual in a role, in memory: passes the same contract tests as the one on DynamoDB. */
export const memoryUsualDays = (): UsualDays => {
  const kept = new Map<string, Map<string, readonly RoleDays[]>>();
  return {
    keep: async ({ employeeId, month }, days) => {
      kept.set(month, (kept.get(month) ?? new Map()).set(employeeId, structuredClone(days)));
    },
    of: async function* (month) {
      yield [...(kept.get(month)?.values() ?? [])].flat();
    },
  };
};
