import { caseKey, type Period, personBehind } from "../domain/access.ts";
import { noteCorrection, superseded } from "../domain/corrections.ts";
import type { KnownCustomer, KnownEmployee } from "../domain/known-people.ts";
import { EVER } from "../domain/period.ts";
import { isBreakGlass } from "../domain/signals/break-glass.ts";
import { findColleague } from "../domain/signals/closeness.ts";
import { contactReport, type ReportedContact } from "../domain/signals/contact-report.ts";
import type { LinkFacts } from "../domain/signals/links.ts";
import { isWithin, type Look } from "../domain/signals/look.ts";
import type { ConfirmedMisuse } from "../domain/signals/look-back.ts";
import { type PairFacts, pairHits } from "../domain/signals/pair-hits.ts";
import { isConfirmed } from "../domain/signals/sift.ts";
import type { Hit } from "../domain/signals/signal.ts";
import { type Workday, workdayOf } from "../domain/signals/workday.ts";
import type { AccessLog, Facts } from "./ports.ts";

const DAY = 24 * 3_600_000;

/** Shifts before and after the first and last look, so that a look between two of them is seen to be between them. */
const SHIFTS_AROUND_DAYS = 10;
/** Customers whose own rows are read at a time. */
const CUSTOMERS_AT_ONCE = 8;

export interface PairWatchParts {
  readonly accessLog: Pick<AccessLog, "ofCustomer">;
  readonly facts: Pick<Facts, "casesOf" | "shifts" | "customers">;
}

interface Known {
  readonly staff: ReadonlyMap<string, KnownEmployee>;
  readonly misuses: readonly ConfirmedMisuse[];
  readonly reports: readonly ReportedContact[];
}

/** One employee's looks at one customer, with what is known around them. */
interface Pair {
  readonly looks: readonly Look[];
  readonly facts: PairFacts;
}

/** From some days before the first look to as many after the last. */
const around = (looks: readonly Look[], days: number): Period => {
  const times = looks.map(({ at }) => at);
  const [first, last] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
  return { from: new Date(first - days * DAY).toISOString(), to: new Date(last + days * DAY).toISOString() };
};

const touches = (hit: Hit, looks: readonly Look[], within: Period): boolean => {
  const keys = new Set(hit.accesses);
  return looks.some(({ key, at }) => keys.has(key) && isWithin(at, within));
};

/** The rules about one employee and one customer, over all pairs of an employee's weeks. */
export const pairWatch = ({ accessLog, facts }: PairWatchParts, { staff, misuses, reports }: Known) => {
  const isColleague = findColleague(staff.values());

  /**
   * What the customer's own rows say: which events were corrected, and which cases more than one person worked on. And
   * which cases the customer has, whether anybody named them or not.
   */
  const learn = async (
    customerKey: string,
  ): Promise<Pick<LinkFacts, "cases" | "vouched"> & { gone: ReadonlySet<string> }> => {
    const corrections = new Map<string, string>();
    const namedBy = new Map<string, string>();
    const vouched = new Set<string>();
    for await (const page of accessLog.ofCustomer(customerKey, EVER)) {
      for (const access of page) {
        noteCorrection(corrections, access);
        const person = personBehind(access);
        if (access.case === undefined || person === undefined) continue;
        const key = caseKey(access.case);
        if ((namedBy.get(key) ?? person) !== person) vouched.add(key);
        namedBy.set(key, person);
      }
    }
    return { gone: superseded(corrections), cases: await facts.casesOf(customerKey), vouched };
  };

  const factsOf = (
    employeeId: string,
    customerKey: string,
    customer: KnownCustomer | undefined,
    workday: Workday,
  ): PairFacts => ({
    customerKey,
    cases: [],
    vouched: new Set(),
    staff,
    employee: staff.get(employeeId),
    customer,
    isColleague: isColleague(customerKey, customer),
    workday,
    reports,
    misuses,
  });

  /** The hits that stand after the customer's own rows were asked. */
  const confirm = async ({ looks, facts: first }: Pair, within: Period): Promise<readonly Hit[]> => {
    const { gone, ...learned } = await learn(first.customerKey);
    const left = looks.filter(({ key }) => !gone.has(key));
    return pairHits(left, { ...first, ...learned }).filter((hit) => touches(hit, left, within));
  };

  return {
    /** @param looks All of one employee in some weeks, at any customers, in any order. */
    hits: async (employeeId: string, looks: readonly Look[], within: Period): Promise<readonly Hit[]> => {
      const shifts = await facts.shifts(employeeId, around(looks, SHIFTS_AROUND_DAYS));
      const workday = workdayOf(looks, shifts);
      // Most of what people do is explained by its own case, and no rule has anything to ask.
      const isOpen = (look: Look): boolean =>
        isWithin(look.at, within) && (isBreakGlass(look) || !isConfirmed(look, workday));
      const open = [...Map.groupBy(looks, ({ access }) => access.customerKey)].filter(([, own]) => own.some(isOpen));
      const customers = await facts.customers(open.map(([customerKey]) => customerKey));
      const pairs = open
        .map(([key, own]) => ({ looks: own, facts: factsOf(employeeId, key, customers.get(key), workday) }))
        .filter((pair) => pairHits(pair.looks, pair.facts).some((hit) => touches(hit, pair.looks, within)));
      const found: Hit[] = [];
      for (let at = 0; at < pairs.length; at += CUSTOMERS_AT_ONCE) {
        const some = pairs.slice(at, at + CUSTOMERS_AT_ONCE);
        found.push(...(await Promise.all(some.map((pair) => confirm(pair, within)))).flat());
      }
      return found;
    },

    /** Reports of contacts that came from a number of the employee's, whatever they opened. */
    withoutLooks: (employeeId: string, within: Period): readonly Hit[] =>
      [...new Set(reports.map(({ customerKey }) => customerKey))].flatMap((customerKey) =>
        contactReport({ unexplained: [], reports, employee: staff.get(employeeId), customerKey }).filter((hit) =>
          isWithin(Date.parse(hit.inputs.contactedAt), within),
        ),
      ),
  };
};
