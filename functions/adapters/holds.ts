import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { utcInstant } from "../contract/text.ts";
import type { Hold } from "../domain/holds.ts";
import type { Holds } from "../use-cases/hold-ports.ts";
import type { Clock } from "../use-cases/ports.ts";
import { readItem } from "./portal-items.ts";
import { portalReads } from "./portal-reads.ts";
import { HOLDS_PARTITION } from "./table-keys.ts";

const holdItem = z.object({ customerKey: z.string(), since: utcInstant, expiresAt: z.optional(z.int()) });

/** Holds in the portal's table. They are written by `createPortalStore`, together with requests and matters. */
export const createHolds = (client: DynamoDBClient, table: string, clock: Clock): Holds => ({
  all: async function* () {
    const pages = portalReads(client, { name: table }).pages("pk = :holds", { ":holds": HOLDS_PARTITION });
    for await (const items of pages)
      yield items.flatMap((item): Hold[] => {
        const { expiresAt, ...hold } = readItem(holdItem, item);
        return expiresAt !== undefined && expiresAt * 1_000 <= clock() ? [] : [hold];
      });
  },
});
