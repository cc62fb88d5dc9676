import assert from "node:assert/strict";
import {
  BatchWriteItemCommand,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandOutput,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { itemsOf } from "../../functions/adapters/stored-access.ts";
import type { Access } from "../../functions/domain/access.ts";
import { contentDigest } from "../../functions/domain/event-content.ts";
import type { Arrival } from "../../functions/use-cases/ports.ts";
import { startEngine } from "../support/engine.ts";
import { atLeast, atMost, median, type Ratio, sideBySide } from "./ratio.ts";

const ROWS = 10_000;
const EVERYTHING = { from: "1970-01-01T00:00:00.000Z", to: "9999-12-31T23:59:59.999Z" };

/** `count` ordinary looks at one customer's data, a minute apart. */
export const arrivalsOf = (customerKey: string, count: number): Arrival[] =>
  Array.from({ length: count }, (_, index) => {
    const occurredAt = new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString();
    return {
      customerKeys: [customerKey],
      eraseAt: "2099-01-01T00:00:00.000Z",
      day: occurredAt.slice(0, 10),
      access: {
        eventId: `${customerKey}-${index}`,
        source: "help-desk",
        sourceSeq: index + 1,
        occurredAt,
        receivedAt: "2026-11-01T00:00:00.000Z",
        employee: { id: `E-${index % 40}`, name: "Zoë Łukasiewicz", role: "Agent", unit: "Service", type: "employee" },
        action: "view",
        involvement: "opened",
        dataCategories: ["contact.phone", "orders"],
        fieldsRevealed: ["phone", "order history"],
        purpose: "SUPPORT_CUSTOMER",
        case: { type: "ticket", id: `T-${index >> 3}` },
        breakGlass: false,
        outcome: "success",
      },
    };
  });

/** The same items by plain batches of 25, the most that DynamoDB takes, eight at once as the log does. */
export const writePlainly = async (
  client: DynamoDBClient,
  table: string,
  arrivals: readonly Arrival[],
): Promise<void> => {
  const items = arrivals.flatMap((arrival) => {
    const { claim, accesses } = itemsOf(arrival, contentDigest(arrival.access, arrival.customerKeys));
    return [claim, ...accesses];
  });
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, index) =>
    items.slice(index * 25, index * 25 + 25),
  );
  const queue = batches.values();
  const worker = async () => {
    for (const batch of queue) {
      const RequestItems = { [table]: batch.map((Item) => ({ PutRequest: { Item } })) };
      const { UnprocessedItems = {} } = await client.send(new BatchWriteItemCommand({ RequestItems }));
      if (Object.keys(UnprocessedItems).length > 0)
        throw new Error("The engine left items of a plain batch unwritten.");
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
};

/** The floor of reading: Query pages, and JSON.parse of each event. */
const readPlainly = async (client: DynamoDBClient, TableName: string, customerKey: string): Promise<unknown[]> => {
  const events: unknown[] = [];
  let ExclusiveStartKey: QueryCommandOutput["LastEvaluatedKey"];
  do {
    const page: QueryCommandOutput = await client.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "customerKey = :customer",
        ExpressionAttributeValues: { ":customer": { S: customerKey } },
        ExclusiveStartKey,
      }),
    );
    for (const item of page.Items ?? []) events.push(JSON.parse(item["event"]?.S ?? ""));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return events;
};

const readThroughTheLog = async (client: DynamoDBClient, table: string, customerKey: string): Promise<Access[]> => {
  const accesses: Access[] = [];
  const log = createAccessLog(client, table, Date.now);
  for await (const page of log.ofCustomer(customerKey, EVERYTHING)) accesses.push(...page);
  return accesses;
};

const eventIds = z.array(z.object({ eventId: z.string() }));

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(2)} s`;

/** Reading 10,000 accesses of one customer, against the same pages without the log's parse and filter. */
const reading = async (client: DynamoDBClient, table: string): Promise<Ratio> => {
  const raw = eventIds.parse(await readPlainly(client, table, "reader"));
  const read = await readThroughTheLog(client, table, "reader");
  assert.deepEqual(
    read.map(({ eventId }) => eventId),
    raw.map(({ eventId }) => eventId),
  );
  assert.equal(read.length, ROWS);
  const times = await sideBySide(
    9,
    () => readThroughTheLog(client, table, "reader"),
    () => readPlainly(client, table, "reader"),
  );
  const detail = `${ROWS} accesses: ${seconds(median(times.one))} through the log, ${seconds(median(times.other))} plain`;
  return atMost("reading a record against plain Query pages and JSON.parse", times.ratio, 1.3, detail);
};

/** Taking in 2,000 events with their claims, against the same items in plain batches. Every round writes new ones. */
const intake = async (client: DynamoDBClient, table: string): Promise<Ratio> => {
  const log = createAccessLog(client, table, Date.now);
  const count = 2_000;
  const rounds = 9;
  let turn = 0;
  const fresh = () => arrivalsOf(`intake-${turn++}`, count);

  const outcomes = await log.append(fresh());
  assert.deepEqual(new Set(outcomes), new Set(["accepted"]));
  await writePlainly(client, table, fresh());
  const [logged, plain] = await Promise.all(["intake-0", "intake-1"].map((key) => readPlainly(client, table, key)));
  assert.equal(logged?.length, count);
  assert.equal(plain?.length, count);

  const ours = Array.from({ length: rounds }, fresh).values();
  const theirs = Array.from({ length: rounds }, fresh).values();
  const times = await sideBySide(
    rounds,
    () => log.append(ours.next().value ?? []),
    () => writePlainly(client, table, theirs.next().value ?? []),
  );
  const detail = `${count} events: ${seconds(median(times.one))} appended, ${seconds(median(times.other))} in plain batches`;
  return atLeast("intake against plain BatchWriteItem of the same items", 1 / times.ratio, 0.8, detail);
};

export const measureAccessLog = async (): Promise<Ratio[]> => {
  const engine = await startEngine();
  try {
    await writePlainly(engine.client, engine.accessLogTable, arrivalsOf("reader", ROWS));
    return [await reading(engine.client, engine.accessLogTable), await intake(engine.client, engine.accessLogTable)];
  } finally {
    await engine.stop();
  }
};
