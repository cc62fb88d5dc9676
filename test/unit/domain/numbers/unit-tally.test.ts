import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CountedLook, FEWEST_PEOPLE, makeUnitTally } from "../../../../functions/domain/numbers/unit-tally.ts";
import { EVIDENCE_LEVELS } from "../../../../functions/domain/vocabulary.ts";

const grouped = (looks: readonly CountedLook[]) => {
  const tally = makeUnitTally();
  for (const look of looks) tally.add(look);
  return tally.grouped();
};

const peopleOf = (looks: readonly CountedLook[]): number => new Set(looks.map(({ person }) => person)).size;
/** So many people of a unit with one stated look each. */
const crowd = (unit: string | undefined, people: number, named = unit): CountedLook[] =>
  Array.from({ length: people }, (_, n) => ({ person: `${named}-${n}`, unit, evidence: "stated" as const }));

/** A month in which few people work in several units, some of them in more than one. */
const months = fc.array(
  fc.record({
    person: fc.integer({ min: 1, max: 16 }).map(String),
    unit: fc.option(fc.constantFrom("A", "B", "C", "D", "E"), { nil: undefined }),
    evidence: fc.constantFrom(...EVIDENCE_LEVELS),
  }),
  { maxLength: 120 },
);

const subsets = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: 2 ** all.length }, (_, set) => all.filter((_one, n) => Math.floor(set / 2 ** n) % 2 === 1));

describe("looks by unit", () => {
  it("are never about fewer than five people, whatever is added up or taken away from what is shown", () => {
    fc.assert(
      fc.property(months, (looks) => {
        const shown = grouped(looks);
        if (shown === undefined) {
          expect(peopleOf(looks)).toBeLessThan(FEWEST_PEOPLE);
          return;
        }
        // Each row by the looks that it is about: a unit of its own, or what no row has.
        const own = new Set(shown.units.map(({ unit }) => unit));
        const rows: CountedLook[][] = shown.units.map(({ unit }) => looks.filter((look) => look.unit === unit));
        if (shown.others !== undefined) rows.push(looks.filter(({ unit }) => !own.has(unit)));
        for (const some of subsets(rows)) {
          const added = some.flat();
          const left = looks.filter((look) => !added.includes(look));
          for (const about of [added, left])
            if (about.length > 0) expect(peopleOf(about)).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
        }
        expect(rows.flat()).toHaveLength(looks.length);
      }),
      { numRuns: 500 },
    );
  });

  it("add up: each look stands in one row, with its evidence", () => {
    fc.assert(
      fc.property(months, (looks) => {
        const shown = grouped(looks);
        fc.pre(shown !== undefined);
        const rows = [...shown.units, ...(shown.others === undefined ? [] : [shown.others])];
        for (const level of EVIDENCE_LEVELS) {
          const counted = looks.filter(({ evidence }) => evidence === level).length;
          expect(shown.all.byEvidence[level]).toBe(counted);
          expect(rows.reduce((sum, { byEvidence }) => sum + byEvidence[level], 0)).toBe(counted);
        }
        expect(shown.all).toMatchObject({ people: peopleOf(looks), looks: looks.length });
        for (const { unit, looks: count, people } of shown.units) {
          const own = looks.filter((look) => look.unit === unit);
          expect([count, people]).toEqual([own.length, peopleOf(own)]);
        }
      }),
    );
  });

  it("are the same in whatever order they come", () => {
    fc.assert(
      fc.property(
        months.chain((looks) =>
          fc.tuple(
            fc.constant(looks),
            fc.shuffledSubarray(looks, { minLength: looks.length, maxLength: looks.length }),
          ),
        ),
        ([looks, shuffled]) => {
          expect(grouped(shuffled)).toEqual(grouped(looks));
        },
      ),
    );
  });

  it("put no more units together than they must", () => {
    fc.assert(
      fc.property(months, (looks) => {
        const shown = grouped(looks);
        fc.pre(shown !== undefined);
        const units = [...Map.groupBy(looks, ({ unit }) => unit).values()];
        const small = units.filter((of) => peopleOf(of) < FEWEST_PEOPLE);
        const takesOneIn = small.length > 0 && peopleOf(small.flat()) < FEWEST_PEOPLE;
        expect(shown.others?.units ?? 0).toBe(small.length + (takesOneIn ? 1 : 0));
      }),
    );
  });

  it("show a unit of five, and not one of four", () => {
    const shown = grouped([...crowd("Depot", 5), ...crowd("Care", 7), ...crowd("Board", 4), ...crowd("Legal", 2)]);
    expect(shown?.units.map(({ unit, people }) => [unit, people])).toEqual([
      ["Care", 7],
      ["Depot", 5],
    ]);
    expect(shown?.others).toMatchObject({ units: 2, people: 6, looks: 6 });
  });

  it("take the smallest of the others in where the small ones alone could be worked out", () => {
    const shown = grouped([...crowd("Depot", 6), ...crowd("Care", 7), ...crowd("Board", 1)]);
    expect(shown?.units.map(({ unit }) => unit)).toEqual(["Care"]);
    expect(shown?.others).toMatchObject({ units: 2, people: 7 });
  });

  it("count different people: five in two small units may be three", () => {
    const shown = grouped([...crowd("A", 3, "same"), ...crowd("B", 2, "same"), ...crowd("C", 5), ...crowd("D", 8)]);
    expect(shown?.units.map(({ unit }) => unit)).toEqual(["D"]);
    expect(shown?.others).toMatchObject({ units: 3, people: 8 });
  });

  it("treat looks without a unit as those of a unit", () => {
    expect(grouped([...crowd(undefined, 5), ...crowd("A", 5)])?.units.map(({ unit }) => unit)).toEqual([
      "A",
      undefined,
    ]);
    expect(grouped([...crowd(undefined, 1), ...crowd("A", 5)])?.units).toEqual([]);
  });

  it("say nothing at all of four people, nor of none", () => {
    expect(grouped(crowd("A", 4))).toBeUndefined();
    expect(grouped([])).toBeUndefined();
  });
});
