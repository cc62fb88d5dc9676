import { dueAgain, firstDue } from "../../../functions/domain/apart.ts";
import type { Clock } from "../../../functions/use-cases/ports.ts";
import type { Apart, ApartMonth } from "../../../functions/use-cases/signal-ports.ts";

/** The set apart in memory: passes the same contract tests as the one on DynamoDB. */
export const memoryApart = (clock: Clock): Apart => {
  const kept = new Map<string, ApartMonth>();
  let marks = 0;
  const keyOf = ({ employeeId, month }: Pick<ApartMonth, "employeeId" | "month">) => `${month} ${employeeId}`;
  return {
    note: async (months) => {
      for (const { employeeId, month } of months) {
        marks += 1;
        const one = { employeeId, month, mark: String(marks), dueAt: firstDue(clock()), tries: 0 };
        kept.set(keyOf(one), one);
      }
    },
    waiting: async function* () {
      if (kept.size > 0) yield structuredClone([...kept.values()]);
    },
    take: async (one) => {
      const now = kept.get(keyOf(one));
      if (now === undefined || now.mark !== one.mark || now.tries !== one.tries) return false;
      kept.set(keyOf(one), { ...now, tries: one.tries + 1, dueAt: dueAgain(clock(), one.tries + 1) });
      return true;
    },
    clear: async (one) => kept.get(keyOf(one))?.mark === one.mark && kept.delete(keyOf(one)),
  };
};
