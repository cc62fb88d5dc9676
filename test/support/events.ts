import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createApart } from "../../functions/adapters/apart.ts";
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { createErasures } from "../../functions/adapters/erasures.ts";
import { createFacts } from "../../functions/adapters/facts.ts";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { readSecret } from "../../functions/adapters/secret.ts";
import { createSources } from "../../functions/adapters/sources.ts";
import { type AccessEventInput, accessEvent } from "../../functions/contract/access-event.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import { appendAccesses } from "../../functions/use-cases/append-accesses.ts";
import type { Keyring } from "../../functions/use-cases/ports.ts";
import type { RunningPortal } from "../../infra/local/portal.ts";
import config from "../../regard.config.ts";
import type { Engine } from "./engine.ts";

type Tables = Pick<Engine, "client" | "accessLogTable" | "portalTable">;

/** Appends events as a company sends them. @throws where one is refused. */
export const appendEvents = async (
  { client, accessLogTable, portalTable }: Tables,
  keyring: Keyring,
  events: readonly AccessEventInput[],
): Promise<void> => {
  const outcomes = await appendAccesses(
    {
      accessLog: createAccessLog(client, accessLogTable, Date.now),
      sources: createSources(client, portalTable),
      facts: createFacts(client, portalTable),
      erasures: createErasures(client, portalTable),
      apart: createApart(client, portalTable, Date.now),
      keyring,
      config,
      clock: Date.now,
      missed: (cause) => {
        throw cause;
      },
    },
    { events: events.map((event) => accessEvent.parse(event)) },
  );
  for (const outcome of outcomes) if (outcome !== "accepted") throw new Error(`An event was not accepted: ${outcome}`);
};

/** The same, into a running portal. */
export const sendEvents = async (
  { endpoints, environment }: RunningPortal,
  events: readonly AccessEventInput[],
): Promise<void> => {
  const at = (endpoint: string) => ({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
  const client = createDynamoDb(at(endpoints.dynamodb));
  const tables = { client, accessLogTable: environment.ACCESS_LOG_TABLE, portalTable: environment.PORTAL_TABLE };
  await appendEvents(
    tables,
    createKeyring(await readSecret(environment.SECRET_ID, at(endpoints.secretsManager))),
    events,
  );
  client.destroy();
};
