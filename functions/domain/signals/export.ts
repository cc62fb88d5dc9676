import { eventKey } from "../corrections.ts";
import { aboutPair, type Look, spanOf } from "./look.ts";
import type { Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";

const isExport = ({ access }: Look): boolean => access.action === "export";
const recordsIn = ({ access }: Look): number => access.recordCount ?? 1;

/** One customer's data taken out of the system, and nothing bears it out. */
export const exportOfOne = ({ unexplained }: Pick<Sifted, "unexplained">): readonly Hit<"export">[] => {
  const looks = unexplained.filter((look) => isExport(look) && recordsIn(look) === 1);
  return looks.length === 0
    ? []
    : [{ rule: "export", ...aboutPair(looks), inputs: { ...spanOf(looks), records: looks.length } }];
};

/**
 * Many customers' data taken out at once: one hit for each export, about the employee alone. It would stand beside each
 * of the customers otherwise and drown what else is known of them.
 *
 * @param unexplained Of one employee at any customers.
 */
export const exportOfMany = ({
  employeeId,
  unexplained,
}: Pick<Sifted, "unexplained"> & { readonly employeeId: string }): readonly Hit<"export">[] => {
  const bulk = unexplained.filter((look) => isExport(look) && recordsIn(look) > 1);
  const wholeLook = ({ access: { source, eventId, partOf } }: Look) => eventKey(source, partOf ?? eventId);
  return [...Map.groupBy(bulk, wholeLook)].map(([key, looks]) => {
    const records = Math.max(...looks.map(recordsIn));
    return { rule: "export", employeeId, accesses: [key], inputs: { ...spanOf(looks.slice(0, 1)), records } };
  });
};
