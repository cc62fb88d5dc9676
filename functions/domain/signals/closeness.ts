import type { KnownCustomer, KnownEmployee } from "../known-people.ts";

type Hashes = "addressHashes" | "streetHashes" | "phoneHashes" | "mailHashes";
type Hashed = { readonly [Kind in Hashes]?: readonly string[] | undefined };

/** Whether two people have a salted hash of this kind in common. Nothing known is nothing in common. */
export const share = (kind: Hashes, one: Hashed | undefined, other: Hashed | undefined): boolean =>
  one?.[kind]?.some((hash) => other?.[kind]?.includes(hash)) ?? false;

/** Whether an employee and a customer are one person. */
export const isSelf = (employee: KnownEmployee | undefined, customerKey: string, customer?: KnownCustomer): boolean =>
  employee?.customerKey === customerKey ||
  share("mailHashes", employee, customer) ||
  share("phoneHashes", employee, customer);

/**
 * The employees who are customers too: asked with a customer, answers whether it is one of them. A number or a mail
 * address of their own in common is enough; an address is not, for a colleague's family lives there as well.
 */
export const findColleague = (
  employees: Iterable<KnownEmployee>,
): ((customerKey: string, customer?: KnownCustomer) => boolean) => {
  const customerKeys = new Set<string>();
  const hashes = new Set<string>();
  for (const { customerKey, mailHashes = [], phoneHashes = [] } of employees) {
    if (customerKey !== undefined) customerKeys.add(customerKey);
    for (const hash of [...mailHashes, ...phoneHashes]) hashes.add(hash);
  }
  return (customerKey, customer) =>
    customerKeys.has(customerKey) ||
    [...(customer?.mailHashes ?? []), ...(customer?.phoneHashes ?? [])].some((hash) => hashes.has(hash));
};
