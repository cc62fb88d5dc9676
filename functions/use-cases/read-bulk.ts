import { type Access, BULK_READS, type Period } from "../domain/access.ts";
import { type BulkReads, makeBulkTally } from "../domain/bulk-reads.ts";
import { eventKey, noteCorrection, superseded } from "../domain/corrections.ts";
import type { AccessLog } from "./ports.ts";

/**
 * What was read in bulk in a period, of which any customer's record speaks. Read twice where something was corrected;
 * memory does not grow with their number.
 *
 * @param mayBeShown The accesses of a page that the record may speak of.
 */
export const readBulk = async (
  accessLog: Pick<AccessLog, "ofCustomer">,
  period: Period,
  mayBeShown: (page: readonly Access[]) => readonly Access[],
): Promise<BulkReads | undefined> => {
  const walk = async (gone: ReadonlySet<string>) => {
    const tally = makeBulkTally();
    const corrections = new Map<string, string>();
    for await (const page of accessLog.ofCustomer(BULK_READS, period)) {
      for (const access of mayBeShown(page)) {
        noteCorrection(corrections, access);
        if (!gone.has(eventKey(access.source, access.eventId))) tally.add(access);
      }
    }
    return { total: tally.total(), gone: superseded(corrections) };
  };
  const first = await walk(new Set());
  return first.gone.size === 0 ? first.total : (await walk(first.gone)).total;
};
