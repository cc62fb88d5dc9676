import { isOfCustomer } from "../access.ts";
import type { Look } from "./look.ts";
import type { Hit } from "./signal.ts";

/** A few pages of a list are work; so many records in a day are a list that somebody took away. */
const RECORDS = 500;

const isBulkRead = ({ access, evidence }: Look): boolean =>
  !isOfCustomer(access) &&
  access.action !== "export" && // a rule of its own tells of each
  access.outcome !== "denied" &&
  evidence.level !== "confirmed";

/**
 * Days on which somebody read very many customers' data in bulk, and nothing bears it out. About the employee alone: whose
 * data it was, nobody can say.
 *
 * @param looks Of one employee, in time order.
 */
export const bulkRead = ({
  employeeId,
  looks,
}: {
  readonly employeeId: string;
  readonly looks: readonly Look[];
}): readonly Hit<"bulk-read">[] =>
  [...Map.groupBy(looks.filter(isBulkRead), ({ day }) => day)].flatMap(([day, ofDay]) => {
    const records = ofDay.reduce((sum, { access }) => sum + (access.recordCount ?? 0), 0);
    return records < RECORDS
      ? []
      : [
          {
            rule: "bulk-read",
            employeeId,
            accesses: ofDay.map(({ key }) => key),
            inputs: { day, reads: ofDay.length, records },
          },
        ];
  });
