import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EvidenceRule } from "../../../../functions/domain/evidence.ts";
import { groupHits } from "../../../../functions/domain/signals/group-hits.ts";
import { type Hit, SIGNAL_RULES } from "../../../../functions/domain/signals/signal.ts";
import { ended, hitsOf, look } from "../../../support/looks.ts";

const UNEXPLAINED: readonly EvidenceRule[] = [
  "REASON_MISSING",
  "CASE_NOT_NAMED",
  "CASE_NOT_NEEDED",
  "CASE_NOT_FOUND",
  "CASE_OF_ANOTHER",
  "CASE_CLOSED_BEFORE",
  "EMPLOYEE_NOT_ON_CASE",
  "MISTAKE_STATED",
];

const hour = fc.integer({ min: -400, max: 400 });
const details = fc.record({
  action: fc.constantFrom("view" as const, "reveal" as const, "export" as const),
  dataCategories: fc.constantFrom("contact.phone", "orders").map((category) => [category]),
  outcome: fc.constantFrom("success" as const, "success" as const, "denied" as const),
});
const question = fc
  .tuple(hour, details, fc.constantFrom(...UNEXPLAINED), fc.option(fc.integer({ min: 1, max: 300 })))
  .map(([at, more, rule, since]) => look(at, { rule, ...more, ...(since !== null && { endedAfter: at - since }) }));
/** Borne out by a running case, or by one that ended so that the work of it is explained. */
const answer = fc
  .tuple(hour, details, fc.constantFrom("customer-1", "c-2"), fc.boolean())
  .map(([at, more, customerKey, isOver]) =>
    isOver
      ? look(at, { ...more, customerKey, dataCategories: ["orders"], rule: "CASE_MATCHES_CLOSED", endedAfter: at - 50 })
      : look(at, { ...more, customerKey, rule: "CASE_MATCHES" }),
  );

const surroundings = {
  isColleague: true,
  cases: [ended(-100), ended(200, { id: "O-78", employeeIds: ["emp-9"] })],
  shifts: [
    [-400, -390],
    [-4, 5],
    [20, 29],
    [390, 400],
  ],
  employee: { id: "emp-7", protected: false, leftOn: "2026-05-30", conflictCustomerKeys: ["customer-1"] },
  misuses: [{ employeeId: "emp-7", customerKey: "c-9", confirmedAt: "2026-06-01T00:00:00.000Z" }],
  reports: [{ customerKey: "customer-1", contactedAt: "2026-05-25T00:00:00.000Z", senderHashes: [] }],
} as const;

const here = (looks: readonly ReturnType<typeof look>[]) =>
  looks.filter(({ access }) => access.customerKey === "customer-1");
const elsewhere = (looks: readonly ReturnType<typeof look>[]) =>
  looks.filter(({ access }) => access.customerKey !== "customer-1");
const found = (looks: readonly ReturnType<typeof look>[]) =>
  hitsOf(here(looks), { ...surroundings, elsewhere: elsewhere(looks), cases: [...surroundings.cases] });

describe("the rules about an employee and a customer", () => {
  it("find the same in whatever order the looks arrive", () => {
    const looks = fc.array(fc.oneof(question, answer), { maxLength: 14 });
    fc.assert(
      fc.property(
        looks.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(found(shuffled)).toEqual(found(all));
        },
      ),
    );
  });

  it("never find more because of a look that is explained, here or elsewhere", () => {
    fc.assert(
      fc.property(fc.array(question, { maxLength: 10 }), fc.array(answer, { maxLength: 6 }), (questions, answers) => {
        const rules = new Set(found(questions).map(({ rule }) => rule));
        const withMore = found([...questions, ...answers]);
        expect(withMore.filter(({ rule }) => !rules.has(rule))).toEqual([]);
        const asked = new Set(questions.map(({ key }) => key));
        for (const { accesses } of withMore) expect(accesses.every((key) => asked.has(key))).toBe(true);
      }),
    );
  });

  it("are silent where everything is explained", () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
        expect(found(answers)).toEqual([]);
      }),
    );
  });
});

describe("signals", () => {
  const hit = (customerKey: string, rule: "colleague" | "no-business-link", ...accesses: string[]): Hit => ({
    rule,
    employeeId: "emp-7",
    customerKey,
    accesses,
    inputs: { opens: accesses.length, firstAt: "2026-05-20T12:00:00.000Z", lastAt: "2026-05-20T12:00:00.000Z" },
  });

  it("are one for each employee and customer, with every rule and access once", () => {
    const signals = groupHits([
      hit("c-1", "colleague", "a"),
      hit("c-2", "colleague", "x"),
      hit("c-1", "no-business-link", "a", "b"),
    ]);
    expect(signals.map(({ customerKey, rules, accesses }) => [customerKey, rules, accesses])).toEqual([
      ["c-1", ["no-business-link", "colleague"], ["a", "b"]],
      ["c-2", ["colleague"], ["x"]],
    ]);
  });

  it("keep of two hits of a rule the one that sees more, and both where each sees something of its own", () => {
    const seen = (...hits: Hit[]) => groupHits(hits)[0]?.hits.map(({ accesses }) => accesses);
    expect(seen(hit("c", "colleague", "a"), hit("c", "colleague", "a", "b"))).toEqual([["a", "b"]]);
    expect(seen(hit("c", "colleague", "a", "b"), hit("c", "colleague", "b", "c"))).toEqual([
      ["a", "b"],
      ["b", "c"],
    ]);
  });

  it("stand for a source where nobody is known, gap by gap", () => {
    const gap = (source: string, missing: number): Hit => ({
      rule: "log-gap",
      accesses: [],
      inputs: {
        kind: "numbers",
        source,
        missing,
        after: "2026-05-20T12:00:00.000Z",
        before: "2026-05-20T13:00:00.000Z",
      },
    });
    const signals = groupHits([gap("crm", 1), gap("crm", 2), gap("app", 1)]);
    expect(signals.map(({ source, hits }) => [source, hits.length])).toEqual([
      ["crm", 2],
      ["app", 1],
    ]);
  });

  it("have a closed set of rules, each named once", () => {
    expect(new Set(SIGNAL_RULES).size).toBe(SIGNAL_RULES.length);
    expect(SIGNAL_RULES).toHaveLength(19);
  });
});
