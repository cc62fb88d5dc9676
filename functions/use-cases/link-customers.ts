import type { CustomerLink } from "../contract/customer-link.ts";
import type { Directory, Keyring } from "./ports.ts";

export interface LinkCustomers {
  readonly directory: Directory;
  readonly keyring: Keyring;
}

/** Lets customers ask for their records under these addresses. Idempotent; keyed hashes are all that is kept. */
export const linkCustomers = ({ directory, keyring }: LinkCustomers, links: readonly CustomerLink[]): Promise<void> =>
  directory.link(
    links.map(({ customerId, email }) => ({
      addressKey: keyring.addressKey(email),
      customerKey: keyring.customerKey(customerId),
    })),
  );
