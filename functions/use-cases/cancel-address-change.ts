import { nextAddressChange } from "../domain/address-change.ts";
import { Refusal } from "../domain/errors.ts";
import { auditLine, commitDecision } from "./commit.ts";
import type { PortalStore, SignedIn } from "./identity-ports.ts";
import type { Clock, Random } from "./ports.ts";

export interface CancelAddressChangeDeps {
  readonly store: Pick<PortalStore, "commit" | "addressChangeOf">;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Stops a change while it is held. Whoever is signed in with the old address may, whoever asked for it. Throws
 * `NOT_FOUND` where there is none, `ACT_NOT_POSSIBLE` where its hold is over.
 */
export const cancelAddressChange = (
  { store, clock, random }: CancelAddressChangeDeps,
  { addressKey }: Pick<SignedIn, "addressKey">,
): Promise<void> =>
  commitDecision(store, async () => {
    const from = await store.addressChangeOf(addressKey);
    if (from === undefined) throw new Refusal("NOT_FOUND");
    const { value, revision } = from;
    const state = nextAddressChange("cancel", value.state);
    if (state === undefined) throw new Refusal(value.state === "moving" ? "ACT_NOT_POSSIBLE" : "NOT_FOUND");
    return {
      result: undefined,
      changes: [
        { kind: "move-address-change", to: { value: { ...value, state }, revision }, act: "cancel" },
        auditLine(random, "address-change-cancelled", clock(), addressKey),
      ],
    };
  });
