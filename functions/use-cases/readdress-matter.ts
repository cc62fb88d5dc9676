import { Refusal } from "../domain/errors.ts";
import { type ActDeps, actOnMatter } from "./act-on-matter.ts";
import type { MatterStore } from "./matter-ports.ts";
import type { Keyring } from "./ports.ts";

export interface ReaddressDeps extends ActDeps {
  readonly matters: Pick<MatterStore, "matterOf" | "openMatterOf">;
  readonly keyring: Pick<Keyring, "addressKey">;
}

/**
 * News of what the customer has open goes where they are now: whoever reads the old mailbox may be why they changed it.
 * Nothing happens where it went elsewhere before, or nothing is open.
 */
export const readdressMatter = async (
  deps: ReaddressDeps,
  customerKey: string,
  { addressKey, newAddress }: { readonly addressKey: string; readonly newAddress: string },
): Promise<void> => {
  const reference = await deps.matters.openMatterOf(customerKey);
  if (reference === undefined) return;
  const change = actOnMatter(deps, { reference, by: { kind: "customer" } }, "readdress", ({ address }) =>
    address !== undefined && deps.keyring.addressKey(address) === addressKey
      ? { deed: { act: "readdress" }, to: { address: newAddress } }
      : undefined,
  );
  await change.catch((error: unknown) => {
    // Closed between the two reads: there is no more news of it.
    if (!(error instanceof Refusal && error.code === "ACT_NOT_POSSIBLE")) throw error;
  });
};
