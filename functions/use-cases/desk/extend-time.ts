import type { RegardConfig } from "../../contract/config.ts";
import type { Matter } from "../../contract/matter.ts";
import { Refusal } from "../../domain/errors.ts";
import { isAskedFor } from "../../domain/matter-case.ts";
import { matterDeadlines, requestClockOf } from "../../domain/matter-clock.ts";
import { extensionObstacle } from "../../domain/request-clock.ts";
import { deadlineDescriber } from "../../words/describe-deadline.ts";
import { type DeskCommand, type DeskDeps, deskAct, lawOf, tellCustomer } from "./desk-act.ts";

const WHY = {
  "nothing-asked": "The customer asked for nothing in this matter, so no time of theirs runs.",
  "already-extended": "The time was extended before, and the law knows one extension.",
  "too-late": "The notice had to go out before the first month ended.",
  resting: "The clock rests: there is nothing to extend yet.",
} as const;

/** When an extension of today would make the matter due, and why. Throws EXTENSION_NOT_POSSIBLE with the reason. */
export const extensionOf = (config: RegardConfig, matter: Matter, now: number) => {
  const { today, jurisdiction } = lawOf(config, matter, now);
  const obstacle = isAskedFor(matter)
    ? extensionObstacle(requestClockOf(matter.clock), jurisdiction, today)
    : "nothing-asked";
  if (obstacle !== undefined) throw new Refusal("EXTENSION_NOT_POSSIBLE", { detail: WHY[obstacle] });
  const clock = { ...matter.clock, extendedOn: today };
  const deadlines = matterDeadlines(clock, jurisdiction);
  if (deadlines.state !== "running") throw new Refusal("EXTENSION_NOT_POSSIBLE", { detail: WHY.resting });
  const [why = ""] = deadlineDescriber(matter.language, config.timeZone).forCustomer(deadlines);
  return { clock, dueOn: deadlines.due.on, why: [why] };
};

/**
 * Extends the time to three months from its start, for complexity or the number of this person's requests (GDPR
 * Art. 12(3); LAW L4). The notice is the letter that goes out with it.
 *
 * Throws EXTENSION_NOT_POSSIBLE: the software refuses what comes after the first month.
 */
export const extendTime = (deps: DeskDeps, command: DeskCommand & { readonly words: string }) =>
  deskAct(deps, command, "extend", (matter, now) => {
    const { words } = command;
    const { clock, dueOn, why } = extensionOf(deps.config, matter, now);
    const { letter, more } = tellCustomer(deps, matter, now, { kind: "extension", words, dueOn, why });
    return { deed: { act: "extend", words, letter }, to: { clock }, more };
  });
