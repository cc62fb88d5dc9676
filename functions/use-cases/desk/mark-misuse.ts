import type { EventRef } from "../../contract/matter.ts";
import { breachNotification } from "../../domain/deadlines.ts";
import { Refusal } from "../../domain/errors.ts";
import {
  type DeskCommand,
  type DeskDeps,
  deskAct,
  refuseOthersLooks,
  rowsOf,
  tellableRows,
  tellCustomer,
} from "./desk-act.ts";

export interface MarkMisuse extends DeskCommand {
  readonly employeeId: string;
  readonly accesses: readonly EventRef[];
  readonly words: string;
  /** What the customer is told of the breach (GDPR Art. 34); left out where people decide not to. */
  readonly letterWords?: string | undefined;
}

/**
 * People found that looks had no reason. That is a personal data breach, and the company knows of it from this instant:
 * its 72 hours begin (GDPR Art. 33; LAW L13). Code never marks anything (LAW L17).
 *
 * Throws ROWS_UNKNOWN, and ACT_NOT_POSSIBLE where a breach was marked before, a row is another person's look, or a letter
 * would speak of a row that the customer's record does not show.
 */
export const markMisuse = (deps: DeskDeps, command: MarkMisuse) =>
  deskAct(deps, command, "mark-misuse", async (matter, now) => {
    const { employeeId, words, letterWords } = command;
    if (matter.breach !== undefined) {
      throw new Refusal("ACT_NOT_POSSIBLE", { detail: "Misuse was marked in this matter before." });
    }
    const rows = await (letterWords === undefined ? rowsOf : tellableRows)(deps, matter, command.accesses);
    refuseOthersLooks(rows, employeeId);
    const accesses = rows.map(({ source, eventId }) => ({ source, eventId }));
    const looks = rows.map(({ occurredAt }) => occurredAt);
    const awareAt = new Date(now).toISOString();
    const told =
      letterWords === undefined
        ? undefined
        : tellCustomer(deps, matter, now, { kind: "misuse", words: letterWords, looks });
    return {
      deed: { act: "mark-misuse", employeeId, accesses, words, ...(told && { letter: told.letter }) },
      to: {
        breach: { employeeId, awareAt, notifyBy: breachNotification(awareAt).at },
        employeeIds: [...new Set([...matter.employeeIds, employeeId])],
      },
      ...(told && { more: told.more }),
    };
  });
