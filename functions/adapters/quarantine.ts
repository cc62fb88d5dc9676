import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Quarantine, QuarantinedEvent, QuarantineEntry } from "../use-cases/intake-ports.ts";
import type { Clock } from "../use-cases/ports.ts";
import { putAll } from "./batches.ts";
import { attributes, type PortalTable, readItem, ttl } from "./portal-items.ts";
import { portalReads } from "./portal-reads.ts";
import { DATA_FORMAT, QUARANTINE_PARTITION, quarantineItemKey } from "./table-keys.ts";

const SEAL = "quarantine";

const entryItem = z.object({
  sk: z.string(),
  code: z.string(),
  field: z.string(),
  source: z.string(),
  receivedAt: z.string(),
  eraseAt: z.string(),
});
const eventItem = z.extend(entryItem, { sealed: z.string() });
/** Everything but the event itself, as a projection. */
const ENTRY = ["v", ...Object.keys(entryItem.shape)];
const PROJECTION = {
  ProjectionExpression: ENTRY.map((name) => `#${name}`).join(),
  ExpressionAttributeNames: Object.fromEntries(ENTRY.map((name) => [`#${name}`, name])),
};

const entryOf = ({ sk: id, code, field, source, receivedAt }: z.infer<typeof entryItem>): QuarantineEntry => ({
  id,
  code,
  field,
  source,
  receivedAt,
});

/** The quarantine in the portal's table. Why an event lies there stands in clear, what it says is sealed. */
export const createQuarantine = (client: DynamoDBClient, table: PortalTable, clock: Clock): Quarantine => {
  const { get, pages } = portalReads(client, table);
  const opened = (item: z.infer<typeof eventItem>): QuarantinedEvent => ({
    ...entryOf(item),
    text: table.keyring.open(SEAL, item.sealed),
    eraseAt: item.eraseAt,
  });
  const isKept = ({ eraseAt }: { readonly eraseAt: string }) => Date.parse(eraseAt) > clock();
  return {
    put: (events) =>
      putAll(
        client,
        table.name,
        events.map(({ id, text, ...entry }) =>
          attributes({
            ...quarantineItemKey(id),
            v: DATA_FORMAT,
            ...entry,
            sealed: table.keyring.seal(SEAL, text),
            ...ttl(Date.parse(entry.eraseAt)),
          }),
        ),
      ),

    all: async function* () {
      for await (const items of pages("pk = :pk", { ":pk": QUARANTINE_PARTITION }, PROJECTION))
        yield items
          .map((item) => readItem(entryItem, item))
          .filter(isKept)
          .map(entryOf);
    },

    read: async (id) => {
      const item = await get(quarantineItemKey(id), eventItem);
      return item !== undefined && isKept(item) ? opened(item) : undefined;
    },

    opened: async function* () {
      for await (const items of pages("pk = :pk", { ":pk": QUARANTINE_PARTITION }))
        yield items.map((item) => opened(readItem(eventItem, item)));
    },

    rewrite: async ({ id, receivedAt }, text) => {
      const update = new UpdateItemCommand({
        TableName: table.name,
        Key: attributes({ ...quarantineItemKey(id) }),
        UpdateExpression: "SET sealed = :sealed",
        ConditionExpression: "receivedAt = :receivedAt",
        ExpressionAttributeValues: attributes({
          ":sealed": table.keyring.seal(SEAL, text),
          ":receivedAt": receivedAt,
        }),
      });
      await client.send(update).catch((error: unknown) => {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      });
    },

    remove: async (id) => {
      await client.send(
        new DeleteItemCommand({ TableName: table.name, Key: attributes({ ...quarantineItemKey(id) }) }),
      );
    },
  };
};
