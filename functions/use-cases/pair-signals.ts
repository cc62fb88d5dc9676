import { type CaseReference, caseKey, type Period } from "../domain/access.ts";
import { correctedBy, eventKey, superseded } from "../domain/corrections.ts";
import type { KnownCase } from "../domain/evidence.ts";
import type { KnownCustomer, KnownEmployee } from "../domain/known-people.ts";
import { EVER } from "../domain/period.ts";
import { findColleague } from "../domain/signals/closeness.ts";
import type { ReportedContact } from "../domain/signals/contact-report.ts";
import { isWithin, type Look } from "../domain/signals/look.ts";
import type { ConfirmedMisuse } from "../domain/signals/look-back.ts";
import { type PairFacts, pairHits } from "../domain/signals/pair-hits.ts";
import { sift } from "../domain/signals/sift.ts";
import type { Hit } from "../domain/signals/signal.ts";
import { type Workday, workdayOf } from "../domain/signals/workday.ts";
import type { AccessLog, Facts } from "./ports.ts";

const DAY = 24 * 3_600_000;

/** How far around a look a case of its customer may lie that says something about it. */
const CASES_AROUND_DAYS = 62;
/** Customers whose own rows are read at a time. */
const CUSTOMERS_AT_ONCE = 8;

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

/** A stretch around looks, as instants. */
const around = (looks: readonly Look[]): Period => {
  const times = looks.map(({ at }) => at);
  const shift = (at: number, days: number) => new Date(at + days * DAY).toISOString();
  return {
    from: shift(Math.min(...times), -CASES_AROUND_DAYS),
    to: shift(Math.max(...times), CASES_AROUND_DAYS),
  };
};

const touches = (hit: Hit, looks: readonly Look[], within: Period): boolean => {
  const keys = new Set(hit.accesses);
  return looks.some(({ key, at }) => keys.has(key) && isWithin(at, within));
};

export interface PairWatchParts {
  readonly accessLog: Pick<AccessLog, "ofCustomer">;
  readonly facts: Pick<Facts, "cases" | "shifts" | "customers">;
}

/** The rules about one employee and one customer, over all pairs of an employee's weeks. */
export const pairWatch = (
  { accessLog, facts }: PairWatchParts,
  { staff, misuses, reports }: Known,
) => {
  const isColleague = findColleague(staff.values());
  const reported = new Set(reports.map(({ customerKey }) => customerKey));

  /** What the customer's own rows say: which events were corrected, and which cases of theirs anybody named. */
  const learn = async (
    customerKey: string,
    { from, to }: Period,
  ): Promise<{ gone: ReadonlySet<string>; cases: readonly KnownCase[] }> => {
    const corrections = new Map<string, string>();
    const named = new Map<string, CaseReference>();
    for await (const page of accessLog.ofCustomer(customerKey, EVER)) {
      for (const access of page) {
        const corrected = correctedBy(access);
        if (corrected !== undefined) corrections.set(eventKey(access.source, access.eventId), corrected);
        if (access.case !== undefined && access.occurredAt >= from && access.occurredAt < to)
          named.set(caseKey(access.case), access.case);
      }
    }
    const known = await facts.cases([...named.values()]);
    const cases = [...known.values()].filter((one) => one.customerKey === customerKey);
    return { gone: superseded(corrections), cases };
  };

  const factsOf = (
    employeeId: string,
    customerKey: string,
    customer: KnownCustomer | undefined,
    workday: Workday,
  ): PairFacts => ({
    customerKey,
    cases: [],
    employee: staff.get(employeeId),
    customer,
    isColleague: isColleague(customerKey, customer),
    workday,
    reports,
    misuses,
  });

  /** The hits that stand after the customer's own rows were asked. */
  const confirm = async ({ looks, facts: first }: Pair, within: Period): Promise<readonly Hit[]> => {
    const { gone, cases } = await learn(first.customerKey, around(looks));
    const left = looks.filter(({ key }) => !gone.has(key));
    return pairHits(left, { ...first, cases }).filter((hit) => touches(hit, left, within));
  };

  /** Whether rules have anything to look at: most of what people do is explained by its own case. */
  const isOpenQuestion = (looks: readonly Look[], within: Period): boolean => {
    const { unexplained, opened } = sift(looks, []);
    return (
      unexplained.some(({ at }) => isWithin(at, within)) ||
      opened.some(({ access, at }) => access.breakGlass && isWithin(at, within))
    );
  };

  return {
    /** @param looks All of one employee in some weeks, at any customers, in any order. */
    hits: async (employeeId: string, looks: readonly Look[], within: Period): Promise<readonly Hit[]> => {
      const byCustomer = Map.groupBy(looks, ({ access }) => access.customerKey);
      const open = [...byCustomer].filter(([, own]) => isOpenQuestion(own, within));
      if (open.length === 0) return [];
      const times = looks.map(({ at }) => at);
      const span = {
        from: new Date(times.reduce((a, b) => Math.min(a, b)) - 2 * DAY).toISOString(),
        to: new Date(times.reduce((a, b) => Math.max(a, b)) + 2 * DAY).toISOString(),
      };
      const workday = workdayOf(looks, await facts.shifts(employeeId, span));
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
      [...reported].flatMap((customerKey) =>
        pairHits([], factsOf(employeeId, customerKey, undefined, workdayOf([], []))).filter(
          (hit) => hit.rule === "contact-report" && isWithin(Date.parse(hit.inputs.contactedAt), within),
        ),
      ),
  };
};
