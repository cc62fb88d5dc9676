import { type Access, personBehind } from "./access.ts";
import { addDays } from "./civil-date.ts";
import { showsContact } from "./contact-details.ts";
import type { Evidence } from "./evidence.ts";
import { civilDateOf } from "./period.ts";

/** Who saw how to reach the customer in so many days before the contact may have been who made it. */
const CANDIDATE_DAYS = 30;
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
  /** UTC instant of the last of them; absent where there are none and the number alone points at somebody. */
  readonly lastAt?: string;
}

/** Whether an access could have led to a contact on a civil date in `timeZone`. */
export const isInWindow = (access: Access, contactedOn: string, timeZone: string): boolean => {
  if (access.involvement !== "opened" || access.outcome === "denied" || !showsContact(access)) return false;
  const on = civilDateOf(access.occurredAt, timeZone);
  return on >= addDays(contactedOn, -CANDIDATE_DAYS) && on <= contactedOn;
};

type Look = { readonly access: Access; readonly evidence: Pick<Evidence, "level"> };

/**
 * Who saw how to reach the customer in the 30 days before a contact, and on its day: first whoever's number it is, then by
 * looks that nothing bears out, by looks shortly before, by looks at all. Nobody is left out for having had a reason.
 * Whoever's number it is stands in the list without a look too: the log may not know of it, and they have to be asked. A
 * number is no proof: it can be shared, handed on or forged.
 *
 * @param contactedOn Civil dates in `timeZone`, one for each contact.
 * @param looks Each access once.
 * @param numbers Employees to whom a sender's number or account belongs.
 */
export const candidatesFor = (
  contactedOn: readonly string[],
  looks: readonly Look[],
  numbers: ReadonlySet<string>,
  timeZone: string,
): readonly Candidate[] => {
  const inWindow = looks.filter(({ access }) => contactedOn.some((day) => isInWindow(access, day, timeZone)));
  const byPerson = Map.groupBy(inWindow, ({ access }) => personBehind(access));
  const isNear = ({ access }: Look) => {
    const on = civilDateOf(access.occurredAt, timeZone);
    return contactedOn.some((day) => on >= addDays(day, -NEAR_DAYS) && on <= day);
  };
  const people = new Set([...byPerson.keys(), ...numbers].filter((id) => id !== undefined));
  return [...people]
    .map((employeeId): Candidate => {
      const own = byPerson.get(employeeId) ?? [];
      const lastAt = own
        .map(({ access }) => access.occurredAt)
        .sort()
        .at(-1);
      return {
        employeeId,
        numberMatches: numbers.has(employeeId),
        looks: own.length,
        unconfirmed: own.filter(({ evidence }) => evidence.level !== "confirmed").length,
        near: own.filter(isNear).length,
        ...(lastAt !== undefined && { lastAt }),
      };
    })
    .sort(
      (a, b) =>
        Number(b.numberMatches) - Number(a.numberMatches) ||
        b.unconfirmed - a.unconfirmed ||
        b.near - a.near ||
        b.looks - a.looks ||
        (a.employeeId < b.employeeId ? -1 : 1),
    );
};
