import type { Signal } from "./group-hits.ts";
import type { Hit, LogGap } from "./signal.ts";

/** A signal about one employee's looks at one customer: what matters are made of. All others belong to no customer. */
export interface PairSignal extends Signal {
  readonly employeeId: string;
  readonly customerKey: string;
}

export const isAboutPair = (signal: Signal): signal is PairSignal =>
  signal.employeeId !== undefined && signal.customerKey !== undefined;

/** What a hit stands on when it is about one customer: the accesses, and for a reported contact the report too. */
const ofPair = (hit: Hit): readonly string[] =>
  hit.rule === "contact-report" ? [...hit.accesses, `contact ${hit.inputs.contactedAt}`] : hit.accesses;

/** A day that becomes shorter, or less short, is the same finding; one that was short and is not any more is none. */
const gapText = (gap: LogGap): string =>
  gap.kind === "numbers" || gap.kind === "silence" ? `log-gap ${gap.after}` : `log-gap ${gap.kind} ${gap.day}`;

/**
 * What a hit about a way of working or a source stands on. Not its accesses: a habit gains one with every look, and
 * whoever has read of it once this month need not read of it again every five minutes.
 */
const ofWork = (hit: Hit): readonly string[] => {
  switch (hit.rule) {
    case "poor-reasons":
      return [`${hit.rule} ${hit.inputs.firstAt.slice(0, "YYYY-MM".length)}`];
    case "volume":
    case "bulk-read":
      return [`${hit.rule} ${hit.inputs.day}`];
    case "search-fishing":
      return [`${hit.rule} ${hit.inputs.firstAt.slice(0, "YYYY-MM-DD".length)}`];
    case "log-gap":
      return [gapText(hit.inputs)];
    default:
      return hit.accesses;
  }
};

/**
 * What a hit stands on, as texts to remember it by: where all of them were raised before, it is the same finding,
 * however its numbers have changed since.
 */
export const basisOf = (hit: Hit): readonly string[] =>
  hit.customerKey !== undefined && hit.employeeId !== undefined ? ofPair(hit) : ofWork(hit);
