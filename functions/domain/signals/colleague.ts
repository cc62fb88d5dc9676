import { aboutPair, spanOf } from "./look.ts";
import type { Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";

/**
 * The customer works here too. One's own record is nobody else's data and no signal.
 *
 * @param isColleague Whether the customer is an employee (`closeness.ts`).
 * @param isSelf Whether they are the employee who looked.
 */
export const colleague = ({
  unlinked,
  isColleague,
  isSelf,
}: Pick<Sifted, "unlinked"> & {
  readonly isColleague: boolean;
  readonly isSelf: boolean;
}): readonly Hit<"colleague">[] =>
  unlinked.length === 0 || !isColleague || isSelf
    ? []
    : [{ rule: "colleague", ...aboutPair(unlinked), inputs: spanOf(unlinked) }];
