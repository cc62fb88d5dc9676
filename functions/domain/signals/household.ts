import type { KnownCustomer, KnownEmployee } from "../known-people.ts";
import { share } from "./closeness.ts";
import { aboutPair, spanOf } from "./look.ts";
import type { Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";

/** The employee lives where the customer lives, or in the same street. */
export const household = ({
  unlinked,
  employee,
  customer,
  isSelf,
}: Pick<Sifted, "unlinked"> & {
  readonly employee: KnownEmployee | undefined;
  readonly customer: KnownCustomer | undefined;
  readonly isSelf: boolean;
}): readonly Hit<"household">[] => {
  if (unlinked.length === 0 || isSelf) return [];
  const isSameAddress = share("addressHashes", employee, customer);
  if (!isSameAddress && !share("streetHashes", employee, customer)) return [];
  const inputs = { ...spanOf(unlinked), shared: isSameAddress ? "address" : "street" } as const;
  return [{ rule: "household", ...aboutPair(unlinked), inputs }];
};
