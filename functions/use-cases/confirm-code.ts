import { timingSafeEqual } from "node:crypto";
import { codeDigits, tryCode } from "../domain/confirmation.ts";
import { Refusal } from "../domain/errors.ts";
import { TOKEN_BYTES, tokenKey } from "../domain/session.ts";
import { auditLine, commitDecision, type Decision, queuedMail } from "./commit.ts";
import type { PortalStore, SignedIn } from "./identity-ports.ts";
import type { Clock, Directory, Keyring, Random } from "./ports.ts";
import { signedIn } from "./read-session.ts";
import { codeMac } from "./request-code.ts";

export interface ConfirmCodeDeps {
  readonly store: Pick<PortalStore, "commit" | "guardOf" | "challengeOf">;
  readonly directory: Pick<Directory, "customersOf">;
  readonly keyring: Pick<Keyring, "mac">;
  readonly clock: Clock;
  readonly random: Random;
}

/** Most accounts behind one address that a sign-in carries. */
const MAX_ACCOUNTS = 1_000;

const secondsUntil = (instant: number, now: number): number => Math.max(1, Math.ceil((instant - now) / 1_000));

/**
 * Signs a browser in that sends the code it was granted. The directory is read whatever the code is, and a right code
 * for an unknown address (which was mailed to nobody) counts as a wrong one: no answer tells the two apart.
 *
 * Throws `CODE_WRONG`, `CODE_SPENT` (expired, replaced, used, exhausted, or never granted to this browser) and
 * `CODE_PAUSED` with the time to wait.
 */
export const confirmCode = async (
  { store, directory, keyring, clock, random }: ConfirmCodeDeps,
  { browserToken, code }: { readonly browserToken: string; readonly code: string },
): Promise<{ readonly sessionToken: string; readonly customer: SignedIn }> => {
  type Outcome = Refusal | { readonly sessionToken: string; readonly customer: SignedIn };

  const outcome = await commitDecision(store, async (): Promise<Decision<Outcome>> => {
    const now = clock();
    const from = await store.challengeOf(tokenKey(browserToken));
    if (from === undefined) return { changes: [], result: new Refusal("CODE_SPENT") };
    const { addressKey, address, challengeKey, language, salt } = from;
    const [guard, customers] = await Promise.all([store.guardOf(addressKey, now), directory.customersOf(addressKey)]);
    const matches = timingSafeEqual(codeMac(keyring, salt, codeDigits(code)), Buffer.from(from.codeMac, "base64url"));
    const right = [matches, customers.length > 0].every(Boolean);

    const attempt = tryCode({ guard: guard.value, challengeKey, challenge: from }, right, now);
    if (attempt.outcome === "spent") return { changes: [], result: new Refusal("CODE_SPENT") };
    if (attempt.outcome === "paused") {
      const retryAfterSeconds = secondsUntil(attempt.until, now);
      return { changes: [], result: new Refusal("CODE_PAUSED", { retryAfterSeconds }) };
    }
    const tried = [
      { kind: "guard", addressKey, guard: { ...guard, value: attempt.guard }, now },
      { kind: "move-challenge", from, to: attempt.challenge },
    ] as const;
    if (attempt.outcome === "wrong") {
      if (attempt.pausedUntil === undefined) return { changes: tried, result: new Refusal("CODE_WRONG") };
      const until = attempt.pausedUntil;
      return {
        result: new Refusal("CODE_PAUSED", { retryAfterSeconds: secondsUntil(until, now) }),
        changes: [
          ...tried,
          queuedMail(random, { address, language, content: { kind: "paused" } }, now, until),
          auditLine(random, "step-paused", now, addressKey),
        ],
      };
    }

    const sessionToken = random(TOKEN_BYTES).toString("base64url");
    const session = {
      sessionKey: tokenKey(sessionToken),
      addressKey,
      address,
      accounts: customers.slice(0, MAX_ACCOUNTS),
      openedAt: now,
      seenAt: now,
    };
    return {
      result: { sessionToken, customer: signedIn(session) },
      changes: [...tried, { kind: "open-session", session }, auditLine(random, "session-opened", now, addressKey)],
    };
  });
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
};
