import type { CustomerFact, EmployeeFact } from "../contract/facts.ts";

/** An employee as the company's HR system reported them; customers, numbers and accounts replaced by keyed hashes. */
export type KnownEmployee = Omit<EmployeeFact, "customerId" | "conflictCustomerIds" | "contacts"> & {
  /** What a contact report's sender is compared with. */
  readonly senderKeys?: readonly string[] | undefined;
  readonly customerKey?: string | undefined;
  readonly conflictCustomerKeys?: readonly string[] | undefined;
};

/** A customer as the company reported them: salted hashes under the keyed hash. */
export type KnownCustomer = Omit<CustomerFact, "customerId"> & { readonly customerKey: string };
