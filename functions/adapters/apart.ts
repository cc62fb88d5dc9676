import { randomUUID } from "node:crypto";
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  paginateQuery,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { dueAgain, firstDue } from "../domain/apart.ts";
import type { Clock } from "../use-cases/ports.ts";
import type { Apart, ApartMonth } from "../use-cases/signal-ports.ts";
import { putAll } from "./batches.ts";
import { attributes, readItem, ttl } from "./portal-items.ts";
import { APART_PARTITION, apartItemKey, DATA_FORMAT, readEmployeeMonthKey } from "./table-keys.ts";

/** What nobody could read for so long is past the retention time of most of it. */
const KEPT_MS = 400 * 24 * 3_600_000;

const apartItem = z.object({ sk: z.string(), mark: z.string(), dueAt: z.int(), tries: z.int() });

/** Whether a write went through; false where its condition did not hold. */
const held = async (written: Promise<unknown>): Promise<boolean> => {
  try {
    await written;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

/** The set apart in the portal's table: one item for each employee and month. */
export const createApart = (client: DynamoDBClient, table: string, clock: Clock): Apart => ({
  note: async (months) => {
    const now = clock();
    const item = { v: DATA_FORMAT, dueAt: firstDue(now), tries: 0, ...ttl(now + KEPT_MS) };
    const items = months.map(({ employeeId, month }) =>
      attributes({ ...apartItemKey(employeeId, month), ...item, mark: randomUUID() }),
    );
    await putAll(client, table, items);
  },

  waiting: async function* () {
    const query = {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: "pk = :apart",
      ExpressionAttributeValues: attributes({ ":apart": APART_PARTITION }),
    };
    for await (const { Items = [] } of paginateQuery({ client }, query)) {
      yield Items.map((item): ApartMonth => {
        const { sk, ...rest } = readItem(apartItem, item);
        return { ...readEmployeeMonthKey(sk), ...rest };
      });
    }
  },

  take: ({ employeeId, month, mark, tries }) =>
    held(
      client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: attributes(apartItemKey(employeeId, month)),
          UpdateExpression: "SET tries = :next, dueAt = :dueAt",
          ConditionExpression: "mark = :mark AND tries = :tries",
          ExpressionAttributeValues: attributes({
            ":mark": mark,
            ":tries": tries,
            ":next": tries + 1,
            ":dueAt": dueAgain(clock(), tries + 1),
          }),
        }),
      ),
    ),

  clear: ({ employeeId, month, mark }) =>
    held(
      client.send(
        new DeleteItemCommand({
          TableName: table,
          Key: attributes(apartItemKey(employeeId, month)),
          ConditionExpression: "mark = :mark",
          ExpressionAttributeValues: attributes({ ":mark": mark }),
        }),
      ),
    ),
});
