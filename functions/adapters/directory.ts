import { DeleteItemCommand, type DynamoDBClient, paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Directory } from "../use-cases/ports.ts";
import { putAll } from "./batches.ts";
import { addressPartition, CUSTOMER_PREFIX, DATA_FORMAT, directoryKey } from "./table-keys.ts";

const link = z.object({ sk: z.object({ S: z.string().check(z.startsWith(CUSTOMER_PREFIX)) }) });

/** Who may ask for whose record, in the portal's table: keyed hashes on both sides. */
export const createDirectory = (client: DynamoDBClient, table: string): Directory => ({
  link: (pairs) =>
    putAll(
      client,
      table,
      pairs.map(({ addressKey, customerKey }) => {
        const { pk, sk } = directoryKey(addressKey, customerKey);
        return { pk: { S: pk }, sk: { S: sk }, v: { N: String(DATA_FORMAT) } };
      }),
    ),
  unlink: async (pairs) => {
    for (const { addressKey, customerKey } of pairs) {
      const { pk, sk } = directoryKey(addressKey, customerKey);
      await client.send(new DeleteItemCommand({ TableName: table, Key: { pk: { S: pk }, sk: { S: sk } } }));
    }
  },
  customersOf: async (addressKey) => {
    const customers: string[] = [];
    const query = {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: "pk = :address AND begins_with(sk, :customer)",
      ExpressionAttributeValues: {
        ":address": { S: addressPartition(addressKey) },
        ":customer": { S: CUSTOMER_PREFIX },
      },
      ProjectionExpression: "sk",
    };
    for await (const { Items = [] } of paginateQuery({ client }, query)) {
      customers.push(...Items.map((item) => link.parse(item).sk.S.slice(CUSTOMER_PREFIX.length)));
    }
    return customers;
  },
});
