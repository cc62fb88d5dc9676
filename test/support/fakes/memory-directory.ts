import type { Directory } from "../../../functions/use-cases/ports.ts";

/** The directory in memory: passes the same contract tests as the one on DynamoDB. */
export const memoryDirectory = (): Directory => {
  const customers = new Map<string, Set<string>>();
  return {
    link: async (pairs) => {
      for (const { addressKey, customerKey } of pairs) {
        customers.set(addressKey, (customers.get(addressKey) ?? new Set()).add(customerKey));
      }
    },
    unlink: async (pairs) => {
      for (const { addressKey, customerKey } of pairs) customers.get(addressKey)?.delete(customerKey);
    },
    customersOf: async (addressKey) => [...(customers.get(addressKey) ?? [])].sort(),
  };
};
