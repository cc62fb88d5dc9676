import { describe, expect, it } from "vitest";
import { readFacts } from "../../../../functions/formats/import/facts.ts";

const chunks = async function* (text: string) {
  yield Buffer.from(text);
};
const read = (...facts: readonly unknown[]) =>
  Array.fromAsync(readFacts(chunks(facts.map((fact) => JSON.stringify(fact)).join("\n"))));
const refusals = async (...facts: readonly unknown[]) =>
  (await read(...facts)).map(({ refusal }) => [refusal?.code, refusal?.field]);

const CASE = { kind: "case", type: "order", id: "O-1", customerId: "C-1", openedAt: "2026-05-03T10:00:00+02:00" };
const SHIFT = { kind: "shift", employeeId: "emp-7", from: "2026-05-03T22:00:00Z", to: "2026-05-04T06:00:00Z" };

describe("business facts as NDJSON", () => {
  it("are read one a line, each of its kind, with defaults filled in and times in UTC", async () => {
    const rows = await read(CASE, SHIFT, { kind: "employee", id: "emp-7" }, { kind: "customer", customerId: "C-1" });
    expect(rows.map(({ value }) => value)).toEqual([
      { ...CASE, openedAt: "2026-05-03T08:00:00.000Z", employeeIds: [], units: [] },
      { ...SHIFT, from: "2026-05-03T22:00:00.000Z", to: "2026-05-04T06:00:00.000Z" },
      { kind: "employee", id: "emp-7", protected: false },
      { kind: "customer", customerId: "C-1" },
    ]);
  });

  it("are refused with the field that is missing, wrong or unknown", async () => {
    expect(
      await refusals(
        { ...CASE, kind: undefined },
        { ...CASE, kind: "rumour" },
        { ...CASE, customerId: undefined },
        { ...CASE, shoeSize: 43 },
        { ...SHIFT, type: "order" },
        { kind: "employee", id: "emp-7", addressHashes: ["12 Mill Lane"] },
        { kind: "customer", customerId: "C-1", conflictEmployeeIds: "emp-7" },
        [],
      ),
    ).toEqual([
      ["EVENT_FIELD_MISSING", "kind"],
      ["EVENT_FIELD_INVALID", "kind"],
      ["EVENT_FIELD_MISSING", "customerId"],
      ["EVENT_FIELD_UNKNOWN", "shoeSize"],
      ["EVENT_FIELD_UNKNOWN", "type"],
      ["EVENT_FIELD_INVALID", "addressHashes.0"],
      ["EVENT_FIELD_INVALID", "conflictEmployeeIds"],
      ["EVENT_FIELD_INVALID", ""],
    ]);
  });

  it("hold no shift that ends before it begins, or lasts more than a day: nobody would find it", async () => {
    expect(
      await refusals(
        { ...SHIFT, to: "2026-05-04T22:00:00Z" },
        { ...SHIFT, to: "2026-05-04T22:00:00.001Z" },
        { ...SHIFT, to: SHIFT.from },
      ),
    ).toEqual([
      [undefined, undefined],
      ["EVENT_FIELD_INVALID", "to"],
      ["EVENT_FIELD_INVALID", "to"],
    ]);
  });

  it("never repeat in a refusal what the line said", async () => {
    const canary = "canary-7f3a";
    const rows = await read(
      { ...CASE, kind: canary },
      { ...CASE, [canary]: canary },
      { ...CASE, openedAt: canary },
      { kind: "employee", id: "emp-7", phoneHashes: [canary] },
    );
    expect(rows.every(({ refusal }) => refusal !== undefined)).toBe(true);
    expect(
      JSON.stringify(rows.map(({ refusal }) => [refusal?.message, refusal?.detail, refusal?.field])),
    ).not.toContain(canary);
  });
});
