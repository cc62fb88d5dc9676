import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { type SourceReport, uniteReports } from "../domain/coverage.ts";
import { Refusal } from "../domain/errors.ts";
import type { Sources } from "../use-cases/ports.ts";
import { inPresentFormat } from "./data-format.ts";
import { pause } from "./dynamodb.ts";
import { manifestsIn } from "./stored-manifests.ts";
import { DATA_FORMAT, SOURCES_PARTITION, sourceKey } from "./table-keys.ts";

/** Writers of one source meet at one item: more tries than a request alone is given. */
const ATTEMPTS = 30;

const report = z.object({
  source: z.string(),
  since: z.string(),
  lastReceivedAt: z.string(),
  ranges: z.array(z.object({ first: z.int(), last: z.int(), firstAt: z.string(), lastAt: z.string() })),
});
const sourceItem = z.object({ report: z.object({ S: z.string() }), version: z.object({ N: z.string() }) });

const reportOf = (item: Record<string, AttributeValue>): SourceReport =>
  report.parse(JSON.parse(sourceItem.parse(inPresentFormat(item)).report.S));

/** What sources have sent, in the portal's table: one item for each, replaced only in the version that was read. */
export const createSources = (client: DynamoDBClient, table: string): Sources => ({
  ...manifestsIn(client, table),

  note: async (news) => {
    const { pk, sk } = sourceKey(news.source);
    const key = { pk: { S: pk }, sk: { S: sk } };
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }));
      const before = Item && reportOf(Item);
      const united = JSON.stringify(before ? uniteReports(before, news) : uniteReports(news, news));
      if (before && united === JSON.stringify(before)) return;
      const version = Item ? Number(sourceItem.parse(Item).version.N) : 0;
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: {
              ...key,
              report: { S: united },
              version: { N: String(version + 1) },
              v: { N: String(DATA_FORMAT) },
            },
            ConditionExpression: "attribute_not_exists(pk) OR version = :version",
            ExpressionAttributeValues: { ":version": { N: String(version) } },
          }),
        );
        return;
      } catch (error) {
        // Another writer was first, or this very write got through and its answer was lost: both show on reading again.
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
      await pause(attempt);
    }
    throw new Refusal("UNAVAILABLE");
  },

  all: async () => {
    const reports: SourceReport[] = [];
    const query = {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: "pk = :sources",
      ExpressionAttributeValues: { ":sources": { S: SOURCES_PARTITION } },
    };
    for await (const { Items = [] } of paginateQuery({ client }, query)) reports.push(...Items.map(reportOf));
    return reports;
  },
});
