import { type DynamoDBClient, paginateQuery, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { RowKeeper } from "../use-cases/hold-ports.ts";
import { eachOf } from "./batches.ts";
import { claimKey, readAccessSortKey } from "./table-keys.ts";
import { held } from "./transact.ts";

const IN_FLIGHT = 8;

const row = z.object({ sortKey: z.object({ S: z.string() }), expiresAt: z.object({ N: z.string() }) });

const seconds = (ms: number): string => String(Math.ceil(ms / 1_000));

/** Moves the ends of rows in the access log. Reads keys and ends, and no event (infra/constructs/tables.ts). */
export const createRowKeeper = (client: DynamoDBClient, table: string): RowKeeper => {
  /** False where the end is not what it was, or the item is gone: a comparison with nothing never holds. */
  const move = (
    key: { readonly customerKey: string; readonly sortKey: string },
    until: string,
    condition: string,
    seen: string,
  ) =>
    held(
      client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: { customerKey: { S: key.customerKey }, sortKey: { S: key.sortKey } },
          UpdateExpression: "SET expiresAt = :until",
          ConditionExpression: condition,
          ExpressionAttributeValues: { ":until": { N: until }, ":seen": { N: seen } },
        }),
      ),
    );

  return {
    keep: async (customerKey, { after, through, until }) => {
      const end = seconds(until);
      let kept = 0;
      const query = {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: "customerKey = :customer",
        FilterExpression: "expiresAt > :after AND expiresAt <= :through",
        ProjectionExpression: "sortKey, expiresAt",
        ExpressionAttributeValues: {
          ":customer": { S: customerKey },
          ":after": { N: seconds(after) },
          ":through": { N: seconds(through) },
        },
      };
      for await (const { Items = [] } of paginateQuery({ client }, query))
        await eachOf(Items, IN_FLIGHT, async (item) => {
          const { sortKey, expiresAt } = row.parse(item);
          const { source, eventId } = readAccessSortKey(sortKey.S);
          // The claim first: a row never outlives it. Another customer of the event may have moved it further already.
          await move(claimKey(source, eventId), end, "expiresAt >= :seen AND expiresAt < :until", expiresAt.N);
          if (
            await move(
              { customerKey, sortKey: sortKey.S },
              end,
              "expiresAt = :seen AND expiresAt < :until",
              expiresAt.N,
            )
          )
            kept += 1;
        });
      return kept;
    },
  };
};
