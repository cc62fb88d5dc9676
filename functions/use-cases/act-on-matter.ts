import type { Matter } from "../contract/matter.ts";
import type { Deed, EntryActor } from "../contract/matter-entry.ts";
import { Refusal } from "../domain/errors.ts";
import { type Actor, type MatterAct, mayAct, nextState } from "../domain/matter-acts.ts";
import { caseOf } from "../domain/matter-case.ts";
import { auditLine, commitDecision, newId } from "./commit.ts";
import type { Change, PortalStore } from "./identity-ports.ts";
import type { MatterStore } from "./matter-ports.ts";
import type { Clock, Random, Versioned } from "./ports.ts";

export interface ActDeps {
  readonly store: Pick<PortalStore, "commit">;
  readonly matters: Pick<MatterStore, "matterOf">;
  readonly clock: Clock;
  readonly random: Random;
}

export interface Acting {
  readonly reference: string;
  /** What whoever acts has seen of the matter; left out where nobody looked first (a customer, the clock). */
  readonly revision?: number | undefined;
  readonly by: EntryActor;
}

/** What an act does beside moving the matter: what it says, what it changes, and what else is written with it. */
export interface Act<Name extends MatterAct> {
  readonly deed: Extract<Deed, { act: Name }>;
  readonly to?: Partial<Matter>;
  readonly more?: readonly Change[];
}

/** Whoever works on a matter, and its end, stand in its case from the same instant. */
const caseChange = (from: Matter, to: Matter): readonly Change[] => {
  const kept = caseOf(to);
  return JSON.stringify(kept) === JSON.stringify(caseOf(from)) ? [] : [{ kind: "keep-case", case: kept }];
};

const roleOf = (by: EntryActor): Actor => (by.kind === "staff" ? by.role : by.kind);

/**
 * Does one act on a matter: checks who acts and in which state, and writes the matter, its case, its entry, an audit line
 * and whatever else the act brings in one transaction. `decide` may be asked again where something moved in between, and may
 * find that there is nothing to do any more.
 *
 * Throws `NOT_FOUND`, `ACT_NOT_POSSIBLE`, `SECOND_PERSON_NEEDED` where the role is not the act's, and `MATTER_CHANGED`
 * where `revision` is given and no longer the matter's: the second of two is told, and nothing of theirs is lost.
 */
export const actOnMatter = <Name extends MatterAct>(
  { store, matters, clock, random }: ActDeps,
  { reference, revision, by }: Acting,
  act: Name,
  decide: (matter: Matter, now: number) => Act<Name> | undefined | Promise<Act<Name> | undefined>,
): Promise<Versioned<Matter>> =>
  commitDecision(store, async () => {
    const from = await matters.matterOf(reference);
    if (from === undefined) throw new Refusal("NOT_FOUND");
    if (!mayAct(act, roleOf(by))) throw new Refusal("SECOND_PERSON_NEEDED");
    if (revision !== undefined && revision !== from.revision) throw new Refusal("MATTER_CHANGED");
    const state = nextState(act, from.value.state);
    if (state === undefined) throw new Refusal("ACT_NOT_POSSIBLE", { detail: `The matter is ${from.value.state}.` });

    const now = clock();
    const at = new Date(now).toISOString();
    const decided = await decide(from.value, now);
    if (decided === undefined) return { changes: [], result: from };
    const { deed, to: changed, more = [] } = decided;
    const to: Matter = { ...from.value, ...changed, state, ...(state === "closed" && { closedAt: at }) };
    const entry = { id: newId(random), at, by, deed };
    return {
      result: { value: to, revision: from.revision + 1 },
      changes: [
        { kind: "move-matter", from, to, entry },
        ...caseChange(from.value, to),
        auditLine(random, `matter-${act}`, now, to.customerKey, reference),
        ...more,
      ],
    };
  });
