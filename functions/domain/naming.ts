import type { StaffIdentity } from "./vocabulary.ts";

/**
 * Whether an employee's name may stand in a customer's record (CJEU C-579/21). Under `dpo` a person decides about each
 * release, so no record names anybody by itself.
 */
export const mayBeNamed = (staffIdentity: StaffIdentity, isProtected: boolean): boolean =>
  staffIdentity === "name" && !isProtected;
