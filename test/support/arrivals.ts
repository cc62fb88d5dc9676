import { type AccessEventInput, accessEvent } from "../../functions/contract/access-event.ts";
import type { Access } from "../../functions/domain/access.ts";
import { EVER } from "../../functions/domain/period.ts";
import type { AccessLog, Arrival } from "../../functions/use-cases/ports.ts";

/** The instant at which tests of the log take place. */
export const NOW = "2026-06-15T12:00:00.000Z";

/** An ordinary event as a company writes it, with whatever a test cares about put in its place. */
export const eventInput = (changes: Partial<AccessEventInput> = {}): AccessEventInput => ({
  eventId: "e-1",
  source: "orders",
  occurredAt: "2026-05-03T09:30:00Z",
  customerId: "C-1",
  employee: { id: "emp-7", name: "Robin Vance", role: "Driver", unit: "Deliveries North" },
  action: "view",
  dataCategories: ["contact.phone"],
  purpose: "DELIVERY",
  case: { type: "order", id: "O-77" },
  ...changes,
});

/** The same, ready for the log. */
export const arrival = (
  changes: Partial<AccessEventInput> = {},
  kept: Partial<Omit<Arrival, "access">> & { readonly receivedAt?: string } = {},
): Arrival => {
  const { customerId: _, ...event } = accessEvent.parse(eventInput(changes));
  return {
    access: { ...event, receivedAt: kept.receivedAt ?? NOW },
    customerKeys: kept.customerKeys ?? ["customer-1"],
    eraseAt: kept.eraseAt ?? "2027-05-03T09:30:00.000Z",
    ...(kept.day !== undefined && { day: kept.day }),
  };
};

/** Everything that the log holds of a customer. */
export const allOf = async (log: AccessLog, customerKey: string, period = EVER): Promise<readonly Access[]> =>
  (await Array.fromAsync(log.ofCustomer(customerKey, period))).flat();
