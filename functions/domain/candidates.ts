import { addDays } from "./civil-date.ts";
import type { Evidence } from "./evidence.ts";
import type { Access } from "./access.ts";
import { personBehind } from "./access.ts";
import { civilDateOf } from "./period.ts";

/** Who saw how to reach the customer in so many days before the contact may have been who made it. */
export const CANDIDATE_DAYS = 30;
/** Looks within so many days of the contact stand out. */
const NEAR_DAYS = 2;

/** Why somebody stands where they stand in the list; facts about looks, no judgement of a person. */
export interface Candidate {
  readonly employeeId: string;
  /** The number or account is one that the company knows as theirs. */
  readonly numberMatches: boolean;
  /** Looks at contact details in the window, those without confirmed evidence, and those shortly before the contact. */
  readonly looks: number;
  readonly unconfirmed: number;
  readonly near: number;
  /** UTC instant of the last of them. */
  readonly lastAt: string;
}

const CONTACT = /^contact(\.|$)/;

/** Whether somebody could have read from an access how to reach the customer. */
export const showedContact = ({ dataCategories, involvement, outcome }: Access): boolean =>
  involvement === "opened" && outcome !== "denied" && dataCategories.some((category) => CONTACT.test(category));

/**
 * Who saw how to reach the customer in the 30 days before a contact, and on its day: first whoever's number it is, then by
 * looks that nothing bears out, by looks shortly before, by looks at all. Nobody is left out for having had a reason.
 *
 * @param contactedOn Civil date in `timeZone`.
 * @param numbers Employees to whom the sender's number or account belongs.
 */
export const candidatesFor = (
  contactedOn: string,
  looks: readonly { readonly access: Access; readonly evidence: Pick<Evidence, "level"> }[],
  numbers: ReadonlySet<string>,
  timeZone: string,
): readonly Candidate[] => {
  const from = addDays(contactedOn, -CANDIDATE_DAYS);
  const near = addDays(contactedOn, -NEAR_DAYS);
  const found = new Map<string, Candidate>();
  for (const { access, evidence } of looks) {
    const on = civilDateOf(access.occurredAt, timeZone);
    const employeeId = personBehind(access);
    if (employeeId === undefined || on < from || on > contactedOn || !showedContact(access)) continue;
    const before = found.get(employeeId);
    found.set(employeeId, {
      employeeId,
      numberMatches: numbers.has(employeeId),
      looks: (before?.looks ?? 0) + 1,
      unconfirmed: (before?.unconfirmed ?? 0) + (evidence.level === "confirmed" ? 0 : 1),
      near: (before?.near ?? 0) + (on >= near ? 1 : 0),
      lastAt: before !== undefined && before.lastAt > access.occurredAt ? before.lastAt : access.occurredAt,
    });
  }
  return [...found.values()].sort(
    (a, b) =>
      Number(b.numberMatches) - Number(a.numberMatches) ||
      b.unconfirmed - a.unconfirmed ||
      b.near - a.near ||
      b.looks - a.looks ||
      (a.employeeId < b.employeeId ? -1 : 1),
  );
};
