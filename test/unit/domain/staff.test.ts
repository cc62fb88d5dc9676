import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasSecondFactor, rolesOf, STAFF_ROLES } from "../../../functions/domain/staff.ts";

const GROUPS = { dpo: "privacy-office", approver: "privacy-approvers" };

describe("roles at the desk", () => {
  it("come from the two groups, by their names as they are written, and from nothing else", () => {
    expect(rolesOf(["privacy-approvers", "everybody", "privacy-office"], GROUPS)).toEqual(["dpo", "approver"]);
    expect(rolesOf(["privacy-office"], GROUPS)).toEqual(["dpo"]);
    expect(rolesOf(["dpo", "approver", "Privacy-Office", "privacy-office "], GROUPS)).toEqual([]);
  });

  it("are each given once, whatever the groups", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...Object.values(GROUPS)))), (groups) => {
        const roles = rolesOf(groups, GROUPS);
        expect(roles).toEqual(STAFF_ROLES.filter((role) => groups.includes(GROUPS[role])));
      }),
    );
  });
});

describe("a second factor", () => {
  it("has to be stated, unless the provider enforces it and states nothing", () => {
    expect(hasSecondFactor(undefined, "stated")).toBe(false);
    expect(hasSecondFactor(undefined, "enforced")).toBe(true);
  });

  it.each([
    [["pwd"], false],
    [[], false],
    [["user", "kba", "pin", "wia", "rba"], false],
    [["pwd", "otp"], true],
    [["mfa"], true],
    [["hwk"], true],
  ])("is there with %j: %s, whoever enforces it", (amr, there) => {
    expect(hasSecondFactor(amr, "stated")).toBe(there);
    expect(hasSecondFactor(amr, "enforced")).toBe(there);
  });
});
