import type { KnownCase } from "../evidence.ts";
import { aboutPair, isGrab, type Look, showsContact, spanOf } from "./look.ts";
import { CONTACT_GRACE_HOURS, type Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";
import { between, jobEnd, type Workday } from "./workday.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Longer after a job nobody looks *because* of it; `no-business-link` and `contradicted-case` take over. */
const JOB_REMEMBERED_DAYS = 60;

/** Several finished jobs on one screen after another are a day's paperwork, not an interest in one customer… */
const PAPERWORK_CUSTOMERS = 3;
/** …if they follow each other like this. */
const PAPERWORK_MINUTES = 30;

/** When the job was done: the case that the look names, or else the employee's last one for this customer. */
const endOf = (look: Look, cases: readonly KnownCase[]): number | undefined => {
  const named = jobEnd(look);
  if (named !== undefined) return named;
  const ends = cases
    .filter(
      ({ employeeIds, customerKey }) =>
        employeeIds.includes(look.employeeId) && customerKey === look.access.customerKey,
    )
    .flatMap(({ closedAt }) => (closedAt === undefined ? [] : [Date.parse(closedAt)]))
    .filter((end) => end < look.at);
  return ends.length === 0 ? undefined : Math.max(...ends);
};

const isPaperwork = (look: Look, end: number, { filedAt, shifts }: Workday): boolean => {
  if (isGrab(look)) return false;
  const isSameShift = shifts.some(({ from, to }) => Date.parse(from) <= end && look.at <= Date.parse(to));
  const around = between(
    filedAt,
    ({ at }) => at,
    look.at - PAPERWORK_MINUTES * MINUTE,
    look.at + PAPERWORK_MINUTES * MINUTE,
  );
  const others = new Set(around.map(({ customerKey }) => customerKey).filter((key) => key !== look.access.customerKey));
  return isSameShift || others.size >= PAPERWORK_CUSTOMERS - 1;
};

/** The customer came back to the company with something new, and it was not over when the look happened. */
const cameBack = (look: Look, end: number, cases: readonly KnownCase[]): boolean =>
  cases.some(
    ({ openedAt, closedAt, customerKey }) =>
      customerKey === look.access.customerKey &&
      Date.parse(openedAt) > end &&
      Date.parse(openedAt) <= look.at &&
      (closedAt === undefined || look.at <= Date.parse(closedAt) + CONTACT_GRACE_HOURS * HOUR),
  );

/**
 * Contact details opened more than two hours after the job was done. Not the paperwork of the same shift or of several
 * jobs in a row, as long as nothing is revealed in it; and not while the customer has something new running. What that
 * costs: a look that hides in either of them is not found by this rule.
 */
export const contactAfterJob = ({
  unexplained,
  cases,
  workday,
}: Pick<Sifted, "unexplained"> & {
  readonly cases: readonly KnownCase[];
  readonly workday: Workday;
}): readonly Hit<"contact-after-job">[] => {
  const late = unexplained.flatMap((look) => {
    const end = showsContact(look) ? endOf(look, cases) : undefined;
    if (end === undefined) return [];
    const after = look.at - end;
    const isLate = after > CONTACT_GRACE_HOURS * HOUR && after <= JOB_REMEMBERED_DAYS * 24 * HOUR;
    return isLate && !isPaperwork(look, end, workday) && !cameBack(look, end, cases) ? [{ look, end }] : [];
  });
  const [first] = late;
  const last = late.at(-1);
  if (first === undefined || last === undefined) return [];
  const looks = late.map(({ look }) => look);
  const inputs = {
    ...spanOf(looks),
    endedAt: new Date(last.end).toISOString(),
    hoursAfter: Math.floor((last.look.at - last.end) / HOUR),
  };
  return [{ rule: "contact-after-job", ...aboutPair(looks), inputs }];
};
