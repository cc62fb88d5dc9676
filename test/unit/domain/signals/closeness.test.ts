import { describe, expect, it } from "vitest";
import { findColleague } from "../../../../functions/domain/signals/closeness.ts";
import { hitsOf, look, rulesOf } from "../../../support/looks.ts";

const stated = (after: number) => look(after, { rule: "CASE_NOT_NEEDED", purpose: "MARKETING" });

describe("closeness", () => {
  const hash = (name: string) => name.padEnd(32, "0");
  const employee = {
    id: "emp-7",
    protected: false,
    addressHashes: [hash("door")],
    streetHashes: [hash("street")],
    mailHashes: [hash("mail")],
  };
  const customer = { customerKey: "customer-1", addressHashes: [hash("door")], streetHashes: [hash("street")] };

  it("is a colleague, and never oneself", () => {
    expect(rulesOf([stated(0)], { isColleague: true })).toEqual(["colleague"]);
    expect(rulesOf([stated(0)], { isColleague: true, employee: { ...employee, customerKey: "customer-1" } })).toEqual(
      [],
    );
    expect(
      rulesOf([stated(0)], { isColleague: true, employee, customer: { ...customer, mailHashes: [hash("mail")] } }),
    ).toEqual([]);
    expect(rulesOf([look(0, { rule: "CASE_MATCHES" })], { isColleague: true })).toEqual([]);
  });

  it("is the same address, or else the same street", () => {
    expect(hitsOf([stated(0)], { employee, customer })).toMatchObject([
      { rule: "household", inputs: { shared: "address" } },
    ]);
    const across = { ...customer, addressHashes: [hash("other")] };
    expect(hitsOf([stated(0)], { employee, customer: across })).toMatchObject([{ inputs: { shared: "street" } }]);
    expect(rulesOf([stated(0)], { employee, customer: { customerKey: "customer-1" } })).toEqual([]);
    expect(rulesOf([stated(0)], { employee: undefined, customer })).toEqual([]);
  });

  it("is a conflict that either of the two has declared", () => {
    const byCustomer = { customer: { customerKey: "customer-1", conflictEmployeeIds: ["emp-7"] } };
    expect(hitsOf([stated(0)], byCustomer)).toMatchObject([
      { rule: "declared-conflict", inputs: { declaredBy: "customer" } },
    ]);
    const byEmployee = { employee: { id: "emp-7", protected: false, conflictCustomerKeys: ["customer-1"] } };
    expect(hitsOf([stated(0)], byEmployee)).toMatchObject([{ inputs: { declaredBy: "employee" } }]);
    const others = { customer: { customerKey: "customer-1", conflictEmployeeIds: ["emp-8"] } };
    expect(rulesOf([stated(0)], others)).toEqual([]);
    expect(rulesOf([look(0, { rule: "CASE_MATCHES" })], byCustomer)).toEqual([]);
  });
});

describe("who is a colleague", () => {
  const hash = (name: string) => name.padEnd(32, "0");
  const isColleague = findColleague([
    { id: "emp-1", protected: false, customerKey: "customer-9" },
    {
      id: "emp-2",
      protected: false,
      mailHashes: [hash("mail")],
      phoneHashes: [hash("phone")],
      addressHashes: [hash("door")],
    },
  ]);

  it("shows by their id as a customer, their mail address or their number, and not by where they live", () => {
    expect(isColleague("customer-9")).toBe(true);
    expect(isColleague("customer-1")).toBe(false);
    expect(isColleague("customer-1", { customerKey: "customer-1", mailHashes: [hash("mail")] })).toBe(true);
    expect(isColleague("customer-1", { customerKey: "customer-1", phoneHashes: [hash("phone")] })).toBe(true);
    expect(isColleague("customer-1", { customerKey: "customer-1", addressHashes: [hash("door")] })).toBe(false);
  });
});
