import { CreateTableCommand, type CreateTableCommandInput, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll } from "vitest";
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { ACCESS_LOG_TABLE, PORTAL_TABLE } from "../../functions/adapters/table-keys.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import { startDynamoDbEngine } from "../../infra/local/dynamodb-engine.ts";
import { guardFormat } from "./format-guard.ts";

/** A real DynamoDB engine with Regard's two tables, empty and for one test file alone. */
export interface Engine {
  readonly endpoint: string;
  readonly client: DynamoDBClient;
  readonly accessLogTable: string;
  readonly portalTable: string;
  /** Another client to the same tables: through `endpoint`, where a test puts something in between. */
  connect(endpoint?: string): DynamoDBClient;
  stop(): Promise<void>;
}

/** The portal's table as the stores want it, with a secret for tests only. */
export const keyedTable = ({ portalTable }: Pick<Engine, "portalTable">) => ({
  name: portalTable,
  keyring: createKeyring("0123456789abcdef0123456789abcdef"),
});

const table = (
  name: string,
  keys: { partitionKey: string; sortKey: string },
  index?: { index: string; partitionKey: string; sortKey: string },
): CreateTableCommandInput => {
  const schema = ({ partitionKey, sortKey }: typeof keys) => [
    { AttributeName: partitionKey, KeyType: "HASH" as const },
    { AttributeName: sortKey, KeyType: "RANGE" as const },
  ];
  const attributes = new Set([keys, ...(index ? [index] : [])].flatMap((one) => [one.partitionKey, one.sortKey]));
  return {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    KeySchema: schema(keys),
    ...(index && {
      GlobalSecondaryIndexes: [
        { IndexName: index.index, KeySchema: schema(index), Projection: { ProjectionType: "ALL" } },
      ],
    }),
  };
};

export const startEngine = async (): Promise<Engine> => {
  const { endpoint, stop } = await startDynamoDbEngine();
  const connect = (through = endpoint) =>
    createDynamoDb({ endpoint: through, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
  const client = connect();
  // An engine from elsewhere is shared by all test files and outlives them.
  const suffix = `${process.pid}-${Date.now()}`;
  const names = { accessLogTable: `AccessLog-${suffix}`, portalTable: `Portal-${suffix}` };
  await client.send(
    new CreateTableCommand(table(names.accessLogTable, ACCESS_LOG_TABLE, ACCESS_LOG_TABLE.byEmployeeMonth)),
  );
  await client.send(new CreateTableCommand(table(names.portalTable, PORTAL_TABLE)));
  return {
    endpoint,
    client,
    ...names,
    connect,
    stop: async () => {
      client.destroy();
      await stop();
    },
  };
};

/** The engine of the test file that awaits it at its top, its writes looked at; it stops behind the last test. */
export const useEngine = async (): Promise<Engine> => {
  const engine = await startEngine();
  afterAll(() => engine.stop());
  guardFormat(engine.client);
  return { ...engine, connect: (through) => guardFormat(engine.connect(through)) };
};
