import type { Matter } from "../../contract/matter.ts";
import { customerLines } from "../../domain/customer-lines.ts";
import { Refusal } from "../../domain/errors.ts";
import { isPending } from "../../domain/four-eyes.ts";
import type { Outcome, RefusalGround } from "../../domain/matter-vocabulary.ts";
import { type DeskCommand, type DeskDeps, deskAct, tellCustomer } from "./desk-act.ts";

/** What has to be decided before a matter can end. Questions to employees end with it. */
const refuseLooseEnds = ({ breach, release }: Matter, now: number): void => {
  if (breach !== undefined && breach.decision === undefined) throw new Refusal("BREACH_UNDECIDED");
  if (isPending(release, now)) {
    throw new Refusal("ACT_NOT_POSSIBLE", { detail: "A proposal to release a name waits for its decision." });
  }
};

const ended = (matter: Matter, outcome: Outcome) => ({
  outcome,
  // Its time has passed, or it could not end: the clock may only not have said so yet.
  ...(matter.release?.state === "proposed" && { release: { ...matter.release, state: "expired" as const } }),
  asks: matter.asks.map((ask) => (ask.state === "open" ? { ...ask, state: "lapsed" as const } : ask)),
});

/**
 * Refuses what the customer wants, wholly or in part, on one of the law's grounds and with the ways to complain (GDPR
 * Art. 12(4)). People decide that, never code (LAW L17).
 *
 * Throws BREACH_UNDECIDED, and ACT_NOT_POSSIBLE where something still waits, or the customer wants nothing because only
 * rules brought things up: a refusal would tell them of it.
 */
export const refuseMatter = (
  deps: DeskDeps,
  command: DeskCommand & { readonly ground: RefusalGround; readonly partly: boolean; readonly words: string },
) =>
  deskAct(deps, command, "refuse", (matter, now) => {
    refuseLooseEnds(matter, now);
    if (matter.address === undefined) {
      throw new Refusal("ACT_NOT_POSSIBLE", { detail: "The customer said nothing in this matter. Close it instead." });
    }
    const { ground, partly, words } = command;
    const kind = partly ? "partial-refusal" : "refusal";
    const { letter, more } = tellCustomer(deps, matter, now, { kind, words, ground });
    return {
      deed: { act: "refuse", ground, partly, words, letter },
      to: ended(matter, partly ? "partly-refused" : "refused"),
      more,
    };
  });

/** Whether the customer can see that there is such a matter: they wrote in it, or were written to. */
const isKnown = async ({ matters }: DeskDeps, { reference }: Matter): Promise<boolean> =>
  customerLines(await matters.entriesOf(reference)).length > 0;

/**
 * Ends a matter with what came of it. The customer gets a letter, unless they know nothing of it because a rule raised it
 * and nobody wrote to them. Throws BREACH_UNDECIDED, and ACT_NOT_POSSIBLE where something still waits.
 */
export const closeMatter = (
  deps: DeskDeps,
  command: DeskCommand & { readonly outcome: Exclude<Outcome, "refused" | "partly-refused">; readonly words: string },
) =>
  deskAct(deps, command, "close", async (matter, now) => {
    refuseLooseEnds(matter, now);
    const { outcome, words } = command;
    if (outcome === "misuse" && matter.breach === undefined) {
      throw new Refusal("ACT_NOT_POSSIBLE", { field: "outcome", detail: "No misuse was marked in this matter." });
    }
    const told = (await isKnown(deps, matter))
      ? tellCustomer(deps, matter, now, { kind: "closing", words, outcome })
      : undefined;
    return {
      deed: { act: "close", outcome, words, ...(told && { letter: told.letter }) },
      to: ended(matter, outcome),
      ...(told && { more: told.more }),
    };
  });
