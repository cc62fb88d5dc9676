import { auditLine } from "./commit.ts";
import type { Clock, Random } from "./ports.ts";
import type { SignedInStaff, StaffStore } from "./staff-ports.ts";

/** Ends a sign-in at the desk on the server; its token is worth nothing from now on. */
export const signOutStaff = (
  {
    staffStore,
    clock,
    random,
  }: { readonly staffStore: Pick<StaffStore, "endSession">; readonly clock: Clock; readonly random: Random },
  { sessionKey, staffKey }: Pick<SignedInStaff, "sessionKey" | "staffKey">,
): Promise<void> => staffStore.endSession(sessionKey, auditLine(random, "staff-signed-out", clock(), staffKey));
