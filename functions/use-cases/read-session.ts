import { endOf, idleEndOf, isOver, isWorthNoting, tokenKey } from "../domain/session.ts";
import type { PortalStore, SignedIn, StoredSession } from "./identity-ports.ts";
import type { Clock } from "./ports.ts";

export const signedIn = ({ sessionKey, addressKey, address, accounts, ...times }: StoredSession): SignedIn => ({
  sessionKey,
  addressKey,
  address,
  accounts,
  idleEndsAt: new Date(idleEndOf(times)).toISOString(),
  endsAt: new Date(endOf(times)).toISOString(),
});

/** Who is behind a token; undefined where it stands for nobody or the sign-in is over. Reading keeps it alive. */
export const readSession = async (
  { store, clock }: { readonly store: Pick<PortalStore, "sessionOf" | "noteSeen">; readonly clock: Clock },
  sessionToken: string,
): Promise<SignedIn | undefined> => {
  const now = clock();
  const session = await store.sessionOf(tokenKey(sessionToken));
  if (session === undefined || isOver(session, now)) return undefined;
  if (!isWorthNoting(session, now)) return signedIn(session);
  await store.noteSeen(session.sessionKey, now);
  return signedIn({ ...session, seenAt: now });
};
