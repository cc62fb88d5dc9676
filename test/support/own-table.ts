import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";

export type OwnItem = Readonly<Record<string, AttributeValue>>;
interface OwnKeys {
  readonly partition: string;
  readonly sort: string;
}

const NUMBERS = new Set(["at"]);
const keySchema = ({ partition, sort }: OwnKeys) => [
  { AttributeName: partition, KeyType: "HASH" as const },
  { AttributeName: sort, KeyType: "RANGE" as const },
];

/** A DynamoDB table as a company may have one: keys and attributes of its own, `at` a number. */
export const createOwnTable = async (
  client: DynamoDBClient,
  table: string,
  keys: OwnKeys,
  indexes: Readonly<Record<string, OwnKeys>> = {},
): Promise<void> => {
  const names = new Set([keys, ...Object.values(indexes)].flatMap(({ partition, sort }) => [partition, sort]));
  await client.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [...names].map((AttributeName) => ({
        AttributeName,
        AttributeType: NUMBERS.has(AttributeName) ? "N" : "S",
      })),
      KeySchema: keySchema(keys),
      ...(Object.keys(indexes).length > 0 && {
        GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, index]) => ({
          IndexName,
          KeySchema: keySchema(index),
          Projection: { ProjectionType: "ALL" },
        })),
      }),
    }),
  );
};

export const putOwnItems = async (client: DynamoDBClient, table: string, items: readonly OwnItem[]): Promise<void> => {
  for (let at = 0; at < items.length; at += 25) {
    const RequestItems = { [table]: items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } })) };
    await client.send(new BatchWriteItemCommand({ RequestItems }));
  }
};
