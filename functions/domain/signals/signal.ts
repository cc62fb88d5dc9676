import type { EvidenceRule } from "../evidence.ts";

/**
 * The rules of detection, as a closed set. A name never changes its meaning and is never reused: matters are kept under
 * it, and precision is told by it.
 */
export const SIGNAL_RULES = [
  "no-business-link",
  "contradicted-case",
  "contact-after-job",
  "repeat-interest",
  "outside-shift",
  "colleague",
  "household",
  "declared-conflict",
  "search-fishing",
  "volume",
  "export",
  "break-glass",
  "leaver",
  "contact-report",
  "look-back",
  "poor-reasons",
  "log-gap",
  "denied-then-granted",
  "bulk-read",
] as const;
export type SignalRule = (typeof SIGNAL_RULES)[number];

/** How many looks a hit is about, and the UTC instants of the first and the last of them. */
interface Span {
  readonly opens: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/**
 * What is not in the log of a source. `numbers`: that it counted and never sent, between two instants. `silence`: nothing
 * came since `after`. `count`: another number of events came than it says it sent on a civil day. `no-count`: it does
 * not say what it sent on a civil day, and did on earlier ones.
 */
export type LogGap = { readonly source: string } & (
  | { readonly kind: "numbers"; readonly missing: number; readonly after: string; readonly before: string }
  | { readonly kind: "silence"; readonly after: string }
  | { readonly kind: "count"; readonly day: string; readonly announced: number; readonly received: number }
  | { readonly kind: "no-count"; readonly day: string }
);

/** What made each rule hit: everything that its sentence needs, and nothing that names a person. Instants are UTC. */
export interface SignalInputs {
  "no-business-link": Span;
  "contradicted-case": Span & { readonly evidence: EvidenceRule };
  /** `endedAt`: when the job was done. `hoursAfter`: whole hours from then to the last look. */
  "contact-after-job": Span & { readonly endedAt: string; readonly hoursAfter: number };
  /** Civil days on which the looks fell, and the cases that they name. */
  "repeat-interest": Span & { readonly days: number; readonly cases: number };
  /** `minutes`: how far the farthest of the looks lies from the nearest shift. */
  "outside-shift": Span & { readonly minutes: number };
  colleague: Span;
  household: Span & { readonly shared: "address" | "street" };
  "declared-conflict": Span & { readonly declaredBy: "customer" | "employee" };
  /** Searches by name, and how many of the people found were then opened. */
  "search-fishing": {
    readonly searches: number;
    readonly opened: number;
    readonly firstAt: string;
    readonly lastAt: string;
  };
  /** `day`: civil date. `median` and `limit`: customers a day, of everyone in the role. */
  volume: { readonly customers: number; readonly day: string; readonly median: number; readonly limit: number };
  /** `records`: how many customers' data left. */
  export: Span & { readonly records: number };
  "break-glass": Span;
  /** `date`: the civil date of the employee's last or first day. */
  leaver: Span & { readonly side: "after-leaving" | "before-starting"; readonly date: string };
  /** `senderMatches`: the number or account that wrote is one that the company has of this employee. */
  "contact-report": {
    readonly opens: number;
    readonly contactedAt: string;
    readonly lastAt: string;
    readonly senderMatches: boolean;
  };
  "look-back": Span & { readonly confirmedAt: string };
  /**
   * `missing` of `looks`, the first of them at `firstAt`, have no reason; `identical` is the most looks on one civil day
   * with the same typed text.
   */
  "poor-reasons": {
    readonly missing: number;
    readonly looks: number;
    readonly identical: number;
    readonly firstAt: string;
  };
  "log-gap": LogGap;
  /** `day`: civil date. `records`: customers that its `reads` showed, added up. */
  "bulk-read": { readonly day: string; readonly reads: number; readonly records: number };
  "denied-then-granted": { readonly deniedAt: string; readonly grantedAt: string; readonly minutes: number };
}

/** One rule's hit. Whom it is about: an employee and a customer, an employee alone, or a source alone. */
export type Hit<Rule extends SignalRule = SignalRule> = {
  readonly [R in Rule]: {
    readonly rule: R;
    readonly employeeId?: string;
    readonly customerKey?: string;
    /** The keys (`eventKey`) of the accesses that need an explanation, in time order, each once. */
    readonly accesses: readonly string[];
    readonly inputs: SignalInputs[R];
  };
}[Rule];
