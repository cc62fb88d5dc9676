import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createApart } from "../../functions/adapters/apart.ts";
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { createFacts } from "../../functions/adapters/facts.ts";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { readSecret } from "../../functions/adapters/secret.ts";
import { createSources } from "../../functions/adapters/sources.ts";
import { type AccessEventInput, accessEvent } from "../../functions/contract/access-event.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import { appendAccesses } from "../../functions/use-cases/append-accesses.ts";
import type { RunningPortal } from "../../infra/local/portal.ts";
import config from "../../regard.config.ts";

/** Sends events into a running portal as a company does. @throws where one is refused. */
export const sendEvents = async (portal: RunningPortal, events: readonly AccessEventInput[]): Promise<void> => {
  const at = (endpoint: string) => ({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
  const client = createDynamoDb(at(portal.endpoints.dynamodb));
  const outcomes = await appendAccesses(
    {
      accessLog: createAccessLog(client, portal.environment.ACCESS_LOG_TABLE, Date.now),
      sources: createSources(client, portal.environment.PORTAL_TABLE),
      keyring: createKeyring(await readSecret(portal.environment.SECRET_ID, at(portal.endpoints.secretsManager))),
      facts: createFacts(client, portal.environment.PORTAL_TABLE),
      apart: createApart(client, portal.environment.PORTAL_TABLE, Date.now),
      config,
      clock: Date.now,
      missed: (cause) => {
        throw cause;
      },
    },
    { events: events.map((event) => accessEvent.parse(event)) },
  );
  client.destroy();
  for (const outcome of outcomes) if (outcome !== "accepted") throw new Error(`An event was not accepted: ${outcome}`);
};
