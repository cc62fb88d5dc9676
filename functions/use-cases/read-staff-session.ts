import { isWorthNoting, tokenKey } from "../domain/session.ts";
import { STAFF_LIFE } from "../domain/staff-session.ts";
import type { Clock } from "./ports.ts";
import type { SignedInStaff, StaffStore } from "./staff-ports.ts";

/** Who of the staff is behind a token; undefined where it stands for nobody or is over. Reading keeps it alive. */
export const readStaffSession = async (
  { staffStore, clock }: { readonly staffStore: Pick<StaffStore, "sessionOf" | "noteSeen">; readonly clock: Clock },
  sessionToken: string,
): Promise<SignedInStaff | undefined> => {
  const now = clock();
  const session = await staffStore.sessionOf(tokenKey(sessionToken));
  if (session === undefined || STAFF_LIFE.isOver(session, now)) return undefined;
  if (!isWorthNoting(session, now)) return session;
  await staffStore.noteSeen(session.sessionKey, now);
  return { ...session, seenAt: now };
};
