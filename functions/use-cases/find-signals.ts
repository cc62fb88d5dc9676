import type { RegardConfig } from "../contract/config.ts";
import type { Period } from "../domain/access.ts";
import { civilDateOf } from "../domain/period.ts";
import type { ReportedContact } from "../domain/signals/contact-report.ts";
import { exportOfMany } from "../domain/signals/export.ts";
import { groupHits, type Signal } from "../domain/signals/group-hits.ts";
import { logGap } from "../domain/signals/log-gap.ts";
import { inTimeOrder, isWithin, type Look, lookOf } from "../domain/signals/look.ts";
import type { ConfirmedMisuse } from "../domain/signals/look-back.ts";
import { poorReasons } from "../domain/signals/poor-reasons.ts";
import { REPEAT_WINDOW_DAYS } from "../domain/signals/repeat-interest.ts";
import { searchFishing } from "../domain/signals/search-fishing.ts";
import { sift } from "../domain/signals/sift.ts";
import type { Hit } from "../domain/signals/signal.ts";
import { type StaffDay, volumeWatch } from "../domain/signals/volume.ts";
import { workdayOf } from "../domain/signals/workday.ts";
import { OWN_SOURCE } from "../domain/vocabulary.ts";
import { accessJudge } from "./judge-accesses.ts";
import { pairWatch } from "./pair-signals.ts";
import type { AccessLog, Facts, Sources } from "./ports.ts";

export interface FindSignalsParts {
  readonly accessLog: Pick<AccessLog, "ofEmployee" | "ofCustomer" | "employeeMonths">;
  readonly facts: Pick<Facts, "cases" | "casesOf" | "allEmployees" | "shifts" | "customers">;
  readonly sources: Pick<Sources, "all">;
  readonly config: Pick<RegardConfig, "purposes" | "cases" | "timeZone">;
}

export interface FindSignals {
  /** At least one access of each hit falls into it. */
  readonly period: Period;
  /** UTC instant of the judgement. */
  readonly now: string;
  /** What people decided and customers reported; the rules about them are silent without. */
  readonly misuses: readonly ConfirmedMisuse[];
  readonly reports: readonly ReportedContact[];
}

/** Rules look back over so much before a month begins, so that a story that crosses its first day is one. */
const CONTEXT_MS = REPEAT_WINDOW_DAYS * 24 * 3_600_000;

const monthOf = (month: string): Period => {
  const start = new Date(`${month}-01T00:00:00.000Z`);
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + 1);
  return { from: start.toISOString(), to: end.toISOString() };
};

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

/** How much of an employee's day nothing bears out, for the rule that compares it with the days of others. */
const daysOf = (looks: readonly Look[], role: string): readonly StaffDay[] =>
  [...Map.groupBy(looks, ({ day }) => day)].map(([day, ofDay]) => ({
    employeeId: ofDay[0]?.employeeId ?? "",
    role,
    day,
    customers: new Set(ofDay.map(({ access }) => access.customerKey)).size,
    accesses: [...new Set(ofDay.map(({ key }) => key))],
  }));

/**
 * Runs the rules of detection over a stretch of the log and yields what they find, joined by employee and customer:
 * first employee by employee, then what is about ways of working, then what is about sources.
 *
 * The log is read as `ofEmployee(id, month)`, because the rules compare what one person does with what that person does
 * otherwise; a month and the 31 days before it are in memory, of one employee. Who they are the log says itself, from
 * its index: an account that HR never heard of is found like any other, and the employee list only adds what is known
 * about people. What an agent did in a person's name lies under the agent: it is a signal about the person, apart from
 * what they did themselves; whoever keeps signals joins the two by their subject. A hit that remains after a month is
 * checked against the customer's own rows: corrections take accesses out of it, and cases that the look did not name
 * explain it.
 */
export const findSignals = async function* (
  parts: FindSignalsParts,
  { period, now, misuses, reports }: FindSignals,
): AsyncGenerator<readonly Signal[]> {
  const { accessLog, config, facts, sources } = parts;
  const judgePage = accessJudge(facts, config, now);
  const dayOf = (instant: string) => civilDateOf(instant, config.timeZone);
  const months = await monthsByEmployee(accessLog, { from: before(period.from, CONTEXT_MS), to: period.to });
  const staff = new Map((await Array.fromAsync(facts.allEmployees())).flat().map((fact) => [fact.id, fact]));
  const watch = pairWatch(parts, { staff, misuses, reports });
  const volume = volumeWatch();
  const wide: Hit[] = [];

  const read = async (employeeId: string, month: string): Promise<Look[]> => {
    const looks: Look[] = [];
    for await (const page of accessLog.ofEmployee(employeeId, month)) {
      looks.push(...(await judgePage(page)).flatMap((judged) => lookOf(judged, dayOf) ?? []));
    }
    return looks;
  };

  /** What is about one person's way of working, kept for the end; the looks of `within` are `inside`. */
  const watchWork = (employeeId: string, looks: readonly Look[], within: Period): void => {
    const inside = looks.filter(({ at }) => isWithin(at, within));
    const { opened, unexplained } = sift(inside, {
      cases: [],
      vouched: new Set(),
      staff,
      workday: workdayOf(looks, []),
    });
    wide.push(...exportOfMany({ employeeId, unexplained }), ...poorReasons({ employeeId, opened, unexplained }));
    const isInside = new Set(inside.map(({ key }) => key));
    const fished = searchFishing({ employeeId, looks: inTimeOrder(looks) });
    wide.push(...fished.filter(({ accesses }) => accesses.some((key) => isInside.has(key))));
    const role = opened.at(-1)?.access.employee.role ?? staff.get(employeeId)?.role ?? "";
    for (const day of daysOf(unexplained, role)) volume.add(day);
  };

  for (const account of [...new Set([...staff.keys(), ...months.keys()])].sort()) {
    const hits: Hit[] = [...watch.withoutLooks(account, period)];
    let looks: Look[] = [];
    for (const month of [...(months.get(account) ?? [])].sort()) {
      const start = Date.parse(monthOf(month).from) - CONTEXT_MS;
      looks = [...looks.filter(({ at }) => at >= start), ...(await read(account, month))];
      const within = overlap(period, monthOf(month));
      if (within === undefined) continue;
      for (const [employeeId, own] of Map.groupBy(looks, (look) => look.employeeId)) {
        watchWork(employeeId, own, within);
        hits.push(...(await watch.hits(employeeId, own, within)));
      }
    }
    if (hits.length > 0) yield groupHits(hits);
  }

  const ofWork = [...wide, ...volume.hits()];
  if (ofWork.length > 0) yield groupHits(ofWork);
  // Regard's own looks come when somebody looks: its silence means nothing.
  const reported = (await sources.all()).filter(({ source }) => source !== OWN_SOURCE);
  const gaps = reported.flatMap((report) => logGap({ report, period, now }));
  if (gaps.length > 0) yield groupHits(gaps);
};
