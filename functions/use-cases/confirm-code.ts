import { Refusal } from "../domain/errors.ts";
import { TOKEN_BYTES, tokenKey } from "../domain/session.ts";
import { auditLine, commitDecision, type Decision } from "./commit.ts";
import type { PortalStore, SignedIn } from "./identity-ports.ts";
import { type JudgeDeps, judgeMailedCode } from "./judge-mailed-code.ts";
import type { Clock, Directory } from "./ports.ts";
import { signedIn } from "./read-session.ts";

export interface ConfirmCodeDeps extends JudgeDeps {
  readonly store: Pick<PortalStore, "commit" | "guardOf" | "challengeOf">;
  readonly directory: Pick<Directory, "customersOf">;
  readonly clock: Clock;
}

/** Most accounts behind one address that a sign-in carries. */
const MAX_ACCOUNTS = 1_000;

/**
 * Signs a browser in that sends the code it was granted. The directory is read whatever the code is, and a right code
 * for an unknown address (which was mailed to nobody) counts as a wrong one: no answer tells the two apart.
 *
 * Throws `CODE_WRONG`, `CODE_SPENT` (expired, replaced, used, exhausted, or never granted to this browser) and
 * `CODE_PAUSED` with the time to wait.
 */
export const confirmCode = async (
  deps: ConfirmCodeDeps,
  { browserToken, code }: { readonly browserToken: string; readonly code: string },
): Promise<{ readonly sessionToken: string; readonly customer: SignedIn }> => {
  const { store, directory, clock, random } = deps;
  type Outcome = Refusal | { readonly sessionToken: string; readonly customer: SignedIn };

  const outcome = await commitDecision(store, async (): Promise<Decision<Outcome>> => {
    const now = clock();
    const from = await store.challengeOf(tokenKey(browserToken));
    if (from === undefined) return { changes: [], result: new Refusal("CODE_SPENT") };
    const { addressKey, address } = from;
    const known = directory.customersOf(addressKey);
    const mayBeRight = known.then((customers) => customers.length > 0);
    const { changes, refusal } = await judgeMailedCode(deps, { from, code, mayBeRight }, now);
    if (refusal !== undefined) return { changes, result: refusal };

    const sessionToken = random(TOKEN_BYTES).toString("base64url");
    const session = {
      sessionKey: tokenKey(sessionToken),
      addressKey,
      address,
      accounts: (await known).slice(0, MAX_ACCOUNTS),
      openedAt: now,
      seenAt: now,
    };
    return {
      result: { sessionToken, customer: signedIn(session) },
      changes: [...changes, { kind: "open-session", session }, auditLine(random, "session-opened", now, addressKey)],
    };
  });
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
};
