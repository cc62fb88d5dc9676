import type { KnownCustomer, KnownEmployee } from "../known-people.ts";
import { aboutPair, spanOf } from "./look.ts";
import type { Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";

/** One of the two has said that they are too close. Even a look under the customer's running case then needs a word. */
export const declaredConflict = ({
  unexplained,
  employee,
  customer,
}: Pick<Sifted, "unexplained"> & {
  readonly employee: KnownEmployee | undefined;
  readonly customer: KnownCustomer | undefined;
}): readonly Hit<"declared-conflict">[] => {
  const [first] = unexplained;
  if (first === undefined) return [];
  const byCustomer = customer?.conflictEmployeeIds?.includes(first.employeeId) ?? false;
  const byEmployee = employee?.conflictCustomerKeys?.includes(first.access.customerKey) ?? false;
  if (!byCustomer && !byEmployee) return [];
  const inputs = { ...spanOf(unexplained), declaredBy: byCustomer ? "customer" : "employee" } as const;
  return [{ rule: "declared-conflict", ...aboutPair(unexplained), inputs }];
};
