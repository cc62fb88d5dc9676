import { type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { attributes, type ItemKey } from "./portal-items.ts";
import { held } from "./transact.ts";

/** Notes the last request of a session that still exists; the time only moves forward. */
export const noteSeen = async (
  client: DynamoDBClient,
  { name, key, seenAt }: { readonly name: string; readonly key: ItemKey; readonly seenAt: number },
): Promise<void> => {
  const update = new UpdateItemCommand({
    TableName: name,
    Key: attributes(key),
    UpdateExpression: "SET seenAt = :seenAt",
    ConditionExpression: "seenAt < :seenAt",
    ExpressionAttributeValues: attributes({ ":seenAt": seenAt }),
  });
  await held(client.send(update));
};
