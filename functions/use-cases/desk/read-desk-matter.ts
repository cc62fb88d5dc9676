import type { DeskMatter } from "../../contract/desk-matters.ts";
import type { Matter, StaffMember } from "../../contract/matter.ts";
import { Refusal } from "../../domain/errors.ts";
import { ACTS, mayAct, nextState } from "../../domain/matter-acts.ts";
import { civilDateOf } from "../../domain/period.ts";
import { restrictedPurposes } from "../../domain/restrictions.ts";
import { decidedBy } from "../../domain/rulings.ts";
import type { StaffRole } from "../../domain/staff.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { describeCandidate } from "../../words/describe-candidate.ts";
import type { KeepLookDeps } from "../keep-look.ts";
import { describeClock, standingOf } from "./describe-clock.ts";
import type { DeskDeps } from "./desk-act.ts";
import { keepDeskLook } from "./keep-desk-look.ts";
import { looksOf, rowWriter } from "./matter-looks.ts";
import { employeesIn } from "./name-employees.ts";

export interface ReadDeskMatterDeps extends DeskDeps, Pick<KeepLookDeps, "sources"> {
  readonly accessLog: DeskDeps["accessLog"] & KeepLookDeps["accessLog"];
}

interface ReadDeskMatter {
  readonly reference: string;
  readonly staff: StaffMember;
  readonly roles: readonly StaffRole[];
  readonly language: Language;
}

/**
 * Shows a matter with its whole story and the rows that belong to it. It is a look at its customer, written into their
 * log before anything is read of it: no log, no data (LAW L15).
 *
 * Throws NOT_FOUND, and LOOK_NOT_LOGGED where the look could not be kept.
 */
export const readDeskMatter = async (deps: ReadDeskMatterDeps, asked: ReadDeskMatter): Promise<DeskMatter> => {
  const { matters, config, facts } = deps;
  const found = await matters.matterOf(asked.reference);
  if (found === undefined) throw new Refusal("NOT_FOUND");
  const { value: matter, revision } = found;
  const lookedAt = await keepDeskLook(deps, asked.staff, matter);

  const [entries, restricted] = await Promise.all([
    matters.entriesOf(matter.reference),
    restrictedNow(deps, matter, lookedAt),
  ]);
  const { looks, candidates, cut } = await looksOf(deps, matter, entries, lookedAt);
  const rowOf = rowWriter(config, asked.language, restricted);
  const about = new Set([...matter.employeeIds, ...candidates.map(({ employeeId }) => employeeId)]);
  const now = Date.parse(lookedAt);
  return {
    ...headOf(matter, revision),
    urgency: standingOf(config, matter, now).urgency,
    clock: describeClock(config, asked.language, matter, now),
    entries: [...entries],
    rows: looks.map(rowOf),
    rowsCut: cut,
    candidates: candidates.map((one) => ({ ...one, words: describeCandidate(asked.language, one) })),
    employees: await employeesIn(
      facts,
      looks.map(({ access }) => access),
      about,
    ),
    acts: Object.keys(ACTS).filter((act) => isOpenTo(act, matter, asked.roles)),
  };
};

const restrictedNow = async ({ config, rulings }: ReadDeskMatterDeps, { customerKey }: Matter, now: string) => {
  const { restrictions } = decidedBy(await rulings.of(customerKey));
  return restrictedPurposes([...config.restrictions, ...restrictions], civilDateOf(now, config.timeZone));
};

const isAct = (name: string): name is keyof typeof ACTS => Object.hasOwn(ACTS, name);
const isOpenTo = (act: string, { state }: Matter, roles: readonly StaffRole[]): boolean =>
  isAct(act) && nextState(act, state) !== undefined && roles.some((role) => mayAct(act, role));

const headOf = (matter: Matter, revision: number) => {
  const { reference, state, kinds, language, openedAt, handler, asks, release, breach, outcome, closedAt, address } =
    matter;
  return {
    reference,
    revision,
    state,
    kinds,
    language,
    openedAt,
    ...(handler && { handler }),
    asks,
    ...(release && { release }),
    ...(breach && { breach }),
    ...(outcome && { outcome }),
    ...(closedAt !== undefined && { closedAt }),
    hasAddress: address !== undefined,
  };
};
