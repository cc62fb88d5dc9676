import { randomUUID } from "node:crypto";
import { DeleteItemCommand, type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { dueAgain, firstDue } from "../domain/apart.ts";
import type { Clock } from "../use-cases/ports.ts";
import type { Apart, ApartMonth } from "../use-cases/signal-ports.ts";
import { putAll } from "./batches.ts";
import { attributes, readItem, ttl } from "./portal-items.ts";
import { portalReads } from "./portal-reads.ts";
import { APART_PARTITION, apartItemKey, DATA_FORMAT, readEmployeeMonthKey } from "./table-keys.ts";
import { held } from "./transact.ts";

/** What nobody could read for so long is past the retention time of most of it. */
const KEPT_MS = 400 * 24 * 3_600_000;

const apartItem = z.object({ sk: z.string(), mark: z.string(), dueAt: z.int(), tries: z.int() });

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
    for await (const items of portalReads(client, { name: table }).pages("pk = :apart", {
      ":apart": APART_PARTITION,
    })) {
      yield items.map((item): ApartMonth => {
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
