import { createFacts } from "../../functions/adapters/facts.ts";
import type { AccessEventInput } from "../../functions/contract/access-event.ts";
import { monthBefore } from "../../functions/domain/numbers/month.ts";
import type { Keyring } from "../../functions/use-cases/ports.ts";
import { eventInput } from "./arrivals.ts";
import type { Engine } from "./engine.ts";
import { appendEvents } from "./events.ts";

const MONTH = monthBefore(new Date().toISOString());
const at = (minute: number): string =>
  new Date(Date.parse(`${MONTH}-10T00:00:00.000Z`) + minute * 60_000).toISOString();
const caseOf = (n: number): string => `T-${String(n >> 3).padStart(6, "0")}`;
const agentOf = (n: number): string => `E-${String(n % 40).padStart(4, "0")}`;

/**
 * Looks as a shop's back office has them, of one day and always equally long: 40 agents, each ticket looked at eight
 * times, and one look in twenty without a reason.
 */
const ordinaryAccesses = (count: number, customerId: string): AccessEventInput[] =>
  Array.from({ length: count }, (_, n) =>
    eventInput({
      eventId: `${customerId}-${String(n).padStart(6, "0")}`,
      ...{ source: "help-desk", occurredAt: at(n), customerId },
      employee: { id: agentOf(n), name: "Zoë Łukasiewicz", role: "Agent", unit: "Customer service" },
      ...{ dataCategories: ["contact.phone", "orders"], fieldsRevealed: ["phone", "order history"] },
      ...(n % 20 === 0
        ? { purpose: "NOT_RECORDED", case: undefined }
        : { purpose: "SUPPORT_CUSTOMER", case: { type: "ticket", id: caseOf(n) } }),
    }),
  );

type Tables = Pick<Engine, "client" | "accessLogTable" | "portalTable">;

/** Sends them as a company does, so many at once; what the company says about the tickets was there before. */
export const sendOrdinaryAccesses = async (
  tables: Tables,
  keyring: Keyring,
  { count, atOnce, customerId }: { readonly count: number; readonly atOnce: number; readonly customerId: string },
): Promise<void> => {
  const events = ordinaryAccesses(count, customerId);
  for (let from = 0; from < count; from += atOnce)
    await appendEvents(tables, keyring, events.slice(from, from + atOnce));
};

/** The tickets of the first `count` ordinary accesses, worked on by every agent. */
export const knowTickets = (
  { client, portalTable }: Tables,
  keyring: Keyring,
  { count, customerId }: { readonly count: number; readonly customerId: string },
): Promise<void> =>
  createFacts(client, portalTable).putCases(
    Array.from({ length: Math.ceil(count / 8) }, (_, n) => ({
      ...{ type: "ticket", id: caseOf(n << 3), customerKey: keyring.customerKey(customerId) },
      ...{ openedAt: at(0), employeeIds: Array.from({ length: 40 }, (_one, agent) => agentOf(agent)), units: [] },
    })),
  );
