import { monthAfter, monthPeriod } from "../domain/months.ts";
import { EVER } from "../domain/period.ts";
import { retentionHorizon } from "../domain/retention.ts";
import { isOwnSender } from "../domain/signals/contact-report.ts";
import { groupHits } from "../domain/signals/group-hits.ts";
import type { Hit } from "../domain/signals/signal.ts";
import { countDays, isHigh, type StaffDay, usualDays } from "../domain/signals/volume.ts";
import { allStaff, type FindSignalsParts } from "./find-signals.ts";
import { type FreshReport, type NoteDecisionsDeps, noteDecisions } from "./note-decisions.ts";
import { type RaiseSignalsDeps, raiseSignals, tellSignals } from "./raise-signals.ts";
import { readDecisions } from "./read-decisions.ts";
import type { Apart, ApartMonth, UsualDays } from "./signal-ports.ts";
import { sourceSignals } from "./source-signals.ts";
import { type EmployeeWatchParts, employeeWatch, type Known } from "./watch-employee.ts";

export interface JudgeArrivalsDeps extends RaiseSignalsDeps, NoteDecisionsDeps {
  readonly accessLog: EmployeeWatchParts["accessLog"];
  readonly facts: EmployeeWatchParts["facts"] & Pick<FindSignalsParts["facts"], "allEmployees">;
  readonly sources: FindSignalsParts["sources"];
  readonly apart: Apart;
  readonly usualDays: UsualDays;
  readonly matters: NoteDecisionsDeps["matters"] & RaiseSignalsDeps["matters"];
  readonly signals: RaiseSignalsDeps["signals"];
  readonly config: RaiseSignalsDeps["config"];
}

export interface JudgedArrivals {
  /** How often a few months of an account were read, and are no longer set apart. */
  readonly read: number;
  /** Signals that brought something new. */
  readonly raised: number;
  /** What stopped something of the rest; the others went on. */
  readonly failures: readonly unknown[];
}

/** Months that one run looks at: what a run of a minute gets done is far less, and a first import sets apart far more. */
const MONTHS_AT_ONCE = 5_000;

/** So many months of an account are read in one go; a year of an import is several, so that each gets done. */
const MONTHS_TOGETHER = 4;
/** A counter may have gaps for as long as several senders work side by side; they close within minutes. */
const GAP_SETTLES_MS = 3_600_000;

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * Those that are due, a few months of one account each: first those that nothing has held up before, so that who fails
 * again stops nobody.
 */
const dueMonths = async (apart: Apart, now: number): Promise<readonly (readonly ApartMonth[])[]> => {
  const due: ApartMonth[] = [];
  for await (const page of apart.waiting()) {
    due.push(...page.filter(({ dueAt }) => dueAt <= now));
    if (due.length >= MONTHS_AT_ONCE) break;
  }
  const inTurn = due.sort((one, other) => one.tries - other.tries || byText(one.month, other.month));
  return [...Map.groupBy(inTurn, ({ employeeId }) => employeeId).values()].flatMap((own) =>
    Array.from({ length: Math.ceil(own.length / MONTHS_TOGETHER) }, (_, n) =>
      own.slice(n * MONTHS_TOGETHER, (n + 1) * MONTHS_TOGETHER),
    ),
  );
};

/** The same log, which breaks off at an instant: a single account may not use up the time of all others. */
const until = (
  { ofEmployee, ofCustomer }: EmployeeWatchParts["accessLog"],
  isOver: () => boolean,
): EmployeeWatchParts["accessLog"] => {
  const checked = async function* <Page>(pages: AsyncIterable<Page>): AsyncGenerator<Page> {
    for await (const page of pages) {
      if (isOver()) throw new Error("This account takes longer than one run may take.");
      yield page;
    }
  };
  return {
    ofEmployee: (employeeId, month) => checked(ofEmployee(employeeId, month)),
    ofCustomer: (customerKey, period) => checked(ofCustomer(customerKey, period)),
  };
};

/**
 * Runs the rules over what was set apart as accesses arrived, and brings what they find to the desk, with one mail at
 * most. An account is read for the months that were noted, the month before each, which the rules look back over, and the
 * month after, whose stories may begin in it. A month is cleared unless it was noted again meanwhile.
 *
 * An employee's day is compared with the days of everybody in the role, of that month and the one before it, as far as
 * they were judged by then; `regard signals --since` compares it with all.
 *
 * @param stopAt Instant after which no further account is taken up; the next run goes on.
 */
