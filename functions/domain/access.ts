import type { AccessEvent } from "../contract/access-event.ts";

/**
 * One look by one employee at one customer's data, as it is kept: the company's event with the customer's identity
 * replaced by a keyed hash, and the instant at which it reached us.
 */
export type Access = Omit<AccessEvent, "customerId"> & {
  /** HMAC-SHA256(secret, customerId), base64url. The clear identity is stored nowhere. */
  readonly customerKey: string;
  /** UTC instant with milliseconds at which the event was first accepted. */
  readonly receivedAt: string;
};

export type Employee = Access["employee"];
export type CaseReference = NonNullable<Access["case"]>;

/** A half-open stretch of time: `from` ≤ occurredAt < `to`, both UTC instants in ISO 8601 with milliseconds. */
export interface Period {
  readonly from: string;
  readonly to: string;
}
