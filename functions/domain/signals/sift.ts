import { caseKey } from "../access.ts";
import type { EvidenceRule, KnownCase } from "../evidence.ts";
import { inTimeOrder, type Look, showsContact } from "./look.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Whoever did a job may look up its customer for so long after it: a wrong door, a forgotten key, a call back. */
export const CONTACT_GRACE_HOURS = 2;
/** As in the rules of evidence: who takes a call looks first, and work after a case ends two weeks later. */
const OPENED_AHEAD_HOURS = 1;
const CLOSED_RECENTLY_DAYS = 14;

/** One employee's looks at one customer, sifted. All lists in time order. */
export interface Sifted {
  /** Opened, and nothing bears it out: what rules look at. */
  readonly unexplained: readonly Look[];
  /** The same without looks that name a running case of the customer on which only the employee is not recorded. */
  readonly unlinked: readonly Look[];
  /** Borne out by a case of this customer. */
  readonly explained: readonly Look[];
  /** Attempts that showed nothing. */
  readonly refused: readonly Look[];
  /** Everything that was opened. */
  readonly opened: readonly Look[];
}

/**
 * A confirmed look is explained, with one exception: a case that is over bears out that its work was looked at, and no
 * longer why somebody needed to know where the customer can be reached. Without the exception the evidence of two
 * weeks would hide the very looks that `contact-after-job` is about.
 */
const isConfirmed = (look: Look): boolean => {
  if (look.evidence.level !== "confirmed") return false;
  const { closedAt } = look.evidence;
  return closedAt === undefined || !showsContact(look) || look.at <= Date.parse(closedAt) + CONTACT_GRACE_HOURS * HOUR;
};

/** Whether a case bears a look out that does not name it: the facts know better than the form that was left empty. */
const bearsOut = (known: KnownCase, look: Look): boolean => {
  const { access, employeeId, at } = look;
  const { unit } = access.employee;
  const isOnIt = known.employeeIds.includes(employeeId) || (unit !== undefined && known.units.includes(unit));
  const after = showsContact(look) ? CONTACT_GRACE_HOURS * HOUR : CLOSED_RECENTLY_DAYS * DAY;
  return (
    isOnIt &&
    known.customerKey === access.customerKey &&
    at >= Date.parse(known.openedAt) - OPENED_AHEAD_HOURS * HOUR &&
    (known.closedAt === undefined || at <= Date.parse(known.closedAt) + after)
  );
};

/** The customer's own case is named and known; whoever looked is not recorded on it, or nobody is. */
const LINKS: ReadonlySet<EvidenceRule> = new Set<EvidenceRule>(["EMPLOYEE_NOT_ON_CASE", "CASE_WITHOUT_STAFF"]);

/** Stand-ins look at cases that are somebody else's: as long as the case runs, that is work. */
const isLinked = ({ evidence, at }: Look): boolean =>
  LINKS.has(evidence.rule) &&
  (evidence.closedAt === undefined || at <= Date.parse(evidence.closedAt) + CONTACT_GRACE_HOURS * HOUR);

/**
 * Takes out what is explained, before any rule sees it. Reasons are judged by what they name; where that does not bear
 * a look out, any other case of the customer may, if the employee is on it and it was running. More cases explain more
 * and never less.
 *
 * @param looks Of one employee at one customer, in any order.
 * @param cases Of that customer, as far as they are known.
 */
export const sift = (looks: readonly Look[], cases: readonly KnownCase[]): Sifted => {
  const shown = inTimeOrder(looks).filter(({ access }) => access.involvement === "opened");
  const opened = shown.filter(({ access }) => access.outcome !== "denied");
  const isExplained = (look: Look) => isConfirmed(look) || cases.some((known) => bearsOut(known, look));
  const { true: explained = [], false: unexplained = [] } = Object.groupBy(opened, (look) => `${isExplained(look)}`);
  return {
    opened,
    explained,
    unexplained,
    unlinked: unexplained.filter((look) => !isLinked(look)),
    refused: shown.filter(({ access }) => access.outcome === "denied"),
  };
};

/** Looks under a running case of the customer, borne out or at least linked: somebody at work. */
export const isWork = (look: Look): boolean => isConfirmed(look) || isLinked(look);

/** The case that a look names, where the look shows that it is the customer's or may be. */
export const ownCaseKey = ({ access, evidence }: Look): string | undefined =>
  access.case === undefined || evidence.level === "contradicted" ? undefined : caseKey(access.case);
