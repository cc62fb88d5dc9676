import { codeFrom, grantCode } from "../domain/confirmation.ts";
import type { Language } from "../domain/vocabulary.ts";
import { auditLine, queuedMail } from "./commit.ts";
import type { Change, PortalStore } from "./identity-ports.ts";
import type { Keyring, Random } from "./ports.ts";

export interface GrantDeps {
  readonly store: Pick<PortalStore, "guardOf">;
  readonly keyring: Pick<Keyring, "addressKey" | "mac">;
  readonly random: Random;
}

/** What is kept of a code: useless without the key, and different for every salt. */
export const codeMac = (keyring: Pick<Keyring, "mac">, salt: string, code: string): Buffer =>
  keyring.mac("confirmation code", salt, code);

/**
 * Everything that has to be written so that a code goes to an address; undefined where a cap is met or the step is
 * paused. The directory is not asked: this looks the same for every address.
 *
 * @param challengeKey Under which the code is found again; new for each.
 */
export const grantMailedCode = async (
  { store, keyring, random }: GrantDeps,
  to: {
    readonly address: string;
    readonly language: Language;
    readonly challengeKey: string;
    readonly kind: "code" | "address-code";
  },
  now: number,
): Promise<readonly Change[] | undefined> => {
  const { address, language, challengeKey, kind } = to;
  const addressKey = keyring.addressKey(address);
  const guard = await store.guardOf(addressKey, now);
  const granted = grantCode(guard.value, challengeKey, now);
  if (granted === undefined) return undefined;
  const { challenge } = granted;
  const code = codeFrom(random(8));
  const salt = random(16).toString("base64url");
  return [
    { kind: "guard", addressKey, guard: { ...guard, value: granted.guard }, now },
    {
      kind: "open-challenge",
      challenge: {
        ...challenge,
        challengeKey,
        addressKey,
        address,
        language,
        salt,
        codeMac: codeMac(keyring, salt, code).toString("base64url"),
      },
    },
    queuedMail(random, { address, language, content: { kind, code } }, now, challenge.expiresAt),
    auditLine(random, "code-requested", now, addressKey),
  ];
};
