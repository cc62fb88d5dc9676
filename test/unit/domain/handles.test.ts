import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HANDLE_WORDS, makeHandles } from "../../../functions/domain/handles.ts";

const mac = (customerKey: string) => (employeeId: string) =>
  createHmac("sha256", "secret")
    .update(JSON.stringify([employeeId, customerKey]))
    .digest();
const employees = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 60 });

describe("handles", () => {
  it("reads like K7P-Robin", () => {
    const handle = makeHandles(mac("customer-1"))("emp-7");
    expect(handle).toMatch(/^[A-Y][2-9][A-Y]-[A-Z][a-z]+$/);
    expect(HANDLE_WORDS).toContain(handle.split("-")[1]);
  });

  it("has 128 different short words", () => {
    expect(new Set(HANDLE_WORDS).size).toBe(128);
    for (const word of HANDLE_WORDS) expect(word).toMatch(/^[A-Z][a-z]{2,9}$/);
  });

  it("is the same for one employee in all of a customer's rows", () => {
    fc.assert(
      fc.property(employees, (ids) => {
        const once = makeHandles(mac("customer-1"));
        const again = makeHandles(mac("customer-1"));
        expect(ids.map(once)).toEqual(ids.map(again));
        expect(ids.map(once)).toEqual(ids.map(once));
      }),
    );
  });

  it("tells the employees of one record apart, even where their bytes agree", () => {
    const same = makeHandles(() => Buffer.alloc(32, 7));
    const ids = Array.from({ length: 40 }, (_, index) => `emp-${index}`);
    expect(new Set(ids.map(same)).size).toBe(40);
    const handle = makeHandles(mac("customer-1"));
    const many = Array.from({ length: 5_000 }, (_, index) => handle(`emp-${index}`));
    expect(new Set(many).size).toBe(5_000);
  });

  it("cannot be joined across customers", () => {
    const ids = Array.from({ length: 400 }, (_, index) => `emp-${index}`);
    const one = ids.map(makeHandles(mac("customer-1")));
    const other = new Set(ids.map(makeHandles(mac("customer-2"))));
    // By chance two of 400 × 400 pairs may share one of 331,776 labels; an employee's own pair may not.
    expect(one.filter((handle) => other.has(handle)).length).toBeLessThan(8);
    const theirs = ids.map(makeHandles(mac("customer-2")));
    expect(one.filter((handle, index) => handle === theirs[index])).toEqual([]);
  });
});
