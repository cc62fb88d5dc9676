import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type * as z from "zod/mini";
import type { MatterStore, Rulings } from "../use-cases/matter-ports.ts";
import type { PortalTable } from "./portal-items.ts";
import { portalReads } from "./portal-reads.ts";
import {
  linkItem,
  matterItem,
  openEntry,
  openLink,
  openMatter,
  openRuling,
  referencePointer,
  sealedItem,
} from "./stored-matters.ts";
import {
  closedMattersPartition,
  customerOpenMatterKey,
  customerPartition,
  ENTRY_PREFIX,
  linkItemKey,
  MATTER_PREFIX,
  matterItemKey,
  matterPartition,
  OPEN_MATTERS_PARTITION,
  rulingPartition,
} from "./table-keys.ts";

/** All items of a partition, or those of it whose key begins with a prefix. */
const allOf = (client: DynamoDBClient, table: PortalTable) => {
  const { all } = portalReads(client, table);
  return {
    within: <Item, Value>(pk: string, schema: z.ZodMiniType<Item>, open: (item: Item) => Value) =>
      all("pk = :pk", { ":pk": pk }, schema, open),
    under: <Item, Value>(pk: string, prefix: string, schema: z.ZodMiniType<Item>, open: (item: Item) => Value) =>
      all("pk = :pk AND begins_with(sk, :prefix)", { ":pk": pk, ":prefix": prefix }, schema, open),
  };
};

/** Matters in the portal's table. They are written by `createPortalStore`, together with mails and audit lines. */
export const createMatterStore = (client: DynamoDBClient, table: PortalTable): MatterStore => {
  const { get } = portalReads(client, table);
  const { within, under } = allOf(client, table);
  const matterOnly = (item: z.infer<typeof matterItem>) => openMatter(table, item).value;

  return {
    matterOf: async (reference) => {
      const item = await get(matterItemKey(reference), matterItem);
      return item && openMatter(table, item);
    },
    entriesOf: (reference) =>
      under(matterPartition(reference), ENTRY_PREFIX, sealedItem, (item) => openEntry(table, item)),
    openMatters: () => within(OPEN_MATTERS_PARTITION, matterItem, matterOnly),
    closedMatters: (month) => within(closedMattersPartition(month), matterItem, matterOnly),
    mattersOf: (customerKey) =>
      under(customerPartition(customerKey), MATTER_PREFIX, referencePointer, ({ reference }) => reference),
    openMatterOf: async (customerKey) => (await get(customerOpenMatterKey(customerKey), referencePointer))?.reference,
    linkOf: async (tokenKey) => {
      const item = await get(linkItemKey(tokenKey), linkItem);
      return item && openLink(tokenKey, item);
    },
  };
};

/** What was decided for customers, in the portal's table. */
export const createRulings = (client: DynamoDBClient, table: PortalTable): Rulings => ({
  of: (customerKey) =>
    allOf(client, table).within(rulingPartition(customerKey), sealedItem, (item) => openRuling(table, item)),
});
