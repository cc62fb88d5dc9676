import { aboutPair, spanOf } from "./look.ts";
import type { Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";

/** What people decided about an employee and a customer. */
export interface ConfirmedMisuse {
  readonly employeeId: string;
  readonly customerKey: string;
  /** UTC instant of the decision. */
  readonly confirmedAt: string;
}

/**
 * Whoever was found to have looked at one customer without a reason may have looked at others: everything of theirs
 * that nothing bears out needs a second look, however little it says alone.
 */
export const lookBack = ({
  unlinked,
  misuses,
}: Pick<Sifted, "unlinked"> & { readonly misuses: readonly ConfirmedMisuse[] }): readonly Hit<"look-back">[] => {
  const [first] = unlinked;
  if (first === undefined) return [];
  const own = misuses.filter(({ employeeId }) => employeeId === first.employeeId);
  const isKnown = own.some(({ customerKey }) => customerKey === first.access.customerKey);
  const confirmedAt = own.map((misuse) => misuse.confirmedAt).sort()[0];
  if (confirmedAt === undefined || isKnown) return [];
  return [{ rule: "look-back", ...aboutPair(unlinked), inputs: { ...spanOf(unlinked), confirmedAt } }];
};
