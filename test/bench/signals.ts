import type { Access } from "../../functions/domain/access.ts";
import type { Signal } from "../../functions/domain/signals/group-hits.ts";
import { SIGNAL_RULES, type SignalRule } from "../../functions/domain/signals/signal.ts";
import { findSignals } from "../../functions/use-cases/find-signals.ts";
import { company } from "../support/company.ts";
import { memoryFacts } from "../support/fakes/memory-facts.ts";
import { memorySources } from "../support/fakes/memory-sources.ts";
import { MISUSE_KINDS, type MisuseKind } from "./company-misuse.ts";
import { companyYear } from "./company-year.ts";
import { atLeast, type Ratio, reported } from "./ratio.ts";

const PAGE = 500;

/** The log as both of its indexes show it. The memory fake reads through everything for each question. */
const indexedLog = (accesses: readonly Access[]) => {
  const inOrder = accesses.toSorted((one, other) => (one.occurredAt < other.occurredAt ? -1 : 1));
  const byMonth = Map.groupBy(inOrder, ({ employee, occurredAt }) => `${employee.id}#${occurredAt.slice(0, 7)}`);
  const byCustomer = Map.groupBy(inOrder, ({ customerKey }) => customerKey);
  const pages = async function* (rows: readonly Access[] = []) {
    for (let at = 0; at < rows.length; at += PAGE) yield rows.slice(at, at + PAGE);
  };
  return {
    ofEmployee: (employeeId: string, month: string) => pages(byMonth.get(`${employeeId}#${month}`)),
    ofCustomer: (customerKey: string) => pages(byCustomer.get(customerKey)),
    employeeMonths: async function* () {
      yield [...byMonth.keys()].map((key) => ({ employeeId: key.slice(0, -8), month: key.slice(-7) }));
    },
  };
};

const pairOf = ({ employeeId = "", customerKey = "" }: { employeeId?: string; customerKey?: string }): string =>
  `${employeeId} ${customerKey}`;

/** The rules that must find what was planted for them, and how well. Whoever lives next door is reported only. */
const HELD_TO: ReadonlySet<MisuseKind> = new Set<MisuseKind>(MISUSE_KINDS.filter((kind) => kind !== "household"));
const PRECISION = 0.8;
const RECALL = 0.9;

const SEED = 2_026;

/**
 * How many of the pairs of employee and customer that a rule points at were planted as misuse (of whatever kind: a
 * repeated look after a job is both), and how many of those planted for the rule it finds. Rules without planted cases
 * are told by their precision alone.
 */
export const measureSignals = async (seed = SEED): Promise<Ratio[]> => {
  const year = companyYear(seed);
  const facts = memoryFacts();
  await facts.putCases(year.cases);
  await facts.putEmployees(year.employees);
  await facts.putCustomers(year.customers);
  await facts.putShifts(year.shifts);
  const types = ["order", "ticket", "refund", "complaint", "return", "account"];
  const config = company({ cases: types.map((type) => ({ type, completeSince: "2024-01-01" })) });
  const parts = { accessLog: indexedLog(year.accesses), facts, sources: memorySources(), config };
  const { period, judgedAt: now, misuses } = year;

  const signals: Signal[] = [];
  for await (const page of findSignals(parts, { period, now, misuses, reports: [] })) signals.push(...page);

  const misused = new Set(year.planted.map(pairOf));
  const found = (rule: SignalRule) =>
    new Set(signals.filter(({ rules, customerKey }) => customerKey !== undefined && rules.includes(rule)).map(pairOf));

  return SIGNAL_RULES.flatMap((rule): Ratio[] => {
    const pairs = [...found(rule)];
    if (pairs.length === 0) return [];
    const right = pairs.filter((pair) => misused.has(pair)).length;
    const precision = right / pairs.length;
    const says = `${right} of ${pairs.length} pairs among ${year.accesses.length} accesses were planted`;
    const kind = MISUSE_KINDS.find((one) => one === rule);
    if (kind === undefined) return [reported(`signals: precision of ${rule}`, precision, says)];
    const wanted = new Set(year.planted.filter((one) => one.kind === kind).map(pairOf));
    const hit = pairs.filter((pair) => wanted.has(pair)).length;
    const recall = hit / wanted.size;
    const finds = `${hit} of ${wanted.size} planted pairs were found`;
    return HELD_TO.has(kind)
      ? [
          atLeast(`signals: precision of ${rule}`, precision, PRECISION, says),
          atLeast(`signals: recall of ${rule}`, recall, RECALL, finds),
        ]
      : [
          reported(`signals: precision of ${rule}`, precision, says),
          reported(`signals: recall of ${rule}`, recall, finds),
        ];
  });
};
