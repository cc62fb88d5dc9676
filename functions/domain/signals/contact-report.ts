import { showsContact } from "../contact-details.ts";
import type { KnownEmployee } from "../known-people.ts";
import { aboutPair, distinctOpens } from "./look.ts";
import type { Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";

const DAY = 24 * 3_600_000;

/** Whoever writes to a customer has seen how to reach them, and rarely waits longer. */
export const CONTACT_REPORT_DAYS = 30;

/** "Someone who works there contacted me": what the rule needs to know of it. */
export interface ReportedContact {
  readonly customerKey: string;
  /** UTC instant. */
  readonly contactedAt: string;
  /** What the number or the address that wrote is compared by: as `KnownEmployee` has it, whichever way it was made. */
  readonly senderHashes: readonly string[];
}

/** Whether a contact came from a number or an address that the company has of an employee. */
export const isOwnSender = (employee: KnownEmployee | undefined, senderHashes: readonly string[]): boolean => {
  const { senderKeys = [], phoneHashes = [], mailHashes = [] } = employee ?? {};
  return senderHashes.some((hash) => [...senderKeys, ...phoneHashes, ...mailHashes].includes(hash));
};

/**
 * The customer reported a contact, and this employee either owns the number that wrote or had seen, unexplained, how to
 * reach the customer in the 30 days before. Those whose looks are explained are not accused by a rule: for a report,
 * the desk lists them beside it.
 */
export const contactReport = ({
  unexplained,
  reports,
  employee,
  customerKey,
}: Pick<Sifted, "unexplained"> & {
  readonly reports: readonly ReportedContact[];
  readonly employee: KnownEmployee | undefined;
  readonly customerKey: string;
}): readonly Hit<"contact-report">[] =>
  reports
    .filter((report) => report.customerKey === customerKey)
    .flatMap(({ contactedAt, senderHashes }) => {
      const at = Date.parse(contactedAt);
      const looks = unexplained.filter(
        (look) => showsContact(look.access) && look.at <= at && look.at >= at - CONTACT_REPORT_DAYS * DAY,
      );
      const senderMatches = isOwnSender(employee, senderHashes);
      if (looks.length === 0 && !senderMatches) return [];
      const lastAt = looks.at(-1)?.access.occurredAt ?? contactedAt;
      const inputs = { opens: distinctOpens(looks).length, contactedAt, lastAt, senderMatches };
      const about = { ...aboutPair(looks), ...(employee && { employeeId: employee.id }), customerKey };
      return [{ rule: "contact-report", ...about, inputs } as const];
    });
