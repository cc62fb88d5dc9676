import type { RegardConfig } from "../../contract/config.ts";
import type { EventRef, Matter, StaffMember } from "../../contract/matter.ts";
import type { EntryActor, Letter } from "../../contract/matter-entry.ts";
import type { Access } from "../../domain/access.ts";
import { eventKey } from "../../domain/corrections.ts";
import { Refusal } from "../../domain/errors.ts";
import { type Jurisdiction, jurisdictionOf } from "../../domain/jurisdiction.ts";
import type { MatterAct } from "../../domain/matter-acts.ts";
import { civilDateOf } from "../../domain/period.ts";
import type { StaffRole } from "../../domain/staff.ts";
import { composeLetter } from "../../words/compose-letter.ts";
import type { LetterContent } from "../../words/letter-content.ts";
import { type ActDeps, actOnMatter } from "../act-on-matter.ts";
import { findAccesses } from "../find-accesses.ts";
import { findShownAccesses } from "../find-shown-accesses.ts";
import type { MatterStore, Rulings } from "../matter-ports.ts";
import type { AccessLog, Facts } from "../ports.ts";
import { customerNews, type NewsDeps } from "../tell-news.ts";

/** What the acts of the desk work with. */
export interface DeskDeps extends ActDeps, NewsDeps {
  readonly matters: Pick<MatterStore, "matterOf" | "entriesOf">;
  readonly config: RegardConfig;
  readonly accessLog: Pick<AccessLog, "ofCustomer">;
  readonly facts: Pick<Facts, "cases" | "employees" | "employeesBySender">;
  readonly rulings: Rulings;
}

/** Somebody of the desk acts on what they saw of a matter. */
export interface DeskCommand {
  readonly reference: string;
  readonly revision: number;
  readonly staff: StaffMember;
}

const staffActor = (role: StaffRole, staff: StaffMember): EntryActor => ({ kind: "staff", role, ...staff });

/** Those on the matter's case, and one more. */
export const working = ({ workers }: Matter, { id }: StaffMember): string[] => [...new Set([...workers, id])];

/**
 * One act of the data protection officer, or, where it is theirs, of an approver. Nobody acts in a matter about their own
 * looks, whatever their role; a note is all that they may leave there.
 *
 * Throws what `actOnMatter` throws, and SECOND_PERSON_NEEDED.
 */
export const deskAct = <Name extends MatterAct>(
  deps: DeskDeps,
  { reference, revision, staff }: DeskCommand,
  act: Name,
  decide: Parameters<typeof actOnMatter<Name>>[3],
  role: StaffRole = "dpo",
): Promise<{ readonly revision: number }> =>
  actOnMatter(deps, { reference, revision, by: staffActor(role, staff) }, act, (matter, now) => {
    if (act !== "note" && matter.employeeIds.includes(staff.id)) {
      throw new Refusal("SECOND_PERSON_NEEDED", { detail: "This matter is about your own looks." });
    }
    return decide(matter, now);
  });

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
  const wanted = new Set(named.map(({ source, eventId }) => eventKey(source, eventId)));
  const found = await findAccesses(accessLog, customerKey, named);
  if (found.length !== wanted.size) throw new Refusal("ROWS_UNKNOWN");
  return found;
};

/**
 * The same, of rows that a letter may speak of: those that the customer's record shows. A letter about a look that is
 * held back would tip off (GDPR Art. 23; LAW L11).
 *
 * Throws ROWS_UNKNOWN, and ACT_NOT_POSSIBLE where a row is held back or was corrected.
 */
export const tellableRows = async (
  deps: Pick<DeskDeps, "accessLog" | "rulings" | "config" | "clock">,
  matter: Matter,
  named: readonly EventRef[],
): Promise<readonly Access[]> => {
  const rows = await rowsOf(deps, matter, named);
  const shown = await findShownAccesses(deps, matter.customerKey, named);
  if (shown.length !== rows.length) {
    throw new Refusal("ACT_NOT_POSSIBLE", {
      field: "accesses",
      detail: "The customer's record does not show one of these rows, so no letter may speak of it.",
    });
  }
  return rows;
};

/** Throws ACT_NOT_POSSIBLE where one of the rows is another person's look. */
export const refuseOthersLooks = (rows: readonly Access[], employeeId: string): void => {
  if (rows.some((row) => row.employee.id !== employeeId && row.onBehalfOf !== employeeId)) {
    throw new Refusal("ACT_NOT_POSSIBLE", { field: "accesses", detail: "A row is another person's look." });
  }
};
