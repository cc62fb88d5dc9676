import assert from "node:assert/strict";
import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { accessSortKey, claimKey, employeeMonthKey } from "../../functions/adapters/table-keys.ts";
import { accessEvent } from "../../functions/contract/access-event.ts";
import { eraseAt } from "../../functions/domain/retention.ts";
import type { Keyring } from "../../functions/use-cases/ports.ts";
import { allOf, NOW } from "../support/arrivals.ts";
import { type Engine, startEngine } from "../support/engine.ts";
import { justNow, openIntake } from "../support/intake-door.ts";
import { atMost, cpuTime, median, type Ratio, sideBySide } from "./ratio.ts";

const EVENTS = 500;
const ROUNDS = 15;
const ITEMS_AT_ONCE = 25;
const WRITERS = 8;

/** What one call sends: new events about one customer. */
const eventsOf = (customerId: string) =>
  Array.from({ length: EVENTS }, (_, n) => justNow({ eventId: `${customerId}-${n}`, customerId, sourceSeq: n + 1 }));

const sentEvents = z.object({ events: z.array(accessEvent) });

/**
 * The same call by an ordinary handler: the same schema, the same keys, and the same two items for each event, as objects
 * that lib-dynamodb turns into attributes. It knows no duplicate, no business fact, no coverage and no quarantine.
 */
const takePlainly = async (
  documents: DynamoDBDocumentClient,
  table: string,
  { customerKey }: Pick<Keyring, "customerKey">,
  body: string,
): Promise<void> => {
  const items = sentEvents.parse(JSON.parse(body)).events.flatMap(({ customerId, ...event }) => {
    const expiresAt = Math.ceil(Date.parse(eraseAt(event.occurredAt, 12)) / 1_000);
    const claim = { ...claimKey(event.source, event.eventId), expiresAt };
    const access = {
      ...{ customerKey: customerKey(String(customerId)), sortKey: accessSortKey(event), expiresAt, receivedAt: NOW },
      employeeMonth: employeeMonthKey(event.employee.id, event.occurredAt),
      event,
    };
    return [claim, access];
  });
  const batches = Array.from({ length: Math.ceil(items.length / ITEMS_AT_ONCE) }, (_, at) =>
    items.slice(at * ITEMS_AT_ONCE, (at + 1) * ITEMS_AT_ONCE),
  ).values();
  const write = async () => {
    for (const batch of batches) {
      const RequestItems = { [table]: batch.map((Item) => ({ PutRequest: { Item } })) };
      const { UnprocessedItems = {} } = await documents.send(new BatchWriteCommand({ RequestItems }));
      assert.deepEqual(UnprocessedItems, {});
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
};

const measure = async (engine: Engine): Promise<Ratio> => {
  const intake = openIntake(engine);
  const documents = DynamoDBDocumentClient.from(engine.client, { marshallOptions: { removeUndefinedValues: true } });
  let turn = 0;
  const ours = async () => {
    const results = await intake.send(eventsOf(`ours-${turn++}`));
    assert.ok(results.every(({ outcome }) => outcome === "accepted"));
  };
  const theirs = () =>
    takePlainly(
      documents,
      engine.accessLogTable,
      intake.keyring,
      JSON.stringify({ events: eventsOf(`plain-${turn++}`) }),
    );

  await ours();
  await theirs();
  const rows = await allOf(intake.accessLog, intake.keyring.customerKey("ours-0"));
  assert.deepEqual(
    rows.map(({ eventId }) => eventId).sort(),
    eventsOf("ours-0")
      .map(({ eventId }) => eventId)
      .sort(),
  );
  const times = await sideBySide(ROUNDS, ours, theirs, async () => {}, cpuTime);
  const each = (took: readonly number[]) => `${((median(took) / EVENTS) * 1_000).toFixed(0)} µs`;
  const detail = `${each(times.one)} an event through the handler, ${each(times.other)} by lib-dynamodb`;
  return atMost("intake CPU per event against lib-dynamodb's plain way", times.ratio, 1, detail);
};

/** What an event costs the processor on its way from the body of a call into the log. */
export const measureIntake = async (): Promise<Ratio[]> => {
  const engine = await startEngine();
  try {
    return [await measure(engine)];
  } finally {
    await engine.stop();
  }
};
