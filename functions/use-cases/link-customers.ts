import type { CustomerLink } from "../contract/customer-link.ts";
import type { Directory, Identities, Keyring } from "./ports.ts";

export interface LinkCustomers {
  readonly directory: Directory;
  readonly keyring: Keyring;
  /** Where the company's own log is read in place. */
  readonly identities?: Pick<Identities, "keep"> | undefined;
}

/** Lets customers ask for their records under these addresses. Idempotent; keyed hashes are all that is kept, and sealed ids where the company's own log is read. */
export const linkCustomers = async (
  { directory, keyring, identities }: LinkCustomers,
  links: readonly CustomerLink[],
): Promise<void> => {
  const keyed = links.map(({ customerId, email }) => ({
    addressKey: keyring.addressKey(email),
    customerKey: keyring.customerKey(customerId),
    customerId,
  }));
  // First: who can sign in can be asked for in the company's own log.
  await identities?.keep(keyed);
  await directory.link(keyed);
};
