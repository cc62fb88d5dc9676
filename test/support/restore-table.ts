import {
  type AttributeValue,
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";

/** A table beside another one, as a restore from a backup makes it, with what the backup held. */
export const restoreTable = async (
  client: DynamoDBClient,
  from: string,
  to: string,
  items: readonly Record<string, AttributeValue>[],
): Promise<void> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: from }));
  await client.send(
    new CreateTableCommand({
      TableName: to,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: Table?.KeySchema,
      AttributeDefinitions: Table?.AttributeDefinitions,
      GlobalSecondaryIndexes: Table?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
        ...{ IndexName, KeySchema, Projection },
      })),
    }),
  );
  for (const Item of items) await client.send(new PutItemCommand({ TableName: to, Item }));
};
