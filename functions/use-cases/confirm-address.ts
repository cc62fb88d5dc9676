import { HOLD_MS, nextAddressChange } from "../domain/address-change.ts";
import { Refusal } from "../domain/errors.ts";
import { auditLine, commitDecision, type Decision, queuedMail } from "./commit.ts";
import type { PortalStore, SignedIn, StoredAddressChange } from "./identity-ports.ts";
import { type JudgeDeps, judgeMailedCode } from "./judge-mailed-code.ts";
import type { Clock } from "./ports.ts";

export interface ConfirmAddressDeps extends JudgeDeps {
  readonly store: Pick<PortalStore, "commit" | "guardOf" | "challengeOf" | "addressChangeOf">;
  readonly clock: Clock;
}

/**
 * Takes the code that went to the new address, in the sign-in that asked for it, and begins the hold: the old address is
 * told, goes on working, and can stop it.
 *
 * Throws `CODE_WRONG`, `CODE_SPENT` and `CODE_PAUSED` as a sign-in does.
 */
export const confirmAddress = async (
  deps: ConfirmAddressDeps,
  { addressKey, sessionKey }: SignedIn,
  code: string,
): Promise<StoredAddressChange> => {
  const { store, clock, random } = deps;
  type Outcome = Refusal | StoredAddressChange;

  const outcome = await commitDecision(store, async (): Promise<Decision<Outcome>> => {
    const now = clock();
    const change = await store.addressChangeOf(addressKey);
    const state = nextAddressChange("confirm", change?.value.state);
    const isAsked = change !== undefined && state !== undefined && change.value.sessionKey === sessionKey;
    const from = isAsked ? await store.challengeOf(change.value.challengeKey) : undefined;
    if (!isAsked || from === undefined) return { changes: [], result: new Refusal("CODE_SPENT") };
    const { changes, refusal } = await judgeMailedCode(deps, { from, code, mayBeRight: true }, now);
    if (refusal !== undefined) return { changes, result: refusal };

    const takesEffectAt = now + HOLD_MS;
    const to: StoredAddressChange = { ...change.value, state, requestedAt: now, takesEffectAt };
    const { address, language } = to;
    const notice = { kind: "address-changing", takesEffectAt: new Date(takesEffectAt).toISOString() } as const;
    return {
      result: to,
      changes: [
        ...changes,
        { kind: "move-address-change", to: { value: to, revision: change.revision }, act: "confirm" },
        queuedMail(random, { address, language, content: notice }, now, takesEffectAt),
        auditLine(random, "address-change-held", now, addressKey),
      ],
    };
  });
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
};
