import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import { Refusal } from "../domain/errors.ts";
import { slicesOf } from "../domain/slices.ts";
import { ATTEMPTS, pause } from "./dynamodb.ts";

type Item = Record<string, AttributeValue>;

/** Limits of BatchWriteItem and BatchGetItem. */
const WRITES_AT_ONCE = 25;
const READS_AT_ONCE = 100;

/** Works on all, so many at once. */
export const eachOf = async <T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> => {
  const queue = all.values();
  const worker = async () => {
    for (const one of queue) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
};

/** Repeats `work` on what it leaves over. The store hands parts of a batch back when it is throttled. */
const untilNothingIsLeft = async <T>(all: T[], work: (rest: T[]) => Promise<T[]>): Promise<void> => {
  let rest = await work(all);
  for (let attempt = 1; rest.length > 0; attempt += 1) {
    if (attempt >= ATTEMPTS) throw new Refusal("UNAVAILABLE");
    await pause(attempt);
    rest = await work(rest);
  }
};

/** Puts items, keyed by pk and sk; of two with one key the later stays. No transaction: a part may be kept alone. */
export const putAll = async (client: DynamoDBClient, table: string, items: readonly Item[]): Promise<void> => {
  const distinct = new Map(items.map((item) => [JSON.stringify([item["pk"], item["sk"]]), item]));
  const writes = [...distinct.values()].map((Item) => ({ PutRequest: { Item } }));
  for (const slice of slicesOf(writes, WRITES_AT_ONCE)) {
    await untilNothingIsLeft(slice, async (rest) => {
      const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: rest } }));
      return (UnprocessedItems?.[table] ?? []).flatMap(({ PutRequest }) =>
        PutRequest?.Item ? [{ PutRequest: { Item: PutRequest.Item } }] : [],
      );
    });
  }
};

/** The items that exist under `keys`, strongly consistent, in no order. */
export const getAll = async (
  client: DynamoDBClient,
  table: string,
  keys: readonly { readonly pk: string; readonly sk: string }[],
): Promise<Item[]> => {
  const distinct = new Map(keys.map((key) => [JSON.stringify(key), { pk: { S: key.pk }, sk: { S: key.sk } }]));
  const found: Item[] = [];
  for (const slice of slicesOf<Item>([...distinct.values()], READS_AT_ONCE)) {
    await untilNothingIsLeft(slice, async (Keys) => {
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetItemCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } }),
      );
      found.push(...(Responses?.[table] ?? []));
      return UnprocessedKeys?.[table]?.Keys ?? [];
    });
  }
  return found;
};
