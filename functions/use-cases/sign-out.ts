import type { PortalStore, SignedIn } from "./identity-ports.ts";

/** Ends a sign-in on the server; its token is worth nothing from now on. */
export const signOut = (
  { store }: { readonly store: Pick<PortalStore, "endSession"> },
  { sessionKey }: Pick<SignedIn, "sessionKey">,
): Promise<void> => store.endSession(sessionKey);
