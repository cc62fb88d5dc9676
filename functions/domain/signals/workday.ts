import type { ShiftFact } from "../../contract/facts.ts";
import { caseKey } from "../access.ts";
import { showsContact } from "../contact-details.ts";
import { CONTACT_GRACE_MS, inTimeOrder, isGrab, isRunning, type Look } from "./look.ts";
import { isSoonAtWork, type WorkingTime, workingTimeOf } from "./working-time.ts";

const MINUTE = 60_000;

/** So many customers in some weeks under a reason that needs no case: that is what this person does. */
const ROUTINE_CUSTOMERS = 10;
/** Three looks may be one piece of work and a second thought; from the fourth on it is a habit… */
const REPEATED_OPENS = 4;
/** …if it does not happen at one sitting. */
const REPEATED_DAYS = 3;
/** Several finished jobs on screen one after another are a day's paperwork, not an interest in one customer… */
const PAPERWORK_CUSTOMERS = 3;
/** …if they follow each other like this. */
const PAPERWORK_MS = 30 * MINUTE;
/** As in the rules of evidence. */
const CLOSED_RECENTLY_MS = 14 * 24 * 60 * MINUTE;

/** What an employee did around a look: their whole work of some weeks, at all customers. */
export interface Workday {
  /** When they were seen at work under running cases, in milliseconds since 1970, ascending. */
  readonly workedAt: readonly number[];
  /** When they had customers on screen whose jobs were finished, ascending. */
  readonly filedAt: readonly { readonly at: number; readonly customerKey: string }[];
  /** When they worked on each case, by `caseKey`. */
  readonly onCaseAt: ReadonlyMap<string, readonly number[]>;
  /** Purposes that need no case and are their daily work. */
  readonly routine: ReadonlySet<string>;
  /** How many customers they come back to again and again without a case. */
  readonly regulars: number;
  readonly shifts: readonly ShiftFact[];
  readonly workingTime: WorkingTime;
}

/** On the case, or on it but for the name on record. */
const isOnCase = ({ evidence }: Look): boolean =>
  evidence.level === "confirmed" || evidence.rule === "EMPLOYEE_NOT_ON_CASE";

const routineOf = (looks: readonly Look[]): ReadonlySet<string> => {
  const caseless = looks.filter(({ evidence }) => evidence.rule === "CASE_NOT_NEEDED");
  const byPurpose = [...Map.groupBy(caseless, ({ access }) => access.purpose)];
  const customersOf = (some: readonly Look[]) => new Set(some.map(({ access }) => access.customerKey)).size;
  return new Set(byPurpose.filter(([, some]) => customersOf(some) >= ROUTINE_CUSTOMERS).map(([purpose]) => purpose));
};

/** So many looks on so many days at one customer are a habit: see `repeat-interest`. */
export const isRepeated = (looks: readonly Look[]): boolean =>
  looks.length >= REPEATED_OPENS && new Set(looks.map(({ day }) => day)).size >= REPEATED_DAYS;

const regularsOf = (looks: readonly Look[]): number => {
  const caseless = looks.filter(({ evidence, access }) => evidence.level !== "confirmed" && access.case === undefined);
  return [...Map.groupBy(caseless, ({ access }) => access.customerKey).values()].filter(isRepeated).length;
};

/** @param looks One employee's, at any customers, in any order. */
export const workdayOf = (looks: readonly Look[], shifts: readonly ShiftFact[]): Workday => {
  const opened = inTimeOrder(looks).filter(({ access }) => access.involvement === "opened");
  const onCaseAt = new Map<string, number[]>();
  for (const { access, evidence, at } of opened) {
    if (evidence.level !== "confirmed" || access.case === undefined) continue;
    const key = caseKey(access.case);
    const times = onCaseAt.get(key);
    if (times) times.push(at);
    else onCaseAt.set(key, [at]);
  }
  const workedAt = opened.filter((look) => isOnCase(look) && isRunning(look)).map(({ at }) => at);
  const filed = opened.filter((look) => isOnCase(look) && !isRunning(look) && !isGrab(look));
  return {
    workedAt,
    filedAt: filed.map(({ at, access }) => ({ at, customerKey: access.customerKey })),
    onCaseAt,
    routine: routineOf(opened),
    regulars: regularsOf(opened),
    shifts,
    workingTime: workingTimeOf(shifts, workedAt),
  };
};

/** What lies in `sorted` from `from` to `to`, both included. */
export const between = <T>(
  sorted: readonly T[],
  timeOf: (one: T) => number,
  from: number,
  to: number,
): readonly T[] => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = sorted[middle];
    if (one !== undefined && timeOf(one) < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  for (let one = sorted[end]; one !== undefined && timeOf(one) <= to; one = sorted[end]) end += 1;
  return sorted.slice(low, end);
};

/**
 * The customer of a finished job on screen once more while it is written up: on the same working day or the next, or among
 * several such jobs in a row; and only looked at, nothing revealed, called or taken. What that costs: a look that hides
 * in it is not found.
 *
 * @param end When the job ended, in milliseconds since 1970.
 */
const isPaperwork = (look: Look, end: number, { filedAt, workingTime }: PaperFacts): boolean => {
  if (isGrab(look)) return false;
  const around = between(filedAt, ({ at }) => at, look.at - PAPERWORK_MS, look.at + PAPERWORK_MS);
  const others = new Set(around.map(({ customerKey }) => customerKey).filter((key) => key !== look.access.customerKey));
  return isSoonAtWork(look.at, end, workingTime) || others.size >= PAPERWORK_CUSTOMERS - 1;
};

/** What tells paperwork from interest. */
export type PaperFacts = Pick<Workday, "filedAt" | "workingTime">;

/**
 * Whether a case that ended at `end` still accounts for the time of a look. Two weeks for its work, as in the rules of
 * evidence; for where the customer can be reached only two hours, unless somebody was writing the job up.
 */
export const isInTime = (look: Look, end: number | undefined, facts: PaperFacts): boolean => {
  if (end === undefined || look.at <= end + CONTACT_GRACE_MS) return true;
  return look.at <= end + CLOSED_RECENTLY_MS && (!showsContact(look.access) || isPaperwork(look, end, facts));
};
