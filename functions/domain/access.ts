import type { AccessEvent } from "../contract/access-event.ts";

/**
 * One look by one employee at one customer's data, as it is kept: the company's event with the customer's identity
 * replaced by a keyed hash, and the instant at which it reached us.
 */
export type Access = Omit<AccessEvent, "customerId"> & {
  /** HMAC-SHA256(secret, customerId), base64url, or `BULK_READS`. The clear identity is stored nowhere. */
  readonly customerKey: string;
  /** UTC instant with milliseconds at which the event was first accepted. */
  readonly receivedAt: string;
};

/**
 * The key under which bulk accesses are kept: those that showed more customers than anybody can name. It is no
 * customer's, for theirs are hashes.
 */
export const BULK_READS = "bulk";

/** Whether a look at so many `named` customers (undefined: at one who is known) showed others whom nobody can name. */
export const isBulk = (
  named: number | undefined,
  { recordCount = 0, partOf }: Pick<Access, "recordCount" | "partOf">,
): boolean => named !== undefined && partOf === undefined && recordCount > named;

/** Whether an access is to the data of one customer who is known. */
export const isOfCustomer = ({ customerKey }: Pick<Access, "customerKey">): boolean => customerKey !== BULK_READS;

export type CaseReference = NonNullable<Access["case"]>;

/** One text per case, whatever its parts contain. */
export const caseKey = ({ type, id }: CaseReference): string => JSON.stringify([type, id]);

/**
 * The id of the person who caused an access; undefined where nobody did: a system or an agent that acted in no
 * person's name.
 */
export const personBehind = ({ employee, onBehalfOf }: Pick<Access, "employee" | "onBehalfOf">): string | undefined =>
  employee.type === "system" || employee.type === "ai_agent" ? onBehalfOf : employee.id;

/** A half-open stretch of time: `from` ≤ occurredAt < `to`, both UTC instants in ISO 8601 with milliseconds. */
export interface Period {
  readonly from: string;
  readonly to: string;
}
