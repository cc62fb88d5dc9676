import { randomBytes, randomUUID } from "node:crypto";
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { createMatterStore } from "../../functions/adapters/matter-store.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { readSecret } from "../../functions/adapters/secret.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import type { Ruling } from "../../functions/contract/ruling.ts";
import { type ActDeps, actOnMatter } from "../../functions/use-cases/act-on-matter.ts";
import type { Keyring } from "../../functions/use-cases/ports.ts";
import type { RunningPortal } from "../../infra/local/portal.ts";
import { sendEvents } from "./events.ts";
import { newAddressOf } from "./portal.ts";

const HOUR = 3_600_000;

/** A customer of their own with three looks of one person and an older one of another. */
export const newCustomerWithLooks = async (
  portal: RunningPortal,
): Promise<{ readonly customerId: string; readonly email: string; readonly eventIds: readonly string[] }> => {
  const customerId = `C-${randomUUID()}`;
  const look = (hoursAgo: number, id: string, name: string) => ({
    eventId: randomUUID(),
    source: "crm",
    occurredAt: new Date(Date.now() - hoursAgo * HOUR).toISOString(),
    customerId,
    employee: { id, name, role: "Driver", unit: "Delivery" },
    action: "reveal" as const,
    dataCategories: ["contact.phone"],
    purpose: "DELIVERY",
  });
  const events = [
    look(30, "E-1117", "Kieran Doyle"),
    look(54, "E-1117", "Kieran Doyle"),
    look(78, "E-1117", "Kieran Doyle"),
    look(99, "E-1301", "Zoë Łukasiewicz"),
  ];
  await sendEvents(portal, events);
  const eventIds = events.map(({ eventId }) => eventId);
  return { customerId, email: await newAddressOf(portal, customerId), eventIds };
};

const OFFICER = { kind: "staff", role: "dpo", id: "E-canary", name: "Canary Officer" } as const;

/** What the desk works with, for as long as `work` takes. */
const atTheDesk = async (portal: RunningPortal, work: (deps: ActDeps & { keyring: Keyring }) => Promise<unknown>) => {
  const at = (endpoint: string) => ({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
  const client = createDynamoDb(at(portal.endpoints.dynamodb));
  const keyring = createKeyring(await readSecret(portal.environment.SECRET_ID, at(portal.endpoints.secretsManager)));
  const table = { name: portal.environment.PORTAL_TABLE, keyring };
  const store = createPortalStore(client, table);
  await work({ store, matters: createMatterStore(client, table), clock: Date.now, random: randomBytes, keyring });
  client.destroy();
};

/** The desk takes a matter up, notes something inside and writes a letter. */
export const writeLetter = (portal: RunningPortal, reference: string): Promise<void> =>
  atTheDesk(portal, async (deps) => {
    const acting = { reference, by: OFFICER };
    await actOnMatter(deps, acting, "take", () => ({ deed: { act: "take" } }));
    await actOnMatter(deps, acting, "note", () => ({ deed: { act: "note", words: "canary note" } }));
    await actOnMatter(deps, acting, "message", () => ({
      deed: {
        act: "message",
        words: "canary words",
        letter: { kind: "message", language: "en", title: "A word from the desk", paragraphs: ["We look into it."] },
      },
    }));
  });

/** The desk decides something that every later record of a customer shows. */
export const decide = (portal: RunningPortal, customerId: string, ruling: Ruling): Promise<void> =>
  atTheDesk(portal, ({ store, keyring }) =>
    store.commit([{ kind: "rule", customerKey: keyring.customerKey(customerId), ruling }]),
  );
