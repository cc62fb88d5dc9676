import type { DynamoDBClient, TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { utcInstant } from "../contract/text.ts";
import { ERASURE_GROUNDS, ERASURE_REMEMBERED_MS, type Erasure } from "../domain/erasure.ts";
import type { ErasureChange, Erasures } from "../use-cases/erasure-ports.ts";
import { getAll } from "./batches.ts";
import { type Condition, type PortalTable, put, readItem, ttl } from "./portal-items.ts";
import { portalReads } from "./portal-reads.ts";
import { customerErasureKey, ERASURES_PARTITION, erasureItemKey } from "./table-keys.ts";

const erasureItem = z.object({
  customerKey: z.string(),
  upTo: utcInstant,
  ground: z.optional(z.enum(ERASURE_GROUNDS)),
});

/** Beside the customer, for whoever appends; and in a list, to be done again after a restore. */
export const putErasure = (table: PortalTable, { erasure, now }: ErasureChange): TransactWriteItem[] => {
  const { customerKey, upTo, ground } = erasure;
  const item = { customerKey, upTo, ground, ...ttl(now + ERASURE_REMEMBERED_MS) };
  const onlyLater: Condition = { expression: "attribute_not_exists(pk) OR upTo <= :upTo", values: { ":upTo": upTo } };
  return [
    put(table, customerErasureKey(customerKey), item, onlyLater),
    put(table, erasureItemKey(customerKey), item, onlyLater),
  ];
};

/** Erasures in the portal's table. They are written by `createPortalStore`. */
export const createErasures = (client: DynamoDBClient, table: string): Erasures => ({
  among: async (customerKeys) => {
    const items = await getAll(client, table, customerKeys.map(customerErasureKey));
    return new Map(
      items.map((item) => readItem(erasureItem, item)).map(({ customerKey, upTo }) => [customerKey, upTo]),
    );
  },
  all: async function* () {
    const pages = portalReads(client, { name: table }).pages("pk = :erasures", { ":erasures": ERASURES_PARTITION });
    for await (const items of pages) yield items.map((item): Erasure => readItem(erasureItem, item));
  },
});
