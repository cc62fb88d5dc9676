import { DeleteItemCommand, type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { Refusal } from "../domain/errors.ts";
import { type UnsettledDay, uniteManifests } from "../domain/manifest.ts";
import type { Sources } from "../use-cases/ports.ts";
import { ATTEMPTS, pause } from "./dynamodb.ts";
import { atRevision, attributes, type PlainItem, put, ttl } from "./portal-items.ts";
import { portalReads } from "./portal-reads.ts";
import { manifestItemKey, manifestPartition, UNSETTLED_PARTITION, unsettledItemKey } from "./table-keys.ts";
import { held, transact } from "./transact.ts";

const manifestItem = z.object({
  source: z.string(),
  day: z.string(),
  count: z.int(),
  firstSeq: z.optional(z.int()),
  lastSeq: z.optional(z.int()),
  revision: z.int(),
});
const unsettledItem = z.extend(manifestItem, {
  dueAt: z.int(),
  received: z.optional(z.int()),
  missing: z.optional(z.int()),
});
const dayItem = z.object({ sk: z.string() });

/**
 * What sources say they sent: an item for each source and day, and a copy of it among the unsettled until exactly that
 * came. Both are written in one transaction; a count is kept only in the revision that it was made for.
 */
export const manifestsIn = (
  client: DynamoDBClient,
  name: string,
): Pick<Sources, "announce" | "unsettled" | "count" | "announcedDays"> => {
  const { get, all } = portalReads(client, { name });

  return {
    announce: async (said, { dueAt, until }) => {
      const { source, day } = said;
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const stored = await get(manifestItemKey(source, day), manifestItem);
        const { revision, ...known } = stored ?? { ...said, revision: 0 };
        const united = uniteManifests(known, said);
        const outcome = united.count > said.count ? "lowered" : "kept";
        if (revision > 0 && JSON.stringify(united) === JSON.stringify(uniteManifests(known, known))) return outcome;
        const item = { ...united, revision: revision + 1, ...ttl(until) };
        const written = await transact(client, [
          put({ name }, manifestItemKey(source, day), item, atRevision(revision)),
          put({ name }, unsettledItemKey(source, day), { ...item, dueAt }),
        ]);
        if (written) return outcome;
        await pause(attempt); // somebody else announced this day meanwhile
      }
      throw new Refusal("UNAVAILABLE");
    },

    unsettled: () =>
      all(
        "pk = :pk",
        { ":pk": UNSETTLED_PARTITION },
        unsettledItem,
        ({ received, missing, ...day }): UnsettledDay => ({
          ...day,
          ...(received !== undefined && missing !== undefined && { counted: { received, missing } }),
        }),
      ),

    count: ({ source, day, revision }, { received, missing }, dueAt) => {
      const unmoved = (values: PlainItem) => ({
        TableName: name,
        Key: attributes(unsettledItemKey(source, day)),
        ConditionExpression: "#revision = :revision",
        ExpressionAttributeValues: attributes({ ":revision": revision, ...values }),
      });
      const names = { "#revision": "revision" };
      if (dueAt === undefined) {
        return held(client.send(new DeleteItemCommand({ ...unmoved({}), ExpressionAttributeNames: names })));
      }
      return held(
        client.send(
          new UpdateItemCommand({
            ...unmoved({ ":received": received, ":missing": missing, ":dueAt": dueAt }),
            UpdateExpression: "SET #received = :received, #missing = :missing, #dueAt = :dueAt",
            ExpressionAttributeNames: { ...names, "#received": "received", "#missing": "missing", "#dueAt": "dueAt" },
          }),
        ),
      );
    },

    announcedDays: (source, first) =>
      all("pk = :pk AND sk >= :first", { ":pk": manifestPartition(source), ":first": first }, dayItem, ({ sk }) => sk),
  };
};
