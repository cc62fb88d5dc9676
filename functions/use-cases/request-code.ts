import { codeFrom, grantCode } from "../domain/confirmation.ts";
import { TOKEN_BYTES, tokenKey } from "../domain/session.ts";
import type { Language } from "../domain/vocabulary.ts";
import { auditLine, commitDecision, queuedMail } from "./commit.ts";
import type { PortalStore } from "./identity-ports.ts";
import type { Clock, Keyring, Random } from "./ports.ts";

export interface RequestCodeDeps {
  readonly store: Pick<PortalStore, "commit" | "guardOf">;
  readonly keyring: Pick<Keyring, "addressKey" | "mac">;
  readonly clock: Clock;
  readonly random: Random;
}

/** What is kept of a code: useless without the key, and different for every salt. */
export const codeMac = (keyring: Pick<Keyring, "mac">, salt: string, code: string): Buffer =>
  keyring.mac("confirmation code", salt, code);

/**
 * Grants a code to a browser and queues its mail. It never looks into the directory: known and unknown addresses take
 * the same steps and get the same answer, and only the sender of the mail, later and elsewhere, tells them apart.
 *
 * @returns The browser's token, new each time. Where a cap is met it opens nothing, and nothing else tells so.
 */
export const requestCode = async (
  { store, keyring, clock, random }: RequestCodeDeps,
  { email, language }: { readonly email: string; readonly language: Language },
): Promise<{ readonly browserToken: string }> => {
  const browserToken = random(TOKEN_BYTES).toString("base64url");
  const challengeKey = tokenKey(browserToken);
  const addressKey = keyring.addressKey(email);
  const code = codeFrom(random(8));
  const salt = random(16).toString("base64url");

  await commitDecision(store, async () => {
    const now = clock();
    const guard = await store.guardOf(addressKey, now);
    const granted = grantCode(guard.value, challengeKey, now);
    if (granted === undefined) return { changes: [], result: undefined };
    const { challenge } = granted;
    return {
      result: undefined,
      changes: [
        { kind: "guard", addressKey, guard: { ...guard, value: granted.guard }, now },
        {
          kind: "open-challenge",
          challenge: {
            ...challenge,
            challengeKey,
            addressKey,
            address: email,
            language,
            salt,
            codeMac: codeMac(keyring, salt, code).toString("base64url"),
          },
        },
        queuedMail(random, { address: email, language, content: { kind: "code", code } }, now, challenge.expiresAt),
        auditLine(random, "code-requested", now, addressKey),
      ],
    };
  });
  return { browserToken };
};
