import { caseKey } from "../access.ts";
import type { KnownCase } from "../evidence.ts";
import { isCallBack, isCurrent, isLink, isSlip, type LinkFacts } from "./links.ts";
import { inTimeOrder, jobEnd, type Look } from "./look.ts";
import { isInTime, type PaperFacts, type Workday } from "./workday.ts";

/** One employee's looks at one customer, sifted. All lists in time order. */
export interface Sifted {
  /** Opened, and nothing bears it out: what rules look at. */
  readonly unexplained: readonly Look[];
  /** The same without what is linked to the customer's business or somebody's routine, or is a slip (`links.ts`). */
  readonly unlinked: readonly Look[];
  /** Attempts that showed nothing, and that nothing bears out either. */
  readonly refused: readonly Look[];
  /** Everything that was opened. */
  readonly opened: readonly Look[];
}

/** What is known around the looks. More of it explains more and never less. */
export interface Surroundings extends LinkFacts {
  readonly workday: Workday;
}

/**
 * A confirmed look is explained, with one exception: a case that is over bears out that its work was looked at, and no
 * longer why somebody needed to know where the customer can be reached, unless they were writing the job up. Without
 * the exception the two weeks of the evidence would hide the very looks that `contact-after-job` is about.
 */
export const isConfirmed = (look: Look, workday: PaperFacts): boolean =>
  look.evidence.level === "confirmed" && isInTime(look, jobEnd(look), workday);

/** Whether a case bears a look out that does not name it: the facts know better than the form that was left empty. */
const bearsOut = (known: KnownCase, look: Look, workday: PaperFacts): boolean => {
  const { unit } = look.access.employee;
  const isOnIt = known.employeeIds.includes(look.employeeId) || (unit !== undefined && known.units.includes(unit));
  return isOnIt && isCurrent(known, look, workday);
};

/**
 * Takes out what is explained, before any rule sees it. Reasons are judged by what they name; where that does not bear
 * a look out, any other case of the customer may, if the employee is on it and it was running.
 *
 * @param looks Of one employee at one customer, in any order.
 */
export const sift = (looks: readonly Look[], around: Surroundings): Sifted => {
  const { cases, workday } = around;
  const isExplained = (look: Look): boolean =>
    isConfirmed(look, workday) || cases.some((known) => bearsOut(known, look, workday));
  const shown = inTimeOrder(looks).filter(({ access }) => access.involvement === "opened");
  const opened = shown.filter(({ access }) => access.outcome !== "denied");
  const unexplained = opened.filter((look) => !isExplained(look));
  const unlinked = unexplained.filter((look) => !isLink(look, around));
  const [only, ...more] = unlinked;
  return {
    opened,
    unexplained,
    unlinked: only && more.length === 0 && (isSlip(only, workday) || isCallBack(only, workday)) ? [] : unlinked,
    refused: shown.filter((look) => look.access.outcome === "denied" && !isExplained(look)),
  };
};

/** The case that a look names, where the look shows that it is the customer's or may be. */
export const ownCaseKey = ({ access, evidence }: Look): string | undefined =>
  access.case === undefined || evidence.level === "contradicted" ? undefined : caseKey(access.case);
