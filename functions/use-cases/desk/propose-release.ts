import type { Balancing } from "../../contract/matter.ts";
import { Refusal } from "../../domain/errors.ts";
import { proposalObstacle, RELEASE_LIFE_MS } from "../../domain/four-eyes.ts";
import { deskNews } from "../tell-news.ts";
import { type DeskCommand, type DeskDeps, deskAct } from "./desk-act.ts";
import { nameIn, subjectOf } from "./release-subject.ts";

const WHY = {
  "not-heard": "The employee, or their manager, has to be asked first, and to answer or let the time pass.",
  "already-proposed": "A proposal waits for its decision already.",
  concerned: "It is about you or somebody you manage.",
  unlisted: "The sign-in does not say which employee you are, so nobody can tell that it is not about you.",
} as const;

/**
 * Proposes that this customer be told an employee's name, with what was weighed (CJEU C-579/21; LAW L8). It is told once
 * a second person agrees, within 14 days.
 *
 * Throws RELEASE_NOT_POSSIBLE with the reason; one is that no row of this customer's record holds the name.
 */
export const proposeRelease = (
  deps: DeskDeps,
  command: DeskCommand & { readonly employeeId: string; readonly balancing: Balancing; readonly words: string },
) =>
  deskAct(deps, command, "propose-release", async (matter, now) => {
    const { employeeId, balancing, words, staff, reference } = command;
    const obstacle = proposalObstacle(matter, await subjectOf(deps, employeeId), staff, now);
    if (obstacle !== undefined) throw new Refusal("RELEASE_NOT_POSSIBLE", { detail: WHY[obstacle] });
    await nameIn(deps, matter, employeeId);
    return {
      deed: { act: "propose-release", employeeId, balancing },
      to: {
        release: {
          state: "proposed",
          employeeId,
          balancing,
          words,
          proposedBy: staff,
          proposedAt: new Date(now).toISOString(),
          expiresAt: new Date(now + RELEASE_LIFE_MS).toISOString(),
        },
      },
      more: [deskNews(deps, "approver", now, reference)],
    };
  });
