import type { RegardConfig } from "../../contract/config.ts";
import type { EventRef, Matter, StaffMember } from "../../contract/matter.ts";
import type { EntryActor, Letter } from "../../contract/matter-entry.ts";
import type { Access } from "../../domain/access.ts";
import { Refusal } from "../../domain/errors.ts";
import { type Jurisdiction, jurisdictionOf } from "../../domain/jurisdiction.ts";
import type { MatterAct } from "../../domain/matter-acts.ts";
import { civilDateOf } from "../../domain/period.ts";
import type { StaffRole } from "../../domain/staff.ts";
import { composeLetter } from "../../words/compose-letter.ts";
import type { LetterContent } from "../../words/letter-content.ts";
import { type ActDeps, actOnMatter } from "../act-on-matter.ts";
import { findAccesses } from "../find-accesses.ts";
import type { AccessLog, Facts } from "../ports.ts";
import { customerNews, type NewsDeps } from "../tell-news.ts";

/** What the acts of the desk work with. */
export interface DeskDeps extends ActDeps, NewsDeps {
  readonly config: RegardConfig;
  readonly accessLog: Pick<AccessLog, "ofCustomer">;
  readonly facts: Pick<Facts, "cases" | "putCases" | "employees">;
}

/** Somebody of the desk acts on what they saw of a matter. */
export interface DeskCommand {
  readonly reference: string;
  readonly revision: number;
  readonly staff: StaffMember;
}

export const staffActor = (role: StaffRole, { id, name, unit }: StaffMember): EntryActor => ({
  kind: "staff",
  role,
  id,
  name,
  ...(unit !== undefined && { unit }),
});

/** One act of the data protection officer, or, where it is theirs, of an approver. */
export const deskAct = <Name extends MatterAct>(
  deps: DeskDeps,
  { reference, revision, staff }: DeskCommand,
  act: Name,
  decide: Parameters<typeof actOnMatter<Name>>[3],
  role: StaffRole = "dpo",
): Promise<{ readonly revision: number }> =>
  actOnMatter(deps, { reference, revision, by: staffActor(role, staff) }, act, decide);

/** What a letter says beside what every letter of this matter says. */
type Said = LetterContent extends infer Content
  ? Content extends LetterContent
    ? Omit<Content, "reference" | "regime">
    : never
  : never;

/** A letter of a matter, in its customer's language. The same input makes the same letter, so a preview is one. */
export const letterTo = (matter: Matter, config: RegardConfig, said: Said): Letter =>
  composeLetter(config, matter.language, { ...said, reference: matter.reference, regime: matter.clock.regime });

/** A letter, and the mail that says that there is one. */
export const tellCustomer = (
  { config, random }: Pick<DeskDeps, "config" | "random">,
  matter: Matter,
  now: number,
  said: Said,
) => ({ letter: letterTo(matter, config, said), more: customerNews({ random }, matter, now) });

/** Today in the company's time zone, and the law that the matter is under. */
export const lawOf = (
  config: RegardConfig,
  matter: Matter,
  now: number,
): { today: string; jurisdiction: Jurisdiction } => ({
  today: civilDateOf(now, config.timeZone),
  jurisdiction: jurisdictionOf(matter.clock.regime, config.holidays),
});

/** The named accesses, each of them this customer's. Throws ROWS_UNKNOWN where one is not. */
export const rowsOf = async (
  { accessLog }: Pick<DeskDeps, "accessLog">,
  { customerKey }: Matter,
  named: readonly EventRef[],
): Promise<readonly Access[]> => {
  const found = await findAccesses(accessLog, customerKey, named);
  if (found.length !== named.length) throw new Refusal("ROWS_UNKNOWN");
  return found;
};
