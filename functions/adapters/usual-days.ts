import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { RoleDays } from "../domain/signals/volume.ts";
import type { Clock } from "../use-cases/ports.ts";
import type { UsualDays } from "../use-cases/signal-ports.ts";
import { attributes, readItem, ttl } from "./portal-items.ts";
import { portalReads } from "./portal-reads.ts";
import { DATA_FORMAT, usualDaysKey, usualDaysPartition } from "./table-keys.ts";

/** The rules judge months of a year and more where old events arrive late, or an import brings them. */
const KEPT_MS = 400 * 24 * 3_600_000;

const item = z.object({ days: z.string() });
const stored: z.ZodMiniType<readonly RoleDays[]> = z.array(
  z.object({ role: z.string(), customers: z.int(), days: z.int() }),
);

/** What is usual in a role, in the portal's table: one item for each account and month. */
export const createUsualDays = (client: DynamoDBClient, table: string, clock: Clock): UsualDays => ({
  keep: async ({ employeeId, month }, days) => {
    const kept = { ...usualDaysKey(employeeId, month), v: DATA_FORMAT, days: JSON.stringify(days) };
    await client.send(
      new PutItemCommand({ TableName: table, Item: attributes({ ...kept, ...ttl(clock() + KEPT_MS) }) }),
    );
  },

  of: async function* (month) {
    const { pages } = portalReads(client, { name: table });
    for await (const items of pages("pk = :month", { ":month": usualDaysPartition(month) }))
      yield items.flatMap((one) => stored.parse(JSON.parse(readItem(item, one).days)));
  },
});
