import { DeleteItemCommand, type DynamoDBClient, paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { LogEraser } from "../use-cases/erasure-ports.ts";
import { eachOf } from "./batches.ts";

const IN_FLIGHT = 16;

const row = z.object({ sortKey: z.object({ S: z.string() }), event: z.object({ S: z.string() }) });
const reason = z.object({ purpose: z.string() });

/** Erases rows of the access log at their customer's own request. One policy alone may do this (infra/portal.ts). */
export const createLogEraser = (client: DynamoDBClient, table: string): LogEraser => ({
  rowsOf: async function* (customerKey, upTo) {
    const query = {
      TableName: table,
      ConsistentRead: true,
      // Every sort key goes on after its instant: those of `upTo` itself are not before it.
      KeyConditionExpression: "customerKey = :customer AND sortKey < :upTo",
      ProjectionExpression: "sortKey, event",
      ExpressionAttributeValues: { ":customer": { S: customerKey }, ":upTo": { S: upTo } },
    };
    for await (const { Items = [] } of paginateQuery({ client }, query))
      yield Items.map((item) => {
        const { sortKey, event } = row.parse(item);
        return { rowKey: sortKey.S, purpose: reason.parse(JSON.parse(event.S)).purpose };
      });
  },
  // One by one: the right to write batches is a right to put as well.
  erase: (customerKey, rowKeys) =>
    eachOf(rowKeys, IN_FLIGHT, async (sortKey) => {
      const Key = { customerKey: { S: customerKey }, sortKey: { S: sortKey } };
      await client.send(new DeleteItemCommand({ TableName: table, Key }));
    }),
});
