import { Refusal } from "../../domain/errors.ts";
import { isAskedFor } from "../../domain/matter-case.ts";
import { requestClockOf } from "../../domain/matter-clock.ts";
import { pauseObstacle } from "../../domain/request-clock.ts";
import { type DeskCommand, type DeskDeps, deskAct, lawOf, tellCustomer } from "./desk-act.ts";

const WHY = {
  "nothing-asked": "The customer asked for nothing in this matter, so there is nothing to clarify.",
  "not-in-this-law": "The law that this matter is under knows no pause: the clock goes on while you ask.",
  "already-paused": "The clock rests already.",
  "before-receipt": "The matter has not begun.",
  "too-late": "The due date has passed.",
} as const;

/**
 * Asks the customer what they mean, and lets the clock rest until they say so (UK GDPR Art. 12A; LAW L3).
 *
 * Throws PAUSE_NOT_POSSIBLE with the reason; the EU knows no pause.
 */
export const pauseClock = (deps: DeskDeps, command: DeskCommand & { readonly words: string }) =>
  deskAct(deps, command, "pause", (matter, now) => {
    const { words } = command;
    const { today, jurisdiction } = lawOf(deps.config, matter, now);
    const obstacle = isAskedFor(matter)
      ? pauseObstacle(requestClockOf(matter.clock), jurisdiction, today)
      : "nothing-asked";
    if (obstacle !== undefined) throw new Refusal("PAUSE_NOT_POSSIBLE", { detail: WHY[obstacle] });
    const { letter, more } = tellCustomer(deps, matter, now, { kind: "clarification", words });
    const clarifications = [...matter.clock.clarifications, { askedOn: today }];
    return {
      deed: { act: "pause", words, letter },
      to: { clock: { ...matter.clock, clarifications } },
      more,
    };
  });
