import type { EventRef } from "../../contract/matter.ts";
import { type DeskCommand, type DeskDeps, deskAct, rowsOf, tellCustomer } from "./desk-act.ts";

/** Explains looks to their customer: in a letter, and in these rows of every later record. Throws ROWS_UNKNOWN. */
export const explainLooks = (
  deps: DeskDeps,
  command: DeskCommand & { readonly accesses: readonly EventRef[]; readonly words: string },
) =>
  deskAct(deps, command, "explain", async (matter, now) => {
    const { words, reference } = command;
    const rows = await rowsOf(deps, matter, command.accesses);
    const accesses = rows.map(({ source, eventId }) => ({ source, eventId }));
    const looks = rows.map(({ occurredAt }) => occurredAt);
    const { letter, more } = tellCustomer(deps, matter, now, { kind: "explanation", words, looks });
    const at = new Date(now).toISOString();
    const rulings = accesses.map(
      (access) =>
        ({
          kind: "rule",
          customerKey: matter.customerKey,
          ruling: { kind: "explanation", at, reference, access, words },
        }) as const,
    );
    return { deed: { act: "explain", accesses, words, letter }, more: [...rulings, ...more] };
  });