export const judgeArrivals = async (deps: JudgeArrivalsDeps, stopAt: number): Promise<JudgedArrivals> => {
  const { apart, clock, config } = deps;
  const now = new Date(clock()).toISOString();
  const failures: unknown[] = [];
  const fallible = <Result>(work: () => Promise<Result>): Promise<Result | undefined> =>
    work().catch((error: unknown) => {
      failures.push(error);
      return undefined;
    });
  let [read, raised] = [0, 0];

  const fresh = (await fallible(() => noteDecisions(deps))) ?? [];
  const due = await dueMonths(apart, clock());
  if (due.length > 0 || fresh.length > 0) {
    const known = { now, staff: await allStaff(deps.facts), ...(await readDecisions(deps, now)) };
    raised += (await fallible(() => raiseSenders(deps, known, fresh))) ?? 0;
    let turn = stopAt;
    const watch = employeeWatch({ ...deps, accessLog: until(deps.accessLog, () => clock() >= turn) }, known);
    for (const months of due) {
      if (clock() >= stopAt) break;
      turn = clock() + (stopAt - clock()) / 2;
      const found = await fallible(() => judgeAccount(deps, watch, months));
      if (found === undefined) continue;
      read += 1;
      raised += found;
    }
  }
  const settled = new Date(Date.parse(now) - GAP_SETTLES_MS).toISOString();
  const held = { from: retentionHorizon(now, config.retention.months), to: settled };
  raised += (await fallible(async () => raiseSignals(deps, await sourceSignals(deps, held, now)))) ?? 0;
  await fallible(() => tellSignals(deps));
  return { read, raised, failures };
};

/** Contacts from a number of somebody's who opened nothing of the customer's: no month of the log would show them. */
const raiseSenders = async (deps: JudgeArrivalsDeps, known: Known, fresh: readonly FreshReport[]): Promise<number> => {
  const reports = fresh.map(({ report }) => report);
  const watch = employeeWatch(deps, { ...known, reports });
  const owners = [...known.staff.values()].filter((one) =>
    reports.some(({ senderHashes }) => isOwnSender(one, senderHashes)),
  );
  const raised = await raiseSignals(deps, groupHits(owners.flatMap(({ id }) => watch.withoutLooks(id, EVER))));
  for (const { remembering } of fresh) await deps.store.commit([remembering]);
  return raised;
};

/** @returns How many signals were new. */
const judgeAccount = async (
  deps: JudgeArrivalsDeps,
  watch: ReturnType<typeof employeeWatch>,
  noted: readonly ApartMonth[],
): Promise<number> => {
  const { apart } = deps;
  const taken: ApartMonth[] = [];
  // Counted before anything is read: what takes a run down with it is behind the others in the next one.
  for (const one of noted) if (await apart.take(one)) taken.push(one);
  const account = taken[0]?.employeeId;
  if (account === undefined) return 0;

  const judged = new Set(taken.flatMap(({ month }) => [month, monthAfter(month)]));
  const months = new Set(taken.flatMap(({ month }) => [monthAfter(month, -1), month, monthAfter(month)]));
  const { pairs, work, days } = await watch.account(account, [...months].sort(), (month) =>
    judged.has(month) ? monthPeriod(month) : undefined,
  );
  const volume: Hit[] = [];
  for (const [month, ofMonth] of days) {
    await deps.usualDays.keep({ employeeId: account, month }, countDays(ofMonth));
    volume.push(...(await volumeHits(deps, month, ofMonth)));
  }
  const raised = await raiseSignals(deps, groupHits([...pairs, ...work, ...volume]));
  for (const one of taken) await apart.clear(one);
  return raised;
};

/** Most accounts have no day that is worth a comparison: nothing is read for them. */
const volumeHits = async (
  { usualDays: kept }: Pick<JudgeArrivalsDeps, "usualDays">,
  month: string,
  days: readonly StaffDay[],
): Promise<readonly Hit[]> => {
  if (!days.some(isHigh)) return [];
  const usual = usualDays();
  for (const one of [monthAfter(month, -1), month])
    for await (const page of kept.of(one)) for (const ofRole of page) usual.add(ofRole);
  return usual.hits(days);
};
