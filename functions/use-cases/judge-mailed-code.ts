import { timingSafeEqual } from "node:crypto";
import { codeDigits, tryCode } from "../domain/confirmation.ts";
import { Refusal, secondsUntil } from "../domain/errors.ts";
import { auditLine, queuedMail } from "./commit.ts";
import { codeMac } from "./grant-mailed-code.ts";
import type { Change, PortalStore, StoredChallenge } from "./identity-ports.ts";
import type { Keyring, Random } from "./ports.ts";

export interface JudgeDeps {
  readonly store: Pick<PortalStore, "guardOf">;
  readonly keyring: Pick<Keyring, "mac">;
  readonly random: Random;
}

/** What one try comes to: what has to be written, and the refusal, where the code was not right. */
export interface Judgement {
  readonly changes: readonly Change[];
  readonly refusal?: Refusal;
}

/**
 * Judges a code that was typed against the one that was mailed. `mayBeRight` is asked for whatever the code is, so that
 * no answer's time tells a right code from a wrong one.
 */
export const judgeMailedCode = async (
  { store, keyring, random }: JudgeDeps,
  {
    from,
    code,
    mayBeRight,
  }: {
    readonly from: StoredChallenge;
    readonly code: string;
    readonly mayBeRight: boolean | Promise<boolean>;
  },
  now: number,
): Promise<Judgement> => {
  const { addressKey, address, challengeKey, language, salt } = from;
  const [guard, isPossible] = await Promise.all([store.guardOf(addressKey, now), mayBeRight]);
  const matches = timingSafeEqual(codeMac(keyring, salt, codeDigits(code)), Buffer.from(from.codeMac, "base64url"));
  const right = [matches, isPossible].every(Boolean);

  const attempt = tryCode({ guard: guard.value, challengeKey, challenge: from }, right, now);
  if (attempt.outcome === "spent") return { changes: [], refusal: new Refusal("CODE_SPENT") };
  if (attempt.outcome === "paused") {
    const retryAfterSeconds = secondsUntil(attempt.until, now);
    return { changes: [], refusal: new Refusal("CODE_PAUSED", { retryAfterSeconds }) };
  }
  const changes: readonly Change[] = [
    { kind: "guard", addressKey, guard: { ...guard, value: attempt.guard }, now },
    { kind: "move-challenge", from, to: attempt.challenge },
  ];
  if (attempt.outcome === "right") return { changes };
  if (attempt.pausedUntil === undefined) return { changes, refusal: new Refusal("CODE_WRONG") };
  const until = attempt.pausedUntil;
  return {
    refusal: new Refusal("CODE_PAUSED", { retryAfterSeconds: secondsUntil(until, now) }),
    changes: [
      ...changes,
      queuedMail(random, { address, language, content: { kind: "paused" } }, now, until),
      auditLine(random, "step-paused", now, addressKey),
    ],
  };
};
