import { ACCESS_LOG_TABLE, PORTAL_TABLE } from "../../functions/adapters/table-keys.ts";
import { sweepTable } from "../../infra/local/tables.ts";
import type { Engine } from "./engine.ts";

const schema = ({ partitionKey, sortKey }: { readonly partitionKey: string; readonly sortKey: string }) => [
  { AttributeName: partitionKey, KeyType: "HASH" as const },
  { AttributeName: sortKey, KeyType: "RANGE" as const },
];

/** What DynamoDB does within days: removes what has ended by `now` from both tables. */
export const sweep = async ({ client, accessLogTable, portalTable }: Engine, now: number): Promise<void> => {
  for (const [TableName, keys] of [
    [accessLogTable, ACCESS_LOG_TABLE],
    [portalTable, PORTAL_TABLE],
  ] as const) {
    const TimeToLiveSpecification = { AttributeName: keys.ttl, Enabled: true };
    await sweepTable(client, { TableName, KeySchema: schema(keys), TimeToLiveSpecification }, now);
  }
};
