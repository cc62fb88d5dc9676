import type { Matter, StaffMember } from "../../contract/matter.ts";
import { MATTER_CASE } from "../../domain/matter-case.ts";
import { type KeepLookDeps, keepLook } from "../keep-look.ts";

/** Whoever looks, as an access event names them. */
const employeeOf = ({ id, name, unit }: StaffMember) => ({ id, name, ...(unit !== undefined && { unit }) });

/**
 * Writes the look of somebody of the desk at a matter's customer into their log. The matter is its case. Throws
 * LOOK_NOT_LOGGED.
 */
export const keepDeskLook = (
  deps: KeepLookDeps,
  staff: StaffMember,
  { reference, customerKey }: Pick<Matter, "reference" | "customerKey">,
): Promise<string> =>
  keepLook(deps, {
    customerKeys: [customerKey],
    employee: employeeOf(staff),
    action: "view",
    purpose: "RIGHTS_REQUEST",
    case: { type: MATTER_CASE, id: reference },
  });

/**
 * The same for other customers, whom a look back shows. They asked for nothing, and the matter is not theirs: it was the
 * company that checked on itself. Throws LOOK_NOT_LOGGED.
 */
export const keepLookAtOthers = (
  deps: KeepLookDeps,
  staff: StaffMember,
  customerKeys: readonly string[],
): Promise<string> =>
  keepLook(deps, { customerKeys, employee: employeeOf(staff), action: "view", purpose: "AUDIT_OVERSIGHT" });
