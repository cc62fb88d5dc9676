import type { RegardConfig } from "../contract/config.ts";
import type { EventRef } from "../contract/matter.ts";
import type { Access } from "../domain/access.ts";
import { eventKey, noteCorrection, superseded } from "../domain/corrections.ts";
import { civilDateOf, EVER } from "../domain/period.ts";
import { restrictedPurposes } from "../domain/restrictions.ts";
import { decidedBy } from "../domain/rulings.ts";
import type { Rulings } from "./matter-ports.ts";
import type { AccessLog, Clock } from "./ports.ts";

export interface ShownDeps {
  readonly accessLog: Pick<AccessLog, "ofCustomer">;
  readonly rulings: Rulings;
  readonly config: Pick<RegardConfig, "restrictions" | "timeZone">;
  readonly clock: Clock;
}

/**
 * The accesses among those that were named which a record made now would show its customer, in time order. Restricted
 * and corrected ones are left out like any that never were, so that nobody learns of them by asking.
 */
export const findShownAccesses = async (
  { accessLog, rulings, config, clock }: ShownDeps,
  customerKey: string,
  named: readonly EventRef[],
): Promise<readonly Access[]> => {
  const now = clock();
  const at = new Date(now).toISOString();
  const { restrictions } = decidedBy(await rulings.of(customerKey));
  const today = civilDateOf(now, config.timeZone);
  const restricted = restrictedPurposes([...config.restrictions, ...restrictions], today);

  const wanted = new Set(named.map(({ source, eventId }) => eventKey(source, eventId)));
  const found: Access[] = [];
  const corrections = new Map<string, string>();
  // To the very end: what corrects an access may come long after it.
  for await (const page of accessLog.ofCustomer(customerKey, EVER)) {
    for (const access of page) {
      if (restricted.has(access.purpose) || access.receivedAt > at) continue;
      noteCorrection(corrections, access);
      if (wanted.has(eventKey(access.source, access.eventId))) found.push(access);
    }
  }
  const gone = superseded(corrections);
  return found.filter(({ source, eventId }) => !gone.has(eventKey(source, eventId)));
};
