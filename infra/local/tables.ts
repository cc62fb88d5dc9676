import {
  CreateTableCommand,
  DeleteItemCommand,
  DeleteTableCommand,
  type DynamoDBClient,
  paginateScan,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Assembly } from "./assembly.ts";

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }));
const table = z.object({
  TableName: z.string(),
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(["S", "N", "B"]) })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.optional(
    z.array(
      z.object({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.object({ ProjectionType: z.enum(["ALL", "KEYS_ONLY"]) }),
      }),
    ),
  ),
  StreamSpecification: z.optional(
    z.object({ StreamViewType: z.enum(["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"]) }),
  ),
  TimeToLiveSpecification: z.optional(z.object({ AttributeName: z.string(), Enabled: z.boolean() })),
});
type Table = z.infer<typeof table>;

const SWEEP_EVERY_MS = 10 * 60_000;

export interface Tables {
  /** The name in the engine, by logical id. */
  readonly names: ReadonlyMap<string, string>;
  /** Ends the sweep of expired items; `dropped`: removes the tables with everything in them. */
  stop(dropped: boolean): Promise<void>;
}

/** Creates the template's tables, or finds them there from an earlier run. */
export const createTables = async (assembly: Assembly, client: DynamoDBClient): Promise<Tables> => {
  const tables = assembly.resources("AWS::DynamoDB::Table", table);
  for (const { properties } of tables) await create(client, properties);

  // Engines on a computer do not remove what has expired.
  const timer = setInterval(() => {
    for (const { properties } of tables) sweepTable(client, properties, Date.now()).catch(() => {}); // the next one finds the same
  }, SWEEP_EVERY_MS);

  return {
    names: new Map(tables.map(({ id, properties }) => [id, properties.TableName])),
    stop: async (dropped) => {
      clearInterval(timer);
      if (!dropped) return;
      for (const { properties } of tables)
        await client.send(new DeleteTableCommand({ TableName: properties.TableName }));
    },
  };
};

const create = async (client: DynamoDBClient, properties: Table): Promise<void> => {
  const { TimeToLiveSpecification, StreamSpecification, ...shape } = properties;
  try {
    await client.send(
      new CreateTableCommand({
        ...shape,
        BillingMode: "PAY_PER_REQUEST",
        ...(StreamSpecification && { StreamSpecification: { ...StreamSpecification, StreamEnabled: true } }),
      }),
    );
  } catch (error) {
    if (error instanceof ResourceInUseException) return;
    throw error;
  }
  if (TimeToLiveSpecification !== undefined)
    await client.send(new UpdateTimeToLiveCommand({ TableName: properties.TableName, TimeToLiveSpecification }));
};

/** Removes what has ended by `now`, in milliseconds since 1970, as DynamoDB does within days. */
export const sweepTable = async (
  client: DynamoDBClient,
  { TableName, KeySchema, TimeToLiveSpecification }: Pick<Table, "TableName" | "KeySchema" | "TimeToLiveSpecification">,
  now: number,
): Promise<void> => {
  if (TimeToLiveSpecification === undefined) return;
  const names = Object.fromEntries(KeySchema.map(({ AttributeName }, index) => [`#key${index}`, AttributeName]));
  const pages = paginateScan(
    { client },
    {
      TableName,
      FilterExpression: "#expires < :now",
      ProjectionExpression: Object.keys(names).join(", "),
      ExpressionAttributeNames: { ...names, "#expires": TimeToLiveSpecification.AttributeName },
      ExpressionAttributeValues: { ":now": { N: String(Math.floor(now / 1000)) } },
    },
  );
  for await (const { Items = [] } of pages)
    for (const Key of Items) await client.send(new DeleteItemCommand({ TableName, Key }));
};
