import type { ShiftFact } from "../../contract/facts.ts";
import { caseKey } from "../access.ts";
import { inTimeOrder, isGrab, type Look, showsContact } from "./look.ts";
import { CONTACT_GRACE_HOURS, isWork } from "./sift.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What an employee did around a look: their whole work of some weeks, at all customers. */
export interface Workday {
  /** When they were seen at work, in milliseconds since 1970, ascending. */
  readonly workedAt: readonly number[];
  /** When they had contact details of customers on screen whose jobs they had finished, ascending. */
  readonly filedAt: readonly { readonly at: number; readonly customerKey: string }[];
  /** When they worked on each case, by `caseKey`. */
  readonly onCaseAt: ReadonlyMap<string, readonly number[]>;
  readonly shifts: readonly ShiftFact[];
}

/** The end of the job to which a look belongs, where it names one that had ended. Milliseconds since 1970. */
export const jobEnd = ({ evidence, at }: Look): number | undefined => {
  const end = evidence.closedAt === undefined ? undefined : Date.parse(evidence.closedAt);
  return end !== undefined && end < at ? end : undefined;
};

const isFiling = (look: Look): boolean => {
  const end = jobEnd(look);
  return end !== undefined && look.at - end > CONTACT_GRACE_HOURS * HOUR && showsContact(look) && !isGrab(look);
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
  return {
    workedAt: opened.filter(isWork).map(({ at }) => at),
    filedAt: opened.filter(isFiling).map(({ at, access }) => ({ at, customerKey: access.customerKey })),
    onCaseAt,
    shifts,
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
