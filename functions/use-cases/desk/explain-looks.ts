import type { EventRef } from "../../contract/matter.ts";
import { personBehind } from "../../domain/access.ts";
import { Refusal } from "../../domain/errors.ts";
import { type DeskCommand, type DeskDeps, deskAct, tellableRows, tellCustomer } from "./desk-act.ts";

/**
 * Explains looks to their customer: in a letter, and in these rows of every later record.
 *
 * Throws ROWS_UNKNOWN, ACT_NOT_POSSIBLE where the customer's record does not show a row, and SECOND_PERSON_NEEDED where a
 * look is one's own.
 */
export const explainLooks = (
  deps: DeskDeps,
  command: DeskCommand & { readonly accesses: readonly EventRef[]; readonly words: string },
) =>
  deskAct(deps, command, "explain", async (matter, now) => {
    const { words, reference, staff } = command;
    const rows = await tellableRows(deps, matter, command.accesses);
    if (rows.some((row) => personBehind(row) === staff.id)) {
      throw new Refusal("SECOND_PERSON_NEEDED", { field: "accesses", detail: "Nobody explains their own looks." });
    }
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
