import type { AccessEventInput } from "../contract/access-event.ts";
import { LIMITS } from "./limits.ts";
import { RecorderError } from "./recorder-error.ts";

type MadeHere = "eventId" | "source" | "sourceSeq" | "occurredAt" | "customerId" | "partOf" | "supersedes";

/** One look by one employee: the access event without what the recorder itself puts in. */
export interface Look extends Omit<AccessEventInput, MadeHere | "action" | "purpose"> {
  /** The customer whose data is looked at, as the company knows them; several where one page shows several. */
  readonly customer: string | readonly string[];
  /** Why; a code that is built in or listed in regard.config.ts. Say NOT_RECORDED where nobody asks for a reason. */
  readonly purpose: string;
  /** `view` where nothing is said. */
  readonly action?: AccessEventInput["action"] | undefined;
  /** For callers that keep the look elsewhere and may send it again: the same id and instant are one look for ever. */
  readonly eventId?: string | undefined;
  readonly occurredAt?: string | undefined;
}

/** What may turn out otherwise while reading. Who looked, at whom and why cannot. */
export type Correction = Pick<
  Look,
  "dataCategories" | "fieldsRevealed" | "involvement" | "outcome" | "recordCount" | "case"
>;

/** Bytes of something in JSON. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/**
 * A look as events: one, or as many as its customers need; none where it has no customers. They all say how many it was.
 *
 * @throws {RecorderError} EVENT_TOO_LARGE.
 */
export const eventsOf = (
  { customer, eventId, occurredAt, action = "view", ...look }: Look,
  made: { readonly source: string; readonly eventId: string; readonly now: Date },
): AccessEventInput[] => {
  const customers = [...new Set([customer].flat())];
  const recordCount = Math.max(look.recordCount ?? 1, customers.length);
  const events: AccessEventInput[] = [];

  const add = (some: readonly string[]): void => {
    const id = eventId ?? made.eventId;
    // Where more were shown than are named, the first event stands for the others.
    const isPart = some.length < customers.length && (events.length > 0 || recordCount === customers.length);
    const event: AccessEventInput = {
      ...look,
      action,
      ...(recordCount > 1 && { recordCount }),
      ...(isPart && { partOf: id }),
      eventId: events.length === 0 ? id : `${id}.${events.length + 1}`,
      source: made.source,
      occurredAt: occurredAt ?? made.now.toISOString(),
      customerId: some.length === 1 && some[0] !== undefined ? some[0] : [...some],
    };
    if (some.length <= LIMITS.customersPerEvent && bytesOf(event) <= LIMITS.eventBytes) events.push(event);
    else if (some.length === 1) throw new RecorderError("EVENT_TOO_LARGE");
    else {
      add(some.slice(0, some.length / 2));
      add(some.slice(some.length / 2));
    }
  };
  if (customers.length > 0) add(customers);
  return events;
};
