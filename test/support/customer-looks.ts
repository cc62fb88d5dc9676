import { randomBytes, randomUUID } from "node:crypto";
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { createMatterStore } from "../../functions/adapters/matter-store.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { readSecret } from "../../functions/adapters/secret.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import { actOnMatter } from "../../functions/use-cases/act-on-matter.ts";
import type { RunningPortal } from "../../infra/local/portal.ts";
import { sendEvents } from "./events.ts";
import { newAddressOf } from "./portal.ts";

const HOUR = 3_600_000;

/** A customer of their own with three looks of one person and an older one of another. */
export const newCustomerWithLooks = async (
  portal: RunningPortal,
): Promise<{ readonly customerId: string; readonly email: string }> => {
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
  await sendEvents(portal, [
    look(30, "E-1117", "Kieran Doyle"),
    look(54, "E-1117", "Kieran Doyle"),
    look(78, "E-1117", "Kieran Doyle"),
    look(99, "E-1301", "Zoë Łukasiewicz"),
  ]);
  return { customerId, email: await newAddressOf(portal, customerId) };
};

const OFFICER = { kind: "staff", role: "dpo", id: "E-canary", name: "Canary Officer" } as const;

/** The desk takes a matter up, notes something inside and writes a letter. */
export const writeLetter = async (portal: RunningPortal, reference: string): Promise<void> => {
  const at = (endpoint: string) => ({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
  const client = createDynamoDb(at(portal.endpoints.dynamodb));
  const keyring = createKeyring(await readSecret(portal.environment.SECRET_ID, at(portal.endpoints.secretsManager)));
  const table = { name: portal.environment.PORTAL_TABLE, keyring };
  const deps = {
    store: createPortalStore(client, table),
    matters: createMatterStore(client, table),
    clock: Date.now,
    random: randomBytes,
  };
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
  client.destroy();
};
