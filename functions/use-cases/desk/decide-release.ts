import type { Matter, Release } from "../../contract/matter.ts";
import { Refusal } from "../../domain/errors.ts";
import { decisionObstacle } from "../../domain/four-eyes.ts";
import { deskNews } from "../tell-news.ts";
import { type DeskCommand, type DeskDeps, deskAct, tellCustomer, working } from "./desk-act.ts";
import { nameIn, subjectOf } from "./release-subject.ts";

const WHY = {
  "not-proposed": "No proposal waits for a decision.",
  expired: "The proposal has expired. It can be made again.",
  "same-person": "Whoever proposed it cannot decide on it.",
  concerned: "It is about you or somebody you manage.",
  unlisted: "The sign-in does not say which employee you are, so nobody can tell that it is not about you.",
  "unit-unknown": "The sign-in does not say in which unit one of you works, so nobody can tell that you are from two.",
  "same-unit": "The second person has to be from another unit.",
} as const;

interface DecideRelease extends DeskCommand {
  /** Why, for the desk. */
  readonly words: string;
}

/** The release that this person may decide on. Throws RELEASE_NOT_POSSIBLE or SECOND_PERSON_NEEDED with the reason. */
const decidable = async (
  deps: DeskDeps,
  { release }: Matter,
  { staff }: DecideRelease,
  now: number,
): Promise<Release> => {
  const subject = await subjectOf(deps, release?.employeeId ?? "");
  const obstacle = decisionObstacle(release, subject, staff, now);
  if (release !== undefined && obstacle === undefined) return release;
  const isLate = obstacle === undefined || obstacle === "not-proposed" || obstacle === "expired";
  throw new Refusal(isLate ? "RELEASE_NOT_POSSIBLE" : "SECOND_PERSON_NEEDED", {
    detail: WHY[obstacle ?? "not-proposed"],
  });
};

const decided = (
  release: Release,
  state: "approved" | "declined",
  { staff, words }: DecideRelease,
  now: number,
): Release => ({
  ...release,
  state,
  decidedBy: staff,
  decidedAt: new Date(now).toISOString(),
  reasons: words,
});

/** The second person agrees: the customer is told the name, and their records show it from now on. */
export const approveRelease = (deps: DeskDeps, command: DecideRelease) =>
  deskAct(
    deps,
    command,
    "approve-release",
    async (matter, now) => {
      const { words, reference } = command;
      const release = await decidable(deps, matter, command, now);
      const { employeeId } = release;
      const { letter, more } = tellCustomer(deps, matter, now, {
        kind: "name-released",
        words: release.words,
        ...(await nameIn(deps, matter, employeeId)),
      });
      const ruling = { kind: "release", at: new Date(now).toISOString(), reference, employeeId } as const;
      return {
        deed: { act: "approve-release", employeeId, words, letter },
        to: { release: decided(release, "approved", command, now), workers: working(matter, command.staff) },
        more: [
          { kind: "rule", customerKey: matter.customerKey, ruling },
          ...more,
          deskNews(deps, "dpo", now, reference),
        ],
      };
    },
    "approver",
  );

/** The second person does not agree. The customer is told nothing by it. */
export const declineRelease = (deps: DeskDeps, command: DecideRelease) =>
  deskAct(
    deps,
    command,
    "decline-release",
    async (matter, now) => {
      const release = await decidable(deps, matter, command, now);
      return {
        deed: { act: "decline-release", employeeId: release.employeeId, words: command.words },
        to: { release: decided(release, "declined", command, now), workers: working(matter, command.staff) },
        more: [deskNews(deps, "dpo", now, command.reference)],
      };
    },
    "approver",
  );
