import type { Ruling } from "../contract/ruling.ts";
import { eventKey } from "./corrections.ts";

type Explanation = Extract<Ruling, { kind: "explanation" }>;
type Restriction = Extract<Ruling, { kind: "restriction" }>;

/** What was decided for one customer, as whoever makes their records asks for it. */
export interface Decided {
  /** By `eventKey`. */
  readonly explanations: ReadonlyMap<string, Pick<Explanation, "words" | "at">>;
  /** Ids of the employees whose names two people released to this customer. */
  readonly released: ReadonlySet<string>;
  readonly restrictions: readonly Pick<Restriction, "purpose" | "until">[];
}

export const decidedBy = (rulings: readonly Ruling[]): Decided => ({
  explanations: new Map(
    rulings.flatMap((one) =>
      one.kind === "explanation"
        ? [[eventKey(one.access.source, one.access.eventId), { words: one.words, at: one.at }] as const]
        : [],
    ),
  ),
  released: new Set(rulings.flatMap((one) => (one.kind === "release" ? [one.employeeId] : []))),
  restrictions: rulings.flatMap((one) =>
    one.kind === "restriction" ? [{ purpose: one.purpose, until: one.until }] : [],
  ),
});
