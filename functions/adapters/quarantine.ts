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
import { DATA_FORMAT, QUARANTINE_ENTRY, QUARANTINE_PARTITION, quarantineItemKey } from "./table-keys.ts";

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
/** Everything but the event itself. */
const PROJECTION = {
  ProjectionExpression: QUARANTINE_ENTRY.map((name) => `#${name}`).join(),
  ExpressionAttributeNames: Object.fromEntries(QUARANTINE_ENTRY.map((name) => [`#${name}`, name])),
};
const keptBy =
  (clock: Clock) =>
  ({ eraseAt }: { readonly eraseAt: string }): boolean =>
    Date.parse(eraseAt) > clock();

const entryOf = ({ sk: id, code, field, source, receivedAt }: z.infer<typeof entryItem>): QuarantineEntry => ({
  id,
  code,
  field,
  source,
  receivedAt,
});

/** What lies in the quarantine and why; what was sent is not even read. */
export const listQuarantine = async function* (
  client: DynamoDBClient,
  table: Pick<PortalTable, "name">,
  clock: Clock,
): AsyncGenerator<readonly QuarantineEntry[]> {
  const pages = portalReads(client, table).pages("pk = :pk", { ":pk": QUARANTINE_PARTITION }, PROJECTION);
  for await (const items of pages)
    yield items
      .map((item) => readItem(entryItem, item))
      .filter(keptBy(clock))
      .map(entryOf);
};

/** The quarantine in the portal's table. Why an event lies there stands in clear, what it says is sealed. */
export const createQuarantine = (client: DynamoDBClient, table: PortalTable, clock: Clock): Quarantine => {
  const { get, pages } = portalReads(client, table);
  const opened = (item: z.infer<typeof eventItem>): QuarantinedEvent => ({
    ...entryOf(item),
    text: table.keyring.open(SEAL, item.sealed),
    eraseAt: item.eraseAt,
  });
  const isKept = keptBy(clock);
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

    all: () => listQuarantine(client, table, clock),

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
