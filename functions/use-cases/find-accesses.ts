import type { EventRef } from "../contract/matter.ts";
import type { Access } from "../domain/access.ts";
import { eventKey } from "../domain/corrections.ts";
import { EVER } from "../domain/period.ts";
import type { AccessLog } from "./ports.ts";

/** The customer's accesses among those that were named, in time order; what is not theirs is left out. */
export const findAccesses = async (
  accessLog: Pick<AccessLog, "ofCustomer">,
  customerKey: string,
  named: readonly EventRef[],
): Promise<readonly Access[]> => {
  const wanted = new Set(named.map(({ source, eventId }) => eventKey(source, eventId)));
  const found: Access[] = [];
  if (wanted.size === 0) return found;
  for await (const page of accessLog.ofCustomer(customerKey, EVER)) {
    found.push(...page.filter(({ source, eventId }) => wanted.has(eventKey(source, eventId))));
    if (found.length === wanted.size) break;
  }
  return found;
};
