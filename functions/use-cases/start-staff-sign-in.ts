import { TOKEN_BYTES, tokenKey } from "../domain/session.ts";
import type { Language } from "../domain/vocabulary.ts";
import type { Clock, Keyring, Random } from "./ports.ts";
import type { IdentityProvider, SignedInStaff, SignInSecrets, StaffStore } from "./staff-ports.ts";

export interface StartStaffSignInDeps {
  readonly staffStore: Pick<StaffStore, "keepAttempt">;
  readonly provider: Pick<IdentityProvider, "pageFor">;
  readonly keyring: Pick<Keyring, "mac">;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * The secrets of an attempt follow from the token in the browser's cookie and the company's key, so that they are
 * stored nowhere, neither the browser nor a table dump can make them, and no other browser's answer fits (OpenID
 * Connect Core, 15.5.2). 256 bits each: 43 characters, as PKCE asks (RFC 7636, 4.1).
 */
export const secretsOf = (keyring: Pick<Keyring, "mac">, attemptToken: string): SignInSecrets => {
  const secret = (purpose: string) => keyring.mac("staff sign-in", purpose, attemptToken).toString("base64url");
  return { state: secret("state"), nonce: secret("nonce"), verifier: secret("verifier") };
};

/** Begins a sign-in at the desk; with `signedIn`, once more for somebody who is signed in already. */
export const startStaffSignIn = async (
  { staffStore, provider, keyring, clock, random }: StartStaffSignInDeps,
  { language, signedIn }: { readonly language: Language; readonly signedIn?: Pick<SignedInStaff, "sessionKey"> },
): Promise<{ readonly location: string; readonly attemptToken: string }> => {
  const attemptToken = random(TOKEN_BYTES).toString("base64url");
  const location = await provider.pageFor(secretsOf(keyring, attemptToken));
  await staffStore.keepAttempt({
    attemptKey: tokenKey(attemptToken),
    language,
    replaces: signedIn?.sessionKey,
    startedAt: clock(),
  });
  return { location, attemptToken };
};
