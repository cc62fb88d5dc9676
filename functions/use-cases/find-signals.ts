import type { Period } from "../domain/access.ts";
import { monthPeriod } from "../domain/months.ts";
import { groupHits, type Signal } from "../domain/signals/group-hits.ts";
import type { Hit } from "../domain/signals/signal.ts";
import { countDays, isHigh, type StaffDay, usualDays } from "../domain/signals/volume.ts";
import type { AccessLog, Facts } from "./ports.ts";
import { type SourceParts, sourceSignals } from "./source-signals.ts";
import { CONTEXT_MS, type EmployeeWatchParts, employeeWatch, type Known } from "./watch-employee.ts";

export interface FindSignalsParts extends EmployeeWatchParts {
  readonly accessLog: EmployeeWatchParts["accessLog"] & Pick<AccessLog, "employeeMonths">;
  readonly facts: EmployeeWatchParts["facts"] & Pick<Facts, "allEmployees">;
  readonly sources: SourceParts["sources"];
  readonly config: EmployeeWatchParts["config"] & SourceParts["config"];
}

export interface FindSignals extends Omit<Known, "staff"> {
  /** At least one access of each hit falls into it. */
  readonly period: Period;
}

const before = (instant: string, ms: number): string => new Date(Date.parse(instant) - ms).toISOString();
const overlap = (one: Period, other: Period): Period | undefined => {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from < to ? { from, to } : undefined;
};

/** Who has accesses in which months that the period needs, months in order. */
const monthsByEmployee = async (
  { employeeMonths }: Pick<AccessLog, "employeeMonths">,
  { from, to }: Period,
): Promise<Map<string, Set<string>>> => {
  const [first, last] = [from.slice(0, 7), before(to, 1).slice(0, 7)];
  const found = new Map<string, Set<string>>();
  for await (const page of employeeMonths()) {
    for (const { employeeId, month } of page) {
      if (month < first || month > last) continue;
      const months = found.get(employeeId);
      if (months) months.add(month);
      else found.set(employeeId, new Set([month]));
    }
  }
  return found;
};

/** Everyone on the employee list, by id. */
export const allStaff = async ({ allEmployees }: Pick<Facts, "allEmployees">): Promise<Known["staff"]> =>
  new Map((await Array.fromAsync(allEmployees())).flat().map((fact) => [fact.id, fact]));

/**
 * Runs the rules of detection over a stretch of the log and yields what they find, joined by employee and customer:
 * first employee by employee, then what is about ways of working, then what is about sources.
 *
 * The log is read employee by employee (`watch-employee.ts`), because the rules compare what one person does with what
 * that person does otherwise. Who they are the log says itself, from its index: an account that HR never heard of is
 * found like any other, and the employee list only adds what is known about people. What an agent did in a person's name
 * lies under the agent: it is a signal about the person, apart from what they did themselves; whoever keeps signals joins
 * the two by their subject. A hit that remains after a month is checked against the customer's own rows: corrections take
 * accesses out of it, and cases that the look did not name explain it.
 */
export const findSignals = async function* (
  parts: FindSignalsParts,
  { period, ...known }: FindSignals,
): AsyncGenerator<readonly Signal[]> {
  const months = await monthsByEmployee(parts.accessLog, { from: before(period.from, CONTEXT_MS), to: period.to });
  const staff = await allStaff(parts.facts);
  const watch = employeeWatch(parts, { ...known, staff });
  const usual = usualDays();
  const high: StaffDay[] = [];
  const wide: Hit[] = [];

  for (const account of [...new Set([...staff.keys(), ...months.keys()])].sort()) {
    const own = [...(months.get(account) ?? [])].sort();
    const { pairs, work, days } = await watch.account(account, own, (month) => overlap(period, monthPeriod(month)));
    wide.push(...work);
    for (const ofMonth of days.values()) {
      for (const one of countDays(ofMonth)) usual.add(one);
      high.push(...ofMonth.filter(isHigh));
    }
    const hits = [...watch.withoutLooks(account, period), ...pairs];
    if (hits.length > 0) yield groupHits(hits);
  }

  const ofWork = [...wide, ...usual.hits(high)];
  if (ofWork.length > 0) yield groupHits(ofWork);
  const gaps = await sourceSignals(parts, period, known.now);
  if (gaps.length > 0) yield gaps;
};
