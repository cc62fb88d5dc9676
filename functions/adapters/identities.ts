import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Identities } from "../use-cases/ports.ts";
import { putAll } from "./batches.ts";
import { attributes, type PortalTable } from "./portal-items.ts";
import { portalReads } from "./portal-reads.ts";
import { DATA_FORMAT, identityItemKey } from "./table-keys.ts";

const SEAL = "customer identity";
const identityItem = z.object({ sealed: z.string() });

/** Customers' ids in the portal's table, sealed: a dump of it tells nobody's. */
export const createIdentities = (client: DynamoDBClient, table: PortalTable): Identities => ({
  keep: (customers) =>
    putAll(
      client,
      table.name,
      customers.map(({ customerKey, customerId }) =>
        attributes({
          ...identityItemKey(customerKey),
          v: DATA_FORMAT,
          sealed: table.keyring.seal(SEAL, customerId),
        }),
      ),
    ),
  of: async (customerKey) => {
    const item = await portalReads(client, table).get(identityItemKey(customerKey), identityItem);
    return item && table.keyring.open(SEAL, item.sealed);
  },
});
