import type { EventRef } from "../../contract/matter.ts";
import { Refusal } from "../../domain/errors.ts";
import type { Asked } from "../../domain/matter-vocabulary.ts";
import { lateFrom } from "../../domain/request-clock.ts";
import { TOKEN_BYTES, tokenKey } from "../../domain/session.ts";
import { firstLanguage } from "../../domain/vocabulary.ts";
import { workingDaysLater } from "../../domain/working-days.ts";
import { newId, queuedMail } from "../commit.ts";
import { type DeskCommand, type DeskDeps, deskAct, lawOf, refuseOthersLooks, rowsOf } from "./desk-act.ts";
import { sendersIn } from "./matter-looks.ts";

/** How long the link works: whoever is asked has this many working days. */
const WORKING_DAYS = 5;
/** Rows that all questions of a matter may be about: they stand in the matter's item, and DynamoDB's hold 400 KB. */
const MAX_ASKED_ROWS = 250;
/** Nobody is mailed without end. */
const MAX_ASKS = 50;

export interface AskEmployee extends DeskCommand {
  readonly to: Asked;
  /** Whose looks it is about. */
  readonly employeeId: string;
  /** Where the link goes: their own address or their manager's. The matter's story says so, for the second person. */
  readonly email: string;
  readonly accesses: readonly EventRef[];
  readonly words: string;
}

/**
 * Asks an employee, or their manager, about looks. The mail says nothing but that there is a question; its link shows it
 * and takes one answer within five working days. Whoever's number the customer was contacted from can be asked without a
 * look, because they have to be heard too.
 *
 * Throws ROWS_UNKNOWN, and ACT_NOT_POSSIBLE where a row is another person's look, too much was asked already, or the link
 * would go to the customer.
 */
export const askEmployee = (deps: DeskDeps, command: AskEmployee) =>
  deskAct(deps, command, "ask", async (matter, now) => {
    const { config, random } = deps;
    const { to, employeeId, email, words, reference } = command;
    if (email.toLowerCase() === matter.address?.toLowerCase()) {
      throw new Refusal("ACT_NOT_POSSIBLE", { field: "email", detail: "This is the customer's own address." });
    }
    const rows = await rowsOf(deps, matter, command.accesses);
    refuseOthersLooks(rows, employeeId);
    if (rows.length === 0 && !(await sendersIn(deps, await deps.matters.entriesOf(reference))).has(employeeId)) {
      throw new Refusal("ROWS_UNKNOWN", { field: "accesses", detail: "Name the looks that the question is about." });
    }
    const asked = rows.length + matter.asks.reduce((sum, ask) => sum + ask.accesses.length, 0);
    if (matter.asks.length >= MAX_ASKS || asked > MAX_ASKED_ROWS) {
      const detail = `A matter holds ${MAX_ASKS} questions at most, about ${MAX_ASKED_ROWS} rows in all.`;
      throw new Refusal("ACT_NOT_POSSIBLE", { field: "accesses", detail });
    }
    const accesses = rows.map(({ source, eventId }) => ({ source, eventId }));
    const { today, jurisdiction } = lawOf(config, matter, now);
    const answerBy = workingDaysLater(today, WORKING_DAYS, jurisdiction.holidays);
    const endsAt = Date.parse(lateFrom(answerBy, config.timeZone));
    const askId = newId(random);
    const token = random(TOKEN_BYTES).toString("base64url");
    const askedAt = new Date(now).toISOString();
    const language = firstLanguage(config);
    return {
      deed: { act: "ask", askId, to, employeeId, words, answerBy, sentTo: email },
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
