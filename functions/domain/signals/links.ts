import { caseKey } from "../access.ts";
import type { KnownCase } from "../evidence.ts";
import type { KnownEmployee } from "../known-people.ts";
import { isGrab, jobEnd, type Look } from "./look.ts";
import { between, isInTime, type PaperFacts, type Workday } from "./workday.ts";
import { isSameDay } from "./working-time.ts";

/**
 * What does not explain a look and still says that it was somebody's work. Each of these costs something: misuse that
 * looks exactly like it is not found by the rules that leave such looks out.
 */
export interface LinkFacts {
  /** Of the customer, as far as they are known. */
  readonly cases: readonly KnownCase[];
  /** Cases that several people named for this customer, by `caseKey`. */
  readonly vouched: ReadonlySet<string>;
  readonly workday: PaperFacts & Pick<Workday, "routine">;
  readonly staff: ReadonlyMap<string, Pick<KnownEmployee, "role" | "unit">>;
}

type Team = { readonly role?: string | undefined; readonly unit?: string | undefined };
const areOneTeam = (one: Team, other: Team | undefined): boolean =>
  other !== undefined &&
  ((one.unit !== undefined && one.unit === other.unit) || (one.role !== undefined && one.role === other.role));

/** Who takes a call looks first and opens the ticket then, as in the rules of evidence. */
const OPENED_AHEAD_MS = 3_600_000;
/** As long as the rules of evidence remember a case that ended. */
const JOB_RECENT_MS = 14 * 24 * 3_600_000;

/** Whether a case is the customer's and accounts for the time of a look. */
export const isCurrent = (known: KnownCase, look: Look, workday: PaperFacts): boolean =>
  known.customerKey === look.access.customerKey &&
  look.at >= Date.parse(known.openedAt) - OPENED_AHEAD_MS &&
  isInTime(look, known.closedAt === undefined ? undefined : Date.parse(known.closedAt), workday);

/**
 * A stand-in: somebody of the same unit or role is on a case of the customer that accounts for the time, named or not.
 * (A driver on an adviser's ticket stands in for nobody.) Where nobody is on record, or somebody of whom nothing is
 * known, this cannot be asked.
 */
const isStandIn = (look: Look, { cases, staff, workday }: LinkFacts): boolean =>
  (look.evidence.rule === "CASE_WITHOUT_STAFF" && isInTime(look, jobEnd(look), workday)) ||
  cases.some(
    (known) =>
      isCurrent(known, look, workday) &&
      known.employeeIds.some((id) => !staff.has(id) || areOneTeam(look.access.employee, staff.get(id))),
  );

/**
 * The customer of a job that the employee did not long ago has something new running: they called, and whoever was there
 * is asked. What that costs: a look back at somebody who just then called about something else.
 */
const cameBack = (look: Look, { cases, workday }: LinkFacts): boolean => {
  const ends = cases
    .filter(({ employeeIds }) => employeeIds.includes(look.employeeId))
    .flatMap(({ closedAt }) => (closedAt === undefined ? [] : [Date.parse(closedAt)]))
    .concat(jobEnd(look) ?? [])
    .filter((end) => end < look.at && look.at - end <= JOB_RECENT_MS);
  const last = Math.max(...ends);
  return cases.some(
    (known) =>
      ends.length > 0 &&
      Date.parse(known.openedAt) > last &&
      Date.parse(known.openedAt) <= look.at &&
      isCurrent(known, look, workday),
  );
};

/** Nobody knows the case, and several people worked on it: it is the facts that miss it. */
const isVouchedFor = ({ access, evidence }: Look, { vouched }: LinkFacts): boolean =>
  evidence.rule === "CASE_NOT_FOUND" && access.case !== undefined && vouched.has(caseKey(access.case));

/** A reason that needs no case, given by somebody who does this all day: coaches, account managers. */
const isRoutine = ({ access, evidence }: Look, { workday }: LinkFacts): boolean =>
  evidence.rule === "CASE_NOT_NEEDED" && workday.routine.has(access.purpose);

export const isLink = (look: Look, facts: LinkFacts): boolean =>
  isStandIn(look, facts) || cameBack(look, facts) || isVouchedFor(look, facts) || isRoutine(look, facts);

/** Whoever opened the wrong one of two namesakes has the right one on screen after so long. */
const SLIP_MS = 5 * 60_000;

/**
 * The wrong record opened, and nothing taken from it: right after, the employee worked on the very case that was named,
 * or, where they said that it was a mistake, on any. A glance under the cover of a running job looks the same; two of
 * them, or one that reveals anything, do not.
 */
export const isSlip = (look: Look, { onCaseAt, workedAt }: Pick<Workday, "onCaseAt" | "workedAt">): boolean => {
  const { access, evidence, at } = look;
  if (isGrab(look) || (evidence.rule !== "CASE_OF_ANOTHER" && evidence.rule !== "MISTAKE_STATED")) return false;
  const named = access.case === undefined ? undefined : onCaseAt.get(caseKey(access.case));
  const worked = evidence.rule === "MISTAKE_STATED" ? workedAt : (named ?? []);
  return between(worked, (time) => time, at, at + SLIP_MS).length > 0;
};

/**
 * Called back while still at work: the only look without an explanation, on the working day on which the employee's own
 * job for this customer ended. (A parcel was forgotten, and dispatch asked over the radio.) A second one, or one after work,
 * is not.
 */
export const isCallBack = (look: Look, { workingTime }: Pick<Workday, "workingTime">): boolean => {
  const end = look.evidence.level === "confirmed" ? jobEnd(look) : undefined;
  return end !== undefined && isSameDay(look.at, end, workingTime);
};
