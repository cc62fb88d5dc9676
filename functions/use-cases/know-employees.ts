import type { RegardConfig } from "../contract/config.ts";
import type { EmployeeFact } from "../contract/facts.ts";
import type { KnownEmployee } from "../domain/known-people.ts";
import type { Facts, Keyring } from "./ports.ts";
import { senderKeysOf } from "./sender-key.ts";

export interface KnowEmployees {
  readonly facts: Pick<Facts, "putEmployees">;
  readonly keyring: Pick<Keyring, "mac" | "customerKey">;
  readonly config: Pick<RegardConfig, "jurisdictions">;
}

/**
 * Keeps what the company says about its employees. Customers, numbers and accounts in it become keyed hashes here; in
 * clear they are kept nowhere. The latest word on an employee replaces the one before it, whole.
 */
export const knowEmployees = (deps: KnowEmployees, employees: readonly EmployeeFact[]): Promise<void> =>
  deps.facts.putEmployees(employees.map((employee) => keyed(deps, employee)));

const keyed = (
  { keyring, config }: KnowEmployees,
  { customerId, conflictCustomerIds, contacts, ...rest }: EmployeeFact,
): KnownEmployee => ({
  ...rest,
  ...(customerId !== undefined && { customerKey: keyring.customerKey(customerId) }),
  ...(conflictCustomerIds && { conflictCustomerKeys: conflictCustomerIds.map((id) => keyring.customerKey(id)) }),
  ...(contacts && {
    senderKeys: [...new Set(contacts.flatMap((one) => senderKeysOf(keyring, one, config.jurisdictions[0])))],
  }),
});
