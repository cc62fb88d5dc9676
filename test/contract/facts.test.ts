import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createFacts } from "../../functions/adapters/facts.ts";
import { caseKey } from "../../functions/domain/access.ts";
import type { KnownCase } from "../../functions/domain/evidence.ts";
import type { Facts } from "../../functions/use-cases/ports.ts";
import { type Engine, startEngine } from "../support/engine.ts";
import { memoryFacts } from "../support/fakes/memory-facts.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

describe.each([
  ["in memory", memoryFacts],
  ["on DynamoDB", () => createFacts(engine.client, engine.portalTable)],
])("the business facts %s", (_, open) => {
  let facts: Facts;
  let run: string;
  const order = (id: string, changes: Partial<KnownCase> = {}): KnownCase => ({
    type: "order",
    id: `${run}-${id}`,
    customerKey: "customer-1",
    openedAt: "2026-05-03T08:00:00.000Z",
    employeeIds: ["emp-7"],
    units: ["Deliveries North"],
    ...changes,
  });
  beforeEach(() => {
    facts = open();
    run = randomUUID();
  });

  it("know the cases that were put, and no others", async () => {
    const known = [order("1"), order("2", { closedAt: "2026-05-04T08:00:00.000Z" })];
    await facts.putCases(known);
    const found = await facts.cases([...known, ...known, { type: "ticket", id: `${run}-1` }]);
    expect(found).toEqual(new Map(known.map((fact) => [caseKey(fact), fact])));
    expect(await facts.cases([])).toEqual(new Map());
  });

  it("keep the latest word on a case", async () => {
    await facts.putCases([order("1"), order("1", { units: [] })]);
    await facts.putCases([order("1", { closedAt: "2026-05-05T08:00:00.000Z" })]);
    const found = await facts.cases([order("1")]);
    expect(found.get(caseKey(order("1")))?.closedAt).toBe("2026-05-05T08:00:00.000Z");
  });

  it("take more cases at once than one request of the store does", async () => {
    const many = Array.from({ length: 230 }, (_, n) => order(`n-${n}`));
    await facts.putCases(many);
    expect((await facts.cases(many)).size).toBe(230);
  });

  it("never take one case for another, whatever separators their parts contain", async () => {
    const one = order("1", { type: `${run}#a`, id: "b" });
    await facts.putCases([one]);
    expect((await facts.cases([{ type: run, id: "a#b" }])).size).toBe(0);
    expect((await facts.cases([one])).size).toBe(1);
  });

  it("know who is protected, and forget it when the mark is taken away", async () => {
    const [a, b, c] = ["a", "b", "c"].map((end) => `${run}-${end}`);
    if (a === undefined || b === undefined || c === undefined) throw new Error("three employees");
    await facts.putEmployees([
      { id: a, protected: true },
      { id: b, protected: false },
    ]);
    expect(await facts.protectedAmong([a, b, c, a])).toEqual(new Set([a]));
    await facts.putEmployees([{ id: a, protected: false }]);
    expect(await facts.protectedAmong([a, b, c])).toEqual(new Set());
  });
});
