import type { AccessEventInput } from "../../functions/contract/access-event.ts";
import type { Evidence, EvidenceRule, KnownCase } from "../../functions/domain/evidence.ts";
import { type Look, lookOf } from "../../functions/domain/signals/look.ts";
import { type PairFacts, pairHits } from "../../functions/domain/signals/pair-hits.ts";
import type { Hit, SignalRule } from "../../functions/domain/signals/signal.ts";
import { workdayOf } from "../../functions/domain/signals/workday.ts";
import { access } from "./accesses.ts";

/** The instant around which tests of the rules take place: a Wednesday noon. */
const NOON = Date.parse("2026-05-20T12:00:00.000Z");
const HOUR = 3_600_000;

/** So many hours after (or, negative, before) noon. */
export const hours = (after: number): string => new Date(NOON + after * HOUR).toISOString();

const LEVELS: Partial<Record<EvidenceRule, Evidence["level"]>> = {
  CASE_MATCHES: "confirmed",
  CASE_MATCHES_CLOSED: "confirmed",
  REASON_MISSING: "missing",
  CASE_NOT_FOUND: "contradicted",
  CASE_OF_ANOTHER: "contradicted",
  CASE_OPENED_LATER: "contradicted",
  CASE_CLOSED_LONG_AGO: "contradicted",
  PERSON_NOT_AUTOMATIC: "contradicted",
  OPENED_NOT_LISTED: "contradicted",
};

let events = 0;

/** A look at `customer-1` by emp-7, that nothing bears out, `after` hours from noon. */
export const look = (
  after: number,
  changes: Partial<AccessEventInput> & { rule?: EvidenceRule; endedAfter?: number; customerKey?: string } = {},
): Look => {
  const { rule = "CASE_NOT_NAMED", endedAfter, customerKey, ...event } = changes;
  events += 1;
  const named = rule.startsWith("CASE_NOT_N") || rule === "REASON_MISSING" ? { case: undefined } : {};
  const made = lookOf(
    {
      access: access({ eventId: `e-${events}`, occurredAt: hours(after), ...named, ...event }, customerKey),
      evidence: {
        rule,
        level: LEVELS[rule] ?? "stated",
        showsCase: endedAfter !== undefined,
        ...(endedAfter !== undefined && { openedAt: hours(endedAfter - 48), closedAt: hours(endedAfter) }),
      },
    },
    (instant) => instant.slice(0, 10),
  );
  if (made === undefined) throw new Error("Nobody looked.");
  return made;
};

/** The job under `case` O-77 that ended so many hours from noon, and emp-7 was on it. */
export const ended = (after: number, changes: Partial<KnownCase> = {}): KnownCase => ({
  type: "order",
  id: "O-77",
  customerKey: "customer-1",
  openedAt: hours(after - 48),
  closedAt: hours(after),
  employeeIds: ["emp-7"],
  units: [],
  ...changes,
});

type Surrounding = Partial<Omit<PairFacts, "workday">> & {
  /** What else the employee did, at other customers. */
  readonly elsewhere?: readonly Look[];
  /** From and to, in hours from noon. */
  readonly shifts?: readonly (readonly [number, number])[];
};

/** All hits of the rules about one employee and one customer. */
export const hitsOf = (looks: readonly Look[], surrounding: Surrounding = {}): readonly Hit[] => {
  const { elsewhere = [], shifts = [], ...facts } = surrounding;
  const planned = shifts.map(([from, to]) => ({ employeeId: "emp-7", from: hours(from), to: hours(to) }));
  const staff = new Map([["emp-7", { id: "emp-7", protected: false, role: "Driver", unit: "Deliveries North" }]]);
  return pairHits(looks, {
    customerKey: "customer-1",
    cases: [],
    vouched: new Set(),
    staff,
    employee: staff.get("emp-7"),
    customer: undefined,
    isColleague: false,
    reports: [],
    misuses: [],
    ...facts,
    workday: workdayOf([...looks, ...elsewhere], planned),
  });
};

export const rulesOf = (looks: readonly Look[], surrounding: Surrounding = {}): readonly SignalRule[] =>
  hitsOf(looks, surrounding).map(({ rule }) => rule);

/** The hit of one rule; undefined where there is none. */
export const hitOf = <Rule extends SignalRule>(hits: readonly Hit[], rule: Rule): Hit<SignalRule> | undefined =>
  hits.find((hit) => hit.rule === rule);
