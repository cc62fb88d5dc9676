import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Signal } from "../../../functions/domain/signals/group-hits.ts";
import { groupHits } from "../../../functions/domain/signals/group-hits.ts";
import type { Hit } from "../../../functions/domain/signals/signal.ts";
import { raiseSignals, tellSignals } from "../../../functions/use-cases/raise-signals.ts";
import { signalDesk } from "../../support/signal-desk.ts";

const AT = "2026-05-10T10:00:00.000Z";
const span = { opens: 1, firstAt: AT, lastAt: AT };

const employees = ["emp-1", "emp-2"] as const;
const customers = ["c-1", "c-2"] as const;

/** A hit of one of three rules over a few of ten accesses, or one that belongs to no customer. */
const hit: fc.Arbitrary<Hit> = fc
  .record({
    rule: fc.constantFrom("no-business-link", "colleague", "break-glass"),
    employeeId: fc.constantFrom(...employees),
    customerKey: fc.constantFrom(...customers),
    numbers: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
    isWork: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  })
  .map(({ rule, employeeId, customerKey, numbers, isWork }): Hit => {
    const accesses = numbers.sort((a, b) => a - b).map((n) => `orders ${employeeId}-${customerKey}-${n}`);
    return isWork
      ? { rule: "export", employeeId, accesses, inputs: { ...span, records: 9 } }
      : { rule, employeeId, customerKey, accesses, inputs: span };
  });
/** What some runs found, each in some batches. */
const runs = fc.array(fc.array(fc.array(hit, { minLength: 1, maxLength: 4 }), { maxLength: 3 }), { maxLength: 4 });

const raise = async (desk: ReturnType<typeof signalDesk>, found: readonly (readonly Signal[])[]) => {
  const before = desk.mails.length;
  for (const signals of found) await raiseSignals(desk, signals);
  await tellSignals(desk);
  return desk.mails.length - before;
};
const signalsOf = (run: readonly (readonly Hit[])[]) => run.map((hits) => groupHits(hits));

/** Everything that the desk knows, whatever the order in which it came. */
const known = async (desk: ReturnType<typeof signalDesk>) => {
  const parts = (await desk.partsRaised()).flatMap(({ customerKey, employeeId, accesses }) =>
    accesses.map((access) => `${employeeId} ${customerKey} ${access}`),
  );
  const rules = (await desk.partsRaised()).flatMap(({ customerKey, employeeId, rules: own }) =>
    own.map((rule) => `${employeeId} ${customerKey} ${rule}`),
  );
  const findings = (await desk.signals.findings()).map(({ value }) => `${value.employeeId} ${value.state}`);
  return { parts: [...new Set(parts)].sort(), rules: [...new Set(rules)].sort(), findings: findings.sort() };
};

describe("raising signals", () => {
  it("ends in the same parts in whatever order, and however often, runs and batches come", async () => {
    await fc.assert(
      fc.asyncProperty(runs, fc.infiniteStream(fc.nat()), async (all, numbers) => {
        const [one, other] = [signalDesk(), signalDesk()];
        for (const run of all) expect(await raise(one, signalsOf(run))).toBeLessThanOrEqual(1);
        const mixed = [...all, ...all].map((run) => run.toReversed());
        mixed.sort(() => ((numbers.next().value ?? 0) % 2 === 0 ? 1 : -1));
        for (const run of mixed) expect(await raise(other, signalsOf(run))).toBeLessThanOrEqual(1);
        expect(await known(other)).toEqual(await known(one));
        expect(await other.matters.openMatters()).toHaveLength((await one.matters.openMatters()).length);
      }),
      { numRuns: 60 },
    );
  });

  it("adds nothing the second time, and tells of nothing", async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (all) => {
        const desk = signalDesk();
        for (const run of all) await raise(desk, signalsOf(run));
        const [parts, mails] = [await desk.partsRaised(), desk.mails.length];
        for (const run of all) expect(await raise(desk, signalsOf(run))).toBe(0);
        expect(await desk.partsRaised()).toEqual(parts);
        expect(desk.mails).toHaveLength(mails);
      }),
      { numRuns: 40 },
    );
  });

  it("tells of each signal in exactly one mail, however many runs go on at once", async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (all) => {
        const desk = signalDesk();
        await Promise.all(all.map((run) => raise(desk, signalsOf(run))));
        await tellSignals(desk);
        const told = desk.mails.reduce(
          (sum, { content }) => sum + (content.kind === "signals" ? content.count : Number.NaN),
          0,
        );
        const raised = desk.audit.filter(({ act }) => act !== "matter-take");
        expect(told).toBe(raised.length);
        expect(desk.mails.length).toBeLessThanOrEqual(all.length);
        const parts = await desk.partsRaised();
        const seen = parts.flatMap(({ accesses }) => accesses);
        for (const access of new Set(seen)) {
          // Another time only where another rule came to an access that was known.
          const rules = parts.filter(({ accesses }) => accesses.includes(access)).map((part) => part.rules.join());
          expect(new Set(rules).size).toBe(rules.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("waits no longer than it must where a finding is acknowledged meanwhile", async () => {
    const desk = signalDesk();
    const bulk = (n: number): Signal[] => [
      ...groupHits([
        { rule: "export", employeeId: "emp-1", accesses: [`orders ${n}`], inputs: { ...span, records: 9 } },
      ]),
    ];
    await raiseSignals(desk, bulk(1));
    await raiseSignals(desk, bulk(2));
    const [open] = await desk.signals.findings();
    expect(open?.value.hits).toHaveLength(2);
    if (open === undefined) throw new Error("There is no finding.");
    const by = { id: "dpo-1", name: "Eleanor Ashby" };
    const value = {
      ...open.value,
      state: "acknowledged" as const,
      acknowledged: { by, at: AT, words: "Stocktaking." },
    };
    await desk.store.commit([{ kind: "keep-finding", finding: { value, revision: open.revision } }]);
    expect(await raiseSignals(desk, [...bulk(1), ...bulk(2)])).toBe(0);
    expect(await raiseSignals(desk, bulk(3))).toBe(1);
    expect((await desk.signals.findings()).map((one) => [one.value.state, one.value.hits.length])).toEqual([
      ["acknowledged", 2],
      ["open", 1],
    ]);
  });
});
