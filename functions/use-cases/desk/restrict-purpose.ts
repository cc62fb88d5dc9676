import { addDays, addMonths } from "../../domain/civil-date.ts";
import { Refusal } from "../../domain/errors.ts";
import { civilDateOf } from "../../domain/period.ts";
import { isBuiltInPurpose, PURPOSES } from "../../domain/purposes.ts";
import { restrictedPurposes } from "../../domain/restrictions.ts";
import { decidedBy } from "../../domain/rulings.ts";
import { type DeskCommand, type DeskDeps, deskAct } from "./desk-act.ts";

/** A restriction ends (GDPR Art. 23(2)(f)); what has to last longer is looked at again. */
const LONGEST_MONTHS = 12;

interface Restriction {
  readonly purpose: string;
  readonly words: string;
}

/**
 * Holds the accesses for a purpose back from this customer's records through a civil date (GDPR Art. 23; LAW L11). Tells
 * the customer nothing: every record carries the same general sentence, whether or not rows are held back.
 *
 * Throws ACT_NOT_POSSIBLE for a purpose that the law does not let anybody hold back, for a day that has passed, and for
 * one more than a year away.
 */
export const restrictPurpose = (deps: DeskDeps, command: DeskCommand & Restriction & { readonly until: string }) =>
  deskAct(deps, command, "restrict", ({ customerKey }, now) => {
    const { purpose, until, words, reference } = command;
    const mayBe = isBuiltInPurpose(purpose)
      ? PURPOSES[purpose].mayBeRestricted
      : deps.config.purposes.some(({ code }) => code === purpose);
    if (!mayBe)
      throw new Refusal("ACT_NOT_POSSIBLE", { field: "purpose", detail: "This purpose may not be held back." });
    const today = civilDateOf(now, deps.config.timeZone);
    if (until <= today || until > addMonths(today, LONGEST_MONTHS)) {
      throw new Refusal("ACT_NOT_POSSIBLE", {
        field: "until",
        detail: "The restriction has to end on a later day, within a year. It can be made again.",
      });
    }
    const ruling = { kind: "restriction", at: new Date(now).toISOString(), reference, purpose, until } as const;
    return {
      deed: { act: "restrict", purpose, until, words },
      more: [{ kind: "rule", customerKey, ruling }],
    };
  });

/**
 * Ends such a restriction: the rows appear in the next record. What the configuration holds back stays so.
 *
 * Throws ACT_NOT_POSSIBLE where nobody holds the purpose back from this customer.
 */
export const liftRestriction = (deps: DeskDeps, command: DeskCommand & Restriction) =>
  deskAct(deps, command, "lift", async ({ customerKey }, now) => {
    const { purpose, words, reference } = command;
    const today = civilDateOf(now, deps.config.timeZone);
    if (!restrictedPurposes(decidedBy(await deps.rulings.of(customerKey)).restrictions, today).has(purpose)) {
      throw new Refusal("ACT_NOT_POSSIBLE", { field: "purpose", detail: "This purpose is not held back here." });
    }
    const until = addDays(today, -1);
    const ruling = { kind: "restriction", at: new Date(now).toISOString(), reference, purpose, until } as const;
    return { deed: { act: "lift", purpose, words }, more: [{ kind: "rule", customerKey, ruling }] };
  });
