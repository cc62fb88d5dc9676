import { randomUUID } from "node:crypto";
import { createDirectory } from "../../../functions/adapters/directory.ts";
import { createFacts } from "../../../functions/adapters/facts.ts";
import { createPortalStore } from "../../../functions/adapters/portal-store.ts";
import { createQuarantine } from "../../../functions/adapters/quarantine.ts";
import type { AccessEventInput } from "../../../functions/contract/access-event.ts";
import { addDays } from "../../../functions/domain/civil-date.ts";
import { civilDateOf } from "../../../functions/domain/period.ts";
import type { RunningPortal } from "../../../infra/local/portal.ts";
import config from "../../../regard.config.ts";
import { eventInput } from "../arrivals.ts";
import { cloudEvent, onBus } from "../bus-events.ts";
import { sendEvents } from "../events.ts";
import type { GuardedPortal } from "../portal.ts";
import { sendSigned } from "../signed-sender.ts";
import { ago, atTheTable } from "./company-walk.ts";

const yesterday = addDays(civilDateOf(Date.now(), config.timeZone), -1);

/** What a company says of each kind. */
export const SOME_FACTS = [
  {
    ...{ kind: "case", type: "order", id: "O-walk", customerId: "C-walk", openedAt: ago(3) },
    ...{ employeeIds: ["E-walk"], units: [] },
  },
  { kind: "employee", id: "E-walk", contacts: ["+44 7700 900123"] },
  { kind: "shift", employeeId: "E-walk", from: ago(2), to: ago(1.7) },
  { kind: "customer", customerId: "C-walk" },
];

/** Looks of each kind: one whose case is asked for, one that has to be explained, and two that cannot be taken as they are. */
const looks = (): readonly AccessEventInput[] => {
  const look = (changes: Partial<AccessEventInput>) =>
    eventInput({ eventId: randomUUID(), customerId: "C-walk", ...changes });
  return [
    look({ occurredAt: ago(1) }),
    look({ occurredAt: ago(1), purpose: "NOT_RECORDED", case: undefined }),
    look({ occurredAt: ago(30) }),
    look({ occurredAt: ago(1), purpose: "CURIOSITY" }),
  ];
};

/** What the company's systems send: facts, looks by both ways, and how many there were yesterday; each under its policy. */
export const systemsSend = async (portal: GuardedPortal): Promise<void> => {
  const send = async (policy: string, method: string, path: string, body: object) => {
    const { endpoints, guard } = portal;
    const answer = await sendSigned(method, endpoints.intake + path, body, guard.intakeOf(policy) + path);
    const text = await answer.text();
    if (!answer.ok || text.includes("rejected")) throw new Error(`${path} was answered with ${answer.status}: ${text}`);
  };
  await send("FactsPolicy", "PUT", "/v1/facts", { facts: SOME_FACTS });
  await send("IntakePolicy", "POST", "/v1/access-events", { events: looks() });
  const short = { source: "crm", day: yesterday, count: 1_000 };
  await send("IntakePolicy", "PUT", "/v1/manifests", {
    manifests: [short, { source: "idle", day: yesterday, count: 0 }],
  });
  const Records = looks().map((look, n) => ({ messageId: `m-${n}`, body: onBus(cloudEvent(look)) }));
  await portal.functions.invoke("OnEventFunction", { Records });
};

/** A look whose time ends within days, at somebody whose matter is open. */
export const oldLookOf = (portal: RunningPortal, customerId: string): Promise<void> =>
  sendEvents(portal, [eventInput({ eventId: randomUUID(), customerId, occurredAt: ago(362) })]);

export const FORGOTTEN = "C-forgotten";

/** A customer of whom everything is kept that an erasure takes away. */
export const knownCustomer = async (portal: RunningPortal): Promise<void> => {
  await atTheTable(portal, async ({ client, keyring, table }) => {
    const customerKey = keyring.customerKey(FORGOTTEN);
    const address = "forgotten@example.com";
    const addressKey = keyring.addressKey(address);
    const facts = createFacts(client, table);
    const order = { type: "order", id: "O-forgotten" };
    const worked = { openedAt: ago(30), closedAt: ago(8), employeeIds: ["emp-7"], units: [] };
    await createDirectory(client, table).link([{ addressKey, customerKey }]);
    await facts.putCases([{ ...order, ...worked, customerKey }]);
    const look = { eventId: randomUUID(), customerId: FORGOTTEN, occurredAt: ago(9), case: order };
    await sendEvents(portal, [eventInput(look)]);
    await facts.putEmployees([{ id: "E-forgotten", protected: false, senderKeys: [], customerKey }]);
    await facts.putCustomers([{ customerKey }]);
    const store = createPortalStore(client, { name: table, keyring });
    const session = { sessionKey: "forgotten", address, addressKey, accounts: [customerKey], openedAt: 1, seenAt: 1 };
    const request = { state: "received", customerKey, reference: "RG-F0RG-0TTN", receivedAt: ago(9) } as const;
    const change = {
      ...({ state: "asked", address, addressKey, newAddress: "elsewhere@example.com", language: "en" } as const),
      ...{ sessionKey: "forgotten", challengeKey: "c", customerKeys: [customerKey] },
      ...{ requestedAt: Date.now(), takesEffectAt: Date.now() + 1 },
    };
    await store.commit([
      { kind: "open-session", session },
      {
        ...{ kind: "open-request", request: { ...request, period: { from: ago(300), to: ago(9) } } },
        ...{ asked: { sessionKey: "forgotten", account: 1, dates: {} }, askedUntil: ago(-1) },
      },
      { kind: "move-address-change", act: "ask", to: { value: change, revision: 0 } },
      {
        kind: "queue-mail",
        mail: {
          ...{ mailKey: `${ago(9)}#forgotten`, address, language: "en", content: { kind: "paused" } },
          standing: { state: "parked", tries: 36, at: Date.parse(ago(7)), uselessAt: Date.parse(ago(8)) },
        },
      },
    ]);
    const waits = { code: "PURPOSE_UNKNOWN", field: "purpose", source: "crm", receivedAt: ago(9), eraseAt: ago(-300) };
    const unknown = { ...eventInput(look), purpose: "CURIOSITY" };
    await createQuarantine(client, { name: table, keyring }, Date.now).put([
      { ...waits, id: "0".repeat(32), text: JSON.stringify(unknown) },
      { ...waits, id: "1".repeat(32), text: JSON.stringify({ ...unknown, customerId: [FORGOTTEN, "C-other"] }) },
    ]);
  });
};
