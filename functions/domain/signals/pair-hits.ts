import type { KnownCustomer, KnownEmployee } from "../known-people.ts";
import { breakGlass } from "./break-glass.ts";
import { isSelf } from "./closeness.ts";
import { colleague } from "./colleague.ts";
import { contactAfterJob } from "./contact-after-job.ts";
import { contactReport, type ReportedContact } from "./contact-report.ts";
import { contradictedCase } from "./contradicted-case.ts";
import { declaredConflict } from "./declared-conflict.ts";
import { deniedThenGranted } from "./denied-then-granted.ts";
import { exportOfOne } from "./export.ts";
import { household } from "./household.ts";
import { leaver } from "./leaver.ts";
import type { Look } from "./look.ts";
import { type ConfirmedMisuse, lookBack } from "./look-back.ts";
import { noBusinessLink } from "./no-business-link.ts";
import { outsideShift } from "./outside-shift.ts";
import { repeatInterest } from "./repeat-interest.ts";
import { type Surroundings, sift } from "./sift.ts";
import type { Hit } from "./signal.ts";

/** What is known of an employee, a customer and everything around them. */
export interface PairFacts extends Surroundings {
  readonly customerKey: string;
  /** Everyone on the employee list, by id. */
  readonly staff: ReadonlyMap<string, KnownEmployee>;
  readonly employee: KnownEmployee | undefined;
  readonly customer: KnownCustomer | undefined;
  /** Whether the customer is an employee. */
  readonly isColleague: boolean;
  readonly reports: readonly ReportedContact[];
  readonly misuses: readonly ConfirmedMisuse[];
}

/**
 * All hits of the rules that are about one employee and one customer.
 *
 * @param looks All of the employee at the customer in some weeks, in any order.
 */
export const pairHits = (looks: readonly Look[], facts: PairFacts): readonly Hit[] => {
  const sifted = sift(looks, facts);
  const input = { ...sifted, ...facts, isSelf: isSelf(facts.employee, facts.customerKey, facts.customer) };
  return [
    ...noBusinessLink(input),
    ...contradictedCase(input),
    ...contactAfterJob(input),
    ...repeatInterest(input),
    ...outsideShift(input),
    ...colleague(input),
    ...household(input),
    ...declaredConflict(input),
    ...exportOfOne(input),
    ...breakGlass(input),
    ...leaver(input),
    ...contactReport(input),
    ...lookBack(input),
    ...deniedThenGranted(input),
  ];
};
