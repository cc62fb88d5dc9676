import type { EventRef } from "../../contract/matter.ts";
import type { Asked } from "../../domain/matter-vocabulary.ts";
import { lateFrom } from "../../domain/request-clock.ts";
import { TOKEN_BYTES, tokenKey } from "../../domain/session.ts";
import { workingDaysLater } from "../../domain/working-days.ts";
import { newId, queuedMail } from "../commit.ts";
import { type DeskCommand, type DeskDeps, deskAct, lawOf, rowsOf } from "./desk-act.ts";

/** How long the link works: whoever is asked has this many working days. */
const WORKING_DAYS = 5;

export interface AskEmployee extends DeskCommand {
  readonly to: Asked;
  /** Whose looks it is about. */
  readonly employeeId: string;
  /** Where the link goes: their own address or their manager's. Kept in the message alone. */
  readonly email: string;
  readonly accesses: readonly EventRef[];
  readonly words: string;
}

/**
 * Asks an employee, or their manager, about looks. The mail says nothing but that there is a question; its link shows it
 * and takes one answer within five working days. Throws ROWS_UNKNOWN.
 */
export const askEmployee = (deps: DeskDeps, command: AskEmployee) =>
  deskAct(deps, command, "ask", async (matter, now) => {
    const { config, random } = deps;
    const { to, employeeId, email, words, reference } = command;
    const accesses = (await rowsOf(deps, matter, command.accesses)).map(({ source, eventId }) => ({ source, eventId }));
    const { today, jurisdiction } = lawOf(config, matter, now);
    const answerBy = workingDaysLater(today, WORKING_DAYS, jurisdiction.holidays);
    const endsAt = Date.parse(lateFrom(answerBy, config.timeZone));
    const askId = newId(random);
    const token = random(TOKEN_BYTES).toString("base64url");
    const askedAt = new Date(now).toISOString();
    const language = config.languages[0] ?? "en";
    return {
      deed: { act: "ask", askId, to, employeeId, words, answerBy },
      to: {
        asks: [...matter.asks, { askId, state: "open", to, employeeId, accesses, askedAt, answerBy }],
        employeeIds: [...new Set([...matter.employeeIds, employeeId])],
      },
      more: [
        { kind: "open-link", link: { tokenKey: tokenKey(token), reference, askId, endsAt } },
        queuedMail(random, { address: email, language, content: { kind: "ask", token, answerBy, to } }, now, endsAt),
      ],
    };
  });
