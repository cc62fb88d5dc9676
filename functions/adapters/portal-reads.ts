import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import type * as z from "zod/mini";
import { attributes, type ItemKey, type PlainItem, type PortalTable, readItem } from "./portal-items.ts";

/** Strongly consistent reads of the portal's table. */
export const portalReads = (client: DynamoDBClient, table: Pick<PortalTable, "name">) => {
  /** Items by an expression over their key, in its order, page by page to the very end. */
  const pages = async function* (
    KeyConditionExpression: string,
    values: PlainItem,
    more: Partial<QueryCommandInput> = {},
  ): AsyncGenerator<readonly Record<string, AttributeValue>[]> {
    const question = {
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression,
      ExpressionAttributeValues: attributes(values),
      ...more,
    };
    for await (const { Items = [] } of paginateQuery({ client }, question)) yield Items;
  };

  return {
    get: async <Item>(key: ItemKey, schema: z.ZodMiniType<Item>): Promise<Item | undefined> => {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: table.name, Key: attributes(key), ConsistentRead: true }),
      );
      return Item && readItem(schema, Item);
    },
    pages,
    /** All of them at once, each read with its schema and opened. */
    all: async <Item, Value>(
      expression: string,
      values: PlainItem,
      schema: z.ZodMiniType<Item>,
      open: (item: Item) => Value,
    ): Promise<readonly Value[]> => {
      const found: Value[] = [];
      for await (const items of pages(expression, values))
        found.push(...items.map((item) => open(readItem(schema, item))));
      return found;
    },
  };
};
