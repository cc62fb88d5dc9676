import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createFacts } from "../../functions/adapters/facts.ts";
import { caseKey } from "../../functions/domain/access.ts";
import type { KnownCase } from "../../functions/domain/evidence.ts";
import type { Facts } from "../../functions/use-cases/ports.ts";
import { useEngine } from "../support/engine.ts";
import { memoryFacts } from "../support/fakes/memory-facts.ts";

const engine = await useEngine();

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

  it("know all cases of a customer, and lose one that turns out to be another's", async () => {
    const [mine, theirs] = [`${run}-mine`, `${run}-theirs`];
    const many = Array.from({ length: 130 }, (_, n) =>
      order(`n-${n}`, { customerKey: mine, type: n % 2 ? "a#b" : "b" }),
    );
    await facts.putCases([...many, order("other", { customerKey: theirs })]);
    await facts.putCases([order("n-0", { customerKey: theirs, type: "b" })]);
    const idsOf = async (key: string) => new Set((await facts.casesOf(key)).map(caseKey));
    expect(await idsOf(mine)).toEqual(new Set(many.slice(1).map(caseKey)));
    expect((await idsOf(theirs)).size).toBe(2);
    expect(await idsOf(`${run}-nobody`)).toEqual(new Set());
  });

  it("find whose a number or account is by the latest word on each employee, shared ones included", async () => {
    const key = (name: string) => `${run}-${name}`;
    const employee = (id: string, ...senderKeys: string[]) => ({ id: `${run}-${id}`, protected: false, senderKeys });
    await facts.putEmployees([employee("1", key("a"), key("b")), employee("2", key("b")), employee("3")]);
    const found = async (...names: string[]) => [...(await facts.employeesBySender(names.map(key)))].sort();
    expect(await found("a")).toEqual([`${run}-1`]);
    expect(await found("b", "b", "c")).toEqual([`${run}-1`, `${run}-2`]);
    expect(await found()).toEqual([]);
    await facts.putEmployees([employee("1", key("c"))]);
    expect([await found("a"), await found("b"), await found("c")]).toEqual([[], [`${run}-2`], [`${run}-1`]]);
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

  it("know what was said of an employee last, and no others", async () => {
    const id = `${run}-e`;
    const whole = {
      id,
      protected: false,
      managerId: "emp-1",
      unit: "Deliveries",
      role: "Driver",
      startedOn: "2024-01-01",
      leftOn: "2026-01-31",
      addressHashes: ["a".repeat(32)],
      streetHashes: ["b".repeat(32)],
      phoneHashes: ["c".repeat(32)],
      mailHashes: ["d".repeat(32)],
      customerKey: "customer-9",
      conflictCustomerKeys: ["customer-8"],
    };
    await facts.putEmployees([{ id, protected: true, unit: "Shop" }]);
    await facts.putEmployees([whole]);
    expect(await facts.employees([id, `${run}-nobody`, id])).toEqual(new Map([[id, whole]]));
    expect(await facts.employees([])).toEqual(new Map());
  });

  it("go through everyone on the employee list, each once, however many they are", async () => {
    const staff = Array.from({ length: 230 }, (_, n) => ({ id: `${run}-${n}`, protected: n === 0, role: "Driver" }));
    await facts.putEmployees(staff);
    await facts.putEmployees(staff.slice(0, 30));
    const all = (await Array.fromAsync(facts.allEmployees())).flat().filter(({ id }) => id.startsWith(run));
    expect(all.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual(
      staff.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    );
  });

  it("know the shifts of an employee that touch a period, in order", async () => {
    const shift = (from: string, to: string, employeeId = `${run}-e`) => ({ employeeId, from, to });
    const before = shift("2026-05-01T08:00:00.000Z", "2026-05-02T08:00:00.000Z");
    const night = shift("2026-05-02T08:00:00.001Z", "2026-05-03T08:00:00.001Z");
    const day = shift("2026-05-03T10:00:00.000Z", "2026-05-03T18:00:00.000Z");
    const after = shift("2026-05-04T00:00:00.000Z", "2026-05-04T08:00:00.000Z");
    await facts.putShifts([after, day, night, before, { ...day, employeeId: `${run}-other` }]);
    const period = { from: "2026-05-03T08:00:00.000Z", to: "2026-05-04T00:00:00.000Z" };
    expect(await facts.shifts(`${run}-e`, period)).toEqual([night, day]);
    expect(await facts.shifts(`${run}-nobody`, period)).toEqual([]);
    await facts.putShifts([{ ...day, to: "2026-05-03T14:00:00.000Z" }]);
    expect((await facts.shifts(`${run}-e`, period)).map(({ to }) => to)).toEqual([
      night.to,
      "2026-05-03T14:00:00.000Z",
    ]);
  });

  it("know what was said of a customer last, beside everything else under the same key", async () => {
    const customerKey = `${run}-c`;
    const told = { customerKey, addressHashes: ["a".repeat(32)], conflictEmployeeIds: ["emp-7"] };
    await facts.putCustomers([{ customerKey, streetHashes: ["b".repeat(32)] }]);
    await facts.putCustomers([told]);
    await facts.putCases([order("1", { customerKey })]);
    expect(await facts.customers([customerKey, `${run}-nobody`])).toEqual(new Map([[customerKey, told]]));
    expect(await facts.customers([])).toEqual(new Map());
  });
});
