import type { EvidenceTally, GroupedLooks, UnitTally } from "../../contract/numbers.ts";
import type { EvidenceLevel } from "../vocabulary.ts";

/** Statistics are never about fewer people than this (TRUST: insiders). */
export const FEWEST_PEOPLE = 5;

/** One look of a person, as far as it is counted. */
export interface CountedLook {
  readonly person: string;
  /** Undefined where the log names none. */
  readonly unit: string | undefined;
  readonly evidence: EvidenceLevel;
}

interface Group {
  readonly unit: string | undefined;
  readonly people: Set<string>;
  readonly byEvidence: Record<EvidenceLevel, number>;
}

const emptyGroup = (unit?: string | undefined): Group => ({
  unit,
  people: new Set(),
  byEvidence: { confirmed: 0, stated: 0, contradicted: 0, missing: 0 },
});

const united = (groups: readonly Group[]): Group => {
  const whole = emptyGroup();
  for (const { people, byEvidence } of groups) {
    for (const person of people) whole.people.add(person);
    whole.byEvidence.confirmed += byEvidence.confirmed;
    whole.byEvidence.stated += byEvidence.stated;
    whole.byEvidence.contradicted += byEvidence.contradicted;
    whole.byEvidence.missing += byEvidence.missing;
  }
  return whole;
};

const tallyOf = ({ people, byEvidence }: Group): EvidenceTally => ({
  people: people.size,
  looks: byEvidence.confirmed + byEvidence.stated + byEvidence.contradicted + byEvidence.missing,
  byEvidence: { ...byEvidence },
});

const unitTallyOf = (group: Group): UnitTally => ({
  ...tallyOf(group),
  ...(group.unit !== undefined && { unit: group.unit }),
});

const isEnough = ({ people }: Group): boolean => people.size >= FEWEST_PEOPLE;

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const bySize = (one: Group, other: Group): number =>
  one.people.size - other.people.size || order(one.unit ?? "", other.unit ?? "");

/**
 * Parts what may stand by itself from what is counted together. Units with too few people go together; where that
 * would again be too few different people, so that the difference between the whole and what is shown spoke of them,
 * the smallest of the other units goes with them.
 */
const grouped = (units: readonly Group[]): GroupedLooks | undefined => {
  const all = united(units);
  if (!isEnough(all)) return undefined;
  const together = units.filter((unit) => !isEnough(unit));
  const [smallest, ...larger] = units.filter(isEnough).sort(bySize);
  const takesOneIn = together.length > 0 && smallest !== undefined && !isEnough(united(together));
  if (takesOneIn) together.push(smallest);
  const shown = takesOneIn || smallest === undefined ? larger : [smallest, ...larger];
  return {
    all: tallyOf(all),
    units: shown.sort((one, other) => order(one.unit ?? "\uffff", other.unit ?? "\uffff")).map(unitTallyOf),
    ...(together.length > 0 && { others: { ...tallyOf(united(together)), units: together.length } }),
  };
};

/** Counts looks by unit, in any order. Remembers the different people of each unit, not the looks. */
export const makeUnitTally = () => {
  const units = new Map<string | undefined, Group>();
  return {
    add: ({ person, unit, evidence }: CountedLook): void => {
      const group = units.get(unit) ?? emptyGroup(unit);
      units.set(unit, group);
      group.people.add(person);
      group.byEvidence[evidence] += 1;
    },
    /** Undefined where all of it is about too few people. */
    grouped: (): GroupedLooks | undefined => grouped([...units.values()]),
  };
};
