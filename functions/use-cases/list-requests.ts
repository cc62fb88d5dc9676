import type { CustomerRequest } from "../contract/customer-api.ts";
import { REQUEST_LIFE_MS } from "../domain/request.ts";
import type { PortalStore, SignedIn } from "./identity-ports.ts";
import type { Clock } from "./ports.ts";

/** The requests of everyone behind the confirmed address, newest first. */
export const listRequests = async (
  { store, clock }: { readonly store: Pick<PortalStore, "requestsOf">; readonly clock: Clock },
  { accounts }: Pick<SignedIn, "accounts">,
): Promise<readonly CustomerRequest[]> => {
  const keptSince = new Date(clock() - REQUEST_LIFE_MS).toISOString();
  const lists = await Promise.all(
    accounts.map(async (customerKey, index) =>
      (await store.requestsOf(customerKey)).map(({ customerKey: _, ...request }) => ({
        ...request,
        account: index + 1,
      })),
    ),
  );
  return lists
    .flat()
    .filter(({ receivedAt }) => receivedAt > keptSince)
    .sort((one, other) => (one.receivedAt < other.receivedAt ? 1 : -1));
};
