import type { AccessEvent } from "../contract/access-event.ts";
import type { Refusal } from "./errors.ts";

/** An event as a system sent it: what it says, or why it cannot be read; and what can be read of it in any case. */
export type SentEvent = {
  /** Its JSON. */
  readonly text: string;
  /** Its sender says that it may be older than events usually are. */
  readonly late: boolean;
  readonly eventId?: string | undefined;
  readonly source?: string | undefined;
  /** UTC instant. */
  readonly occurredAt?: string | undefined;
  readonly customerId?: AccessEvent["customerId"] | undefined;
  /** So many customers were struck out of it, because they had their data erased while it waited. */
  readonly struckOut?: number;
  /** Its id in the quarantine, where it waits already. */
  readonly waitsAs?: string;
  /** Its JSON without the customers whose data was erased, by their ids; undefined where it is about nobody else. */
  readonly without: (isErased: (customerId: string) => boolean) => string | undefined;
} & ({ readonly event: AccessEvent; readonly refusal?: never } | { readonly event?: never; readonly refusal: Refusal });
