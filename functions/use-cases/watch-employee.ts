import type { RegardConfig } from "../contract/config.ts";
import { isOfCustomer, type Period } from "../domain/access.ts";
import type { KnownEmployee } from "../domain/known-people.ts";
import { monthPeriod } from "../domain/months.ts";
import { civilDateOf } from "../domain/period.ts";
import { bulkRead } from "../domain/signals/bulk-read.ts";
import type { ReportedContact } from "../domain/signals/contact-report.ts";
import { exportOfMany } from "../domain/signals/export.ts";
import { inTimeOrder, isWithin, type Look, lookOf } from "../domain/signals/look.ts";
import type { ConfirmedMisuse } from "../domain/signals/look-back.ts";
import { poorReasons } from "../domain/signals/poor-reasons.ts";
import { REPEAT_WINDOW_DAYS } from "../domain/signals/repeat-interest.ts";
import { searchFishing } from "../domain/signals/search-fishing.ts";
import { sift } from "../domain/signals/sift.ts";
import type { Hit } from "../domain/signals/signal.ts";
import type { StaffDay } from "../domain/signals/volume.ts";
import { workdayOf } from "../domain/signals/workday.ts";
import { accessJudge } from "./judge-accesses.ts";
import { type PairWatchParts, pairWatch } from "./pair-signals.ts";
import type { AccessLog, Facts } from "./ports.ts";

export interface EmployeeWatchParts extends PairWatchParts {
  readonly accessLog: PairWatchParts["accessLog"] & Pick<AccessLog, "ofEmployee">;
  readonly facts: PairWatchParts["facts"] & Pick<Facts, "cases">;
  readonly config: Pick<RegardConfig, "purposes" | "cases" | "timeZone">;
}

/** What the rules know beside the log. */
export interface Known {
  /** UTC instant of the judgement. */
  readonly now: string;
  /** Everyone on the employee list, by id. */
  readonly staff: ReadonlyMap<string, KnownEmployee>;
  /** What people decided and customers reported; the rules about them are silent without. */
  readonly misuses: readonly ConfirmedMisuse[];
  readonly reports: readonly ReportedContact[];
}

/** What the rules say about one account. */
export interface Watched {
  /** About the people behind it and single customers. */
  readonly pairs: readonly Hit[];
  /** About their ways of working. */
  readonly work: readonly Hit[];
  /** By the judged month, for the rule that compares days with those of everybody in the role. */
  readonly days: ReadonlyMap<string, readonly StaffDay[]>;
}

/** A bulk access is at nobody who is known: no rule about an employee and a customer has anything to do with it. */
const isAtCustomer = ({ access }: Look): boolean => isOfCustomer(access);

/** Rules look back over so much before a month begins, so that a story that crosses its first day is one. */
export const CONTEXT_MS = REPEAT_WINDOW_DAYS * 24 * 3_600_000;

/** How much of an employee's day nothing bears out. */
const daysOf = (looks: readonly Look[], role: string): readonly StaffDay[] =>
  [...Map.groupBy(looks, ({ day }) => day)].map(([day, ofDay]) => ({
    employeeId: ofDay[0]?.employeeId ?? "",
    role,
    day,
    customers: new Set(ofDay.map(({ access }) => access.customerKey)).size,
    accesses: [...new Set(ofDay.map(({ key }) => key))],
  }));

/**
 * The rules about one account at a time, read as `ofEmployee(id, month)`: a month and the 31 days before it are in memory,
 * of one account.
 */
export const employeeWatch = (parts: EmployeeWatchParts, { now, staff, misuses, reports }: Known) => {
  const { accessLog, config, facts } = parts;
  const judgePage = accessJudge(facts, config, now);
  const dayOf = (instant: string) => civilDateOf(instant, config.timeZone);
  const watch = pairWatch(parts, { staff, misuses, reports });

  const read = async (account: string, month: string): Promise<Look[]> => {
    const looks: Look[] = [];
    for await (const page of accessLog.ofEmployee(account, month)) {
      looks.push(...(await judgePage(page)).flatMap((judged) => lookOf(judged, dayOf) ?? []));
    }
    return looks;
  };

  /** What is about one person's way of working; the looks of `within` are `inside`. */
  const workOf = (employeeId: string, looks: readonly Look[], within: Period) => {
    const inside = looks.filter(({ at }) => isWithin(at, within));
    const workday = workdayOf(looks, []);
    const { opened, unexplained } = sift(inside, { cases: [], vouched: new Set(), staff, workday });
    const atCustomers = { opened: opened.filter(isAtCustomer), unexplained: unexplained.filter(isAtCustomer) };
    const isInside = new Set(inside.map(({ key }) => key));
    const fished = searchFishing({ employeeId, looks: inTimeOrder(looks) });
    const role = opened.at(-1)?.access.employee.role ?? staff.get(employeeId)?.role ?? "";
    return {
      work: [
        ...exportOfMany({ employeeId, unexplained }),
        ...bulkRead({ employeeId, looks: inTimeOrder(inside) }),
        ...poorReasons({ employeeId, ...atCustomers }),
        ...fished.filter(({ accesses }) => accesses.some((key) => isInside.has(key))),
      ],
      days: daysOf(atCustomers.unexplained, role),
    };
  };

  return {
    /**
     * @param months All that have to be read, in order.
     * @param within What of a month is judged; nothing of those that are read for what comes after them.
     */
    account: async (
      account: string,
      months: Iterable<string>,
      within: (month: string) => Period | undefined,
    ): Promise<Watched> => {
      const pairs: Hit[] = [];
      const work: Hit[] = [];
      const days = new Map<string, readonly StaffDay[]>();
      let looks: Look[] = [];
      for (const month of months) {
        const start = Date.parse(monthPeriod(month).from) - CONTEXT_MS;
        looks = [...looks.filter(({ at }) => at >= start), ...(await read(account, month))];
        const period = within(month);
        if (period === undefined) continue;
        const ofMonth: StaffDay[] = [];
        for (const [employeeId, own] of Map.groupBy(looks, (look) => look.employeeId)) {
          const ofWork = workOf(employeeId, own, period);
          work.push(...ofWork.work);
          ofMonth.push(...ofWork.days);
          const atCustomers = own.filter(isAtCustomer);
          if (atCustomers.length > 0) pairs.push(...(await watch.hits(employeeId, atCustomers, period)));
        }
        days.set(month, ofMonth);
      }
      return { pairs, work, days };
    },

    /** Reports of contacts that came from a number of the employee's, whatever they opened. */
    withoutLooks: watch.withoutLooks,
  };
};
