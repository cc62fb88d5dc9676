import { showsContact } from "../contact-details.ts";
import type { KnownCase } from "../evidence.ts";
import { aboutPair, CONTACT_GRACE_MS, jobEnd, type Look, spanOf } from "./look.ts";
import type { Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";

const HOUR = 3_600_000;

/** Longer after a job nobody looks *because* of it; `no-business-link` and `contradicted-case` take over. */
const JOB_REMEMBERED_MS = 60 * 24 * HOUR;

/** When the job was done: the case that the look names, or else the employee's last one for this customer. */
const endOf = (look: Look, cases: readonly KnownCase[]): number | undefined => {
  const named = jobEnd(look);
  if (named !== undefined) return named;
  const ends = cases
    .filter(
      ({ employeeIds, customerKey }) =>
        employeeIds.includes(look.employeeId) && customerKey === look.access.customerKey,
    )
    .flatMap(({ closedAt }) => (closedAt === undefined ? [] : [Date.parse(closedAt)]))
    .filter((end) => end < look.at);
  return ends.length === 0 ? undefined : Math.max(...ends);
};

/**
 * Contact details opened more than two hours after the job was done, unless the customer has come back meanwhile or it
 * was still being written up: both are taken out before (`links.ts`, `workday.ts`).
 */
export const contactAfterJob = ({
  unlinked,
  cases,
}: Pick<Sifted, "unlinked"> & { readonly cases: readonly KnownCase[] }): readonly Hit<"contact-after-job">[] => {
  const late = unlinked.flatMap((look) => {
    const end = showsContact(look.access) ? endOf(look, cases) : undefined;
    if (end === undefined) return [];
    const after = look.at - end;
    const isLate = after > CONTACT_GRACE_MS && after <= JOB_REMEMBERED_MS;
    return isLate ? [{ look, end }] : [];
  });
  const last = late.at(-1);
  if (last === undefined) return [];
  const looks = late.map(({ look }) => look);
  const endedAt = new Date(last.end).toISOString();
  const inputs = { ...spanOf(looks), endedAt, hoursAfter: Math.floor((last.look.at - last.end) / HOUR) };
  return [{ rule: "contact-after-job", ...aboutPair(looks), inputs }];
};
