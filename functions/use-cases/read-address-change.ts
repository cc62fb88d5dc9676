import type { AddressChange } from "../contract/customer-matters.ts";
import { isUnderWay, maskedAddress } from "../domain/address-change.ts";
import type { PortalStore, SignedIn, StoredAddressChange } from "./identity-ports.ts";

/** A change as whoever is signed in with the old address may see it; they might not be who asked for it. */
export const shownChange = (change: StoredAddressChange | undefined): AddressChange =>
  change === undefined || !isUnderWay(change)
    ? {}
    : {
        change: {
          to: maskedAddress(change.newAddress),
          requestedAt: new Date(change.requestedAt).toISOString(),
          takesEffectAt: new Date(change.takesEffectAt).toISOString(),
        },
      };

/** The change of the signed-in address that will happen unless somebody objects. */
export const readAddressChange = async (
  { store }: { readonly store: Pick<PortalStore, "addressChangeOf"> },
  { addressKey }: Pick<SignedIn, "addressKey">,
): Promise<AddressChange> => shownChange((await store.addressChangeOf(addressKey))?.value);
