import { describe, expect, it } from "vitest";
import { createKeyring } from "../../../functions/adapters/keyring.ts";
import { employeeFact } from "../../../functions/contract/facts.ts";
import { knowEmployees } from "../../../functions/use-cases/know-employees.ts";
import { senderKeysOf } from "../../../functions/use-cases/sender-key.ts";
import { company } from "../../support/company.ts";
import { memoryFacts } from "../../support/fakes/memory-facts.ts";

const keyring = createKeyring("a secret of at least thirty-two characters");
const open = () => {
  const facts = memoryFacts();
  return { facts, keyring, config: company() };
};
const foundBy = (deps: ReturnType<typeof open>, typed: string) =>
  deps.facts.employeesBySender(senderKeysOf(keyring, typed, "GB-ENG"));

describe("what the company says about its employees", () => {
  it("is kept without a customer, a number or an account in clear", async () => {
    const deps = open();
    const fact = employeeFact.parse({
      ...{ id: "emp-7", managerId: "boss-1", customerId: "C-77", conflictCustomerIds: ["C-78"] },
      contacts: ["07700 900117", "@Canary"],
    });
    await knowEmployees(deps, [fact]);
    const known = (await deps.facts.employees(["emp-7"])).get("emp-7");
    expect(known).toMatchObject({
      ...{ id: "emp-7", managerId: "boss-1", customerKey: keyring.customerKey("C-77") },
      conflictCustomerKeys: [keyring.customerKey("C-78")],
    });
    expect(JSON.stringify(known)).not.toMatch(/C-7|900117|anary/);
  });

  it("finds whose a number or account is, however either side wrote it, by the latest word", async () => {
    const deps = open();
    const fact = (contacts: string[]) => employeeFact.parse({ id: "emp-7", contacts });
    await knowEmployees(deps, [fact(["07700 900117", "@Kieran.D"]), employeeFact.parse({ id: "emp-8" })]);
    for (const typed of ["+44 7700 900 117", "0044 7700 900117", "(07700) 900-117", "kieran.d", "@KIERAN.D"])
      expect([typed, ...(await foundBy(deps, typed))]).toEqual([typed, "emp-7"]);
    expect(await foundBy(deps, "07700 900118")).toEqual(new Set());
    await knowEmployees(deps, [fact(["07700 900118"])]);
    expect(await foundBy(deps, "07700 900117")).toEqual(new Set());
    expect(await foundBy(deps, "07700 900118")).toEqual(new Set(["emp-7"]));
  });
});
