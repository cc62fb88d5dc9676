import { nextAddressChange } from "../domain/address-change.ts";
import { Refusal } from "../domain/errors.ts";
import type { Language } from "../domain/vocabulary.ts";
import { auditLine, commitDecision, newId } from "./commit.ts";
import { type GrantDeps, grantMailedCode } from "./grant-mailed-code.ts";
import type { PortalStore, SignedIn, StoredAddressChange } from "./identity-ports.ts";
import type { Clock } from "./ports.ts";
import { spendAllowance } from "./spend-allowance.ts";

export interface ChangeAddressDeps extends GrantDeps {
  readonly store: Pick<PortalStore, "commit" | "guardOf" | "spentBy" | "addressChangeOf">;
  readonly clock: Clock;
}

/**
 * Asks to move the customers behind the signed-in address to another one: a code goes there, known or not, and says so
 * to nobody. Where a cap of that address is met, nothing is sent and the answer is the same.
 *
 * Throws `REQUEST_INVALID` for the very address one is signed in with, `ACT_NOT_POSSIBLE` while another change is under
 * way, `TOO_MANY_TODAY`.
 */
export const changeAddress = async (
  deps: ChangeAddressDeps,
  customer: SignedIn,
  { email, language }: { readonly email: string; readonly language: Language },
): Promise<void> => {
  const { store, keyring, clock, random } = deps;
  const { addressKey, address, sessionKey, accounts } = customer;
  const newAddressKey = keyring.addressKey(email);
  if (newAddressKey === addressKey) throw new Refusal("REQUEST_INVALID", { field: "email" });
  const mayAsk = async () => {
    const from = await store.addressChangeOf(addressKey);
    if (nextAddressChange("ask", from?.value.state) === undefined) throw new Refusal("ACT_NOT_POSSIBLE");
    return from;
  };
  await mayAsk();
  await spendAllowance(deps, addressKey, "address-codes");

  await commitDecision(store, async () => {
    const now = clock();
    const from = await mayAsk();
    const challengeKey = newId(random);
    const granted = await grantMailedCode(deps, { address: email, language, challengeKey, kind: "address-code" }, now);
    if (granted === undefined) return { changes: [], result: undefined };
    const to: StoredAddressChange = {
      state: "asked",
      requestedAt: now,
      takesEffectAt: now,
      addressKey,
      address,
      language,
      sessionKey,
      challengeKey,
      newAddress: email,
      customerKeys: accounts,
    };
    return {
      result: undefined,
      changes: [
        ...granted,
        { kind: "move-address-change", to: { value: to, revision: from?.revision ?? 0 }, act: "ask" },
        auditLine(random, "address-change-asked", now, addressKey),
      ],
    };
  });
};
