import type { CaseFact } from "../contract/facts.ts";
import { type Access, personBehind } from "./access.ts";
import type { EvidenceLevel } from "./vocabulary.ts";

/** A case as the company reported it, its customer's identity replaced by the keyed hash. */
export type KnownCase = Omit<CaseFact, "customerId"> & { readonly customerKey: string };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A reason is borne out until so long after its case ended… */
const CLOSED_RECENTLY_DAYS = 14;
/** …and contradicted once it ended longer ago than this. */
const CLOSED_LONG_AGO_DAYS = 30;
/** Who takes a call looks first and opens the ticket then. */
const OPENED_AHEAD_HOURS = 1;
/** Business facts follow the accesses with a delay; until then, a case that is not known says nothing. */
const FACTS_DELAY_DAYS = 7;

/** What is known about one access when its reason is judged. */
export interface EvidenceInput {
  readonly access: Access;
  /** Whether a reason of its kind belongs to a case. */
  readonly needsCase: boolean;
  /** The case that the access names, if facts about it are known. */
  readonly known: KnownCase | undefined;
  /** UTC instant since which facts are complete for every open case of this type; undefined where nobody says so. */
  readonly completeSince: string | undefined;
  /** UTC instant of the judgement. */
  readonly judgedAt: string;
}

/** The same in the terms of the rules. Durations in milliseconds. */
interface Situation extends EvidenceInput {
  readonly own: boolean;
  /** Negative where the case was opened before the look. */
  readonly untilOpened: number;
  /** Negative where the case had not ended at the look. */
  readonly sinceClosed: number;
  readonly staffed: boolean;
  readonly assigned: boolean;
  /** A case of this type that existed at the look would be known. */
  readonly factsComplete: boolean;
}

type CaseDisplay = "shown" | "hidden";

const rule = <const Code extends string>(
  code: Code,
  level: EvidenceLevel,
  display: CaseDisplay,
  when: (situation: Situation) => boolean,
) => ({ code, level, display, when });

const SEARCHES: ReadonlySet<string> = new Set(["search", "list"]);

/**
 * The rules of evidence: the first that matches decides, and where none does, `OTHERWISE`. `shown` or `hidden` says
 * whether the case may stand in the customer's row: never where it is, or could be, another customer's. Reasons by
 * which nobody looked are checked against the event itself. A mistake that was closed at once may name any case, so
 * nothing follows from it.
 */
const RULES = [
  rule("REASON_MISSING", "missing", "hidden", ({ access }) => access.purpose === "NOT_RECORDED"),
  rule(
    "PERSON_NOT_AUTOMATIC",
    "contradicted",
    "hidden",
    ({ access }) => access.purpose === "SYSTEM_AUTOMATED" && personBehind(access) !== undefined,
  ),
  rule(
    "OPENED_NOT_LISTED",
    "contradicted",
    "hidden",
    ({ access }) =>
      access.purpose === "SEARCH_LISTED" && access.involvement === "opened" && !SEARCHES.has(access.action),
  ),
  rule("MISTAKE_STATED", "stated", "hidden", ({ access }) => access.purpose === "SELF_ANNULLED"),
  rule("CASE_NOT_NAMED", "stated", "hidden", ({ access, needsCase }) => access.case === undefined && needsCase),
  rule("CASE_NOT_NEEDED", "stated", "hidden", ({ access }) => access.case === undefined),
  rule("CASE_NOT_FOUND", "contradicted", "hidden", ({ known, factsComplete }) => known === undefined && factsComplete),
  rule(
    "CASE_NOT_CHECKED_BULK",
    "stated",
    "hidden", // one case for many customers: whose it is cannot be told
    ({ known, access }) => known === undefined && (access.recordCount ?? 1) > 1,
  ),
  rule("CASE_NOT_CHECKED", "stated", "shown", ({ known }) => known === undefined),
  rule("CASE_OF_ANOTHER", "contradicted", "hidden", ({ own }) => !own),
  rule("CASE_OPENED_LATER", "contradicted", "shown", ({ untilOpened }) => untilOpened > OPENED_AHEAD_HOURS * HOUR),
  rule("CASE_CLOSED_LONG_AGO", "contradicted", "shown", ({ sinceClosed }) => sinceClosed > CLOSED_LONG_AGO_DAYS * DAY),
  rule("CASE_CLOSED_BEFORE", "stated", "shown", ({ sinceClosed }) => sinceClosed > CLOSED_RECENTLY_DAYS * DAY),
  rule("CASE_MATCHES", "confirmed", "shown", ({ assigned, sinceClosed }) => assigned && sinceClosed <= 0),
  rule("CASE_MATCHES_CLOSED", "confirmed", "shown", ({ assigned }) => assigned),
  rule("CASE_WITHOUT_STAFF", "stated", "shown", ({ staffed }) => !staffed),
];
const OTHERWISE = rule("EMPLOYEE_NOT_ON_CASE", "stated", "shown", () => true);

export type EvidenceRule = (typeof RULES)[number]["code"] | (typeof OTHERWISE)["code"];

/** The judgement of one access: which rule decided, and what its sentence may say to the customer. */
export interface Evidence {
  readonly level: EvidenceLevel;
  readonly rule: EvidenceRule;
  readonly showsCase: boolean;
  /** UTC instants of the customer's own case; absent where the case is not known to be theirs. */
  readonly openedAt?: string;
  readonly closedAt?: string;
}

const situationOf = (input: EvidenceInput): Situation => {
  const { access, known, completeSince, judgedAt } = input;
  const at = Date.parse(access.occurredAt);
  const { id, unit } = access.employee;
  return {
    ...input,
    own: known?.customerKey === access.customerKey,
    untilOpened: known === undefined ? 0 : Date.parse(known.openedAt) - at,
    sinceClosed: known?.closedAt === undefined ? Number.NEGATIVE_INFINITY : at - Date.parse(known.closedAt),
    staffed: known !== undefined && known.employeeIds.length + known.units.length > 0,
    assigned:
      known !== undefined &&
      (known.employeeIds.some((employee) => employee === id || employee === access.onBehalfOf) ||
        (unit !== undefined && known.units.includes(unit))),
    // A case that had ended before the facts began is not among them, and could still bear out a look shortly after.
    factsComplete:
      completeSince !== undefined &&
      at >= Date.parse(completeSince) + CLOSED_LONG_AGO_DAYS * DAY &&
      at <= Date.parse(judgedAt) - FACTS_DELAY_DAYS * DAY,
  };
};

/** Judges one access against what the company's business systems say. Total, pure and the same for the same input. */
export const judge = (input: EvidenceInput): Evidence => {
  const situation = situationOf(input);
  const { level, code, display } = RULES.find(({ when }) => when(situation)) ?? OTHERWISE;
  const judged = { level, rule: code, showsCase: display === "shown" };
  if (input.known === undefined || !judged.showsCase) return judged;
  const { openedAt, closedAt } = input.known;
  return { ...judged, openedAt, ...(closedAt !== undefined && { closedAt }) };
};
