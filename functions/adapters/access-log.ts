import {
  type CancellationReason,
  type DynamoDBClient,
  paginateQuery,
  paginateScan,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { Access } from "../domain/access.ts";
import { Refusal } from "../domain/errors.ts";
import { contentDigest } from "../domain/event-content.ts";
import type { AccessLog, AppendOutcome, Arrival, Clock } from "../use-cases/ports.ts";
import { eachOf } from "./batches.ts";
import { ATTEMPTS, pause } from "./dynamodb.ts";
import {
  accessesOf,
  claimedContent,
  dayCountItem,
  employeeMonthsOf,
  eventsIn,
  itemsOf,
  STORED_ACCESS,
} from "./stored-access.ts";
import { ACCESS_LOG_TABLE, claimKey, dayPartition, employeeMonthKey } from "./table-keys.ts";

/** Limits of TransactWriteItems: 100 items and 4 MB, of which a part is left for keys and framing. */
const ITEMS_PER_TRANSACTION = 100;
const BYTES_PER_TRANSACTION = 3_500_000;
const TRANSACTIONS_IN_FLIGHT = 8;

/** Reasons that pass: someone else writes the same items at this moment, or the table is throttled. */
const PASSING = new Set(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]);

/** One event on its way in. Its claim is the first of its items. */
interface Entry {
  readonly arrival: Arrival;
  /** Where it is counted for its source. */
  readonly day: string | undefined;
  readonly content: string;
  readonly items: readonly TransactWriteItem[];
  readonly bytes: number;
  /** The content that is kept under this id in the end, and whether it was this call that brought it. */
  settled: { readonly content: string; readonly accepted: boolean } | undefined;
}

/** Whole events, as many to a transaction as its limits allow. */
const packed = (entries: Iterable<Entry>): Entry[][] => {
  const transactions: Entry[][] = [];
  let [items, bytes, days] = [Number.POSITIVE_INFINITY, 0, new Set<string>()];
  const add = (entry: Entry) => {
    items += entry.items.length + (entry.day === undefined || days.has(entry.day) ? 0 : 1);
    bytes += entry.bytes;
    if (entry.day !== undefined) days.add(entry.day);
  };
  for (const entry of entries) {
    add(entry);
    if (items > ITEMS_PER_TRANSACTION || bytes > BYTES_PER_TRANSACTION) {
      transactions.push([]);
      [items, bytes, days] = [0, 0, new Set<string>()];
      add(entry);
    }
    transactions.at(-1)?.push(entry);
  }
  return transactions;
};

/** The access log in DynamoDB, in a table that is keyed as `table-keys.ts` says. */
export const createAccessLog = (client: DynamoDBClient, table: string, clock: Clock): AccessLog => {
  const nowSeconds = () => Math.floor(clock() / 1_000);

  const entryOf = (arrival: Arrival, content: string): Entry => {
    const { claim, accesses, bytes } = itemsOf(arrival, content);
    const { source } = arrival.access;
    return {
      arrival,
      day: arrival.day === undefined ? undefined : dayPartition(source, arrival.day),
      content,
      bytes,
      settled: undefined,
      items: [
        {
          Put: {
            TableName: table,
            Item: claim,
            // An id is taken until the retention of its event has ended, swept or not.
            ConditionExpression: "attribute_not_exists(customerKey) OR expiresAt <= :now",
            ExpressionAttributeValues: { ":now": { N: String(nowSeconds()) } },
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          },
        },
        ...accesses.map((Item) => ({ Put: { TableName: table, Item } })),
      ],
    };
  };

  /** What `entries` add to the counts of their sources' days: written with them, and only puts, so nobody waits. */
  const countsOf = (entries: readonly Entry[]): TransactWriteItem[] =>
    [...Map.groupBy(entries, ({ day }) => day)].flatMap(([day, own]) =>
      day === undefined
        ? []
        : [
            {
              Put: {
                TableName: table,
                Item: dayCountItem(
                  day,
                  own.map(({ arrival }) => arrival),
                ),
              },
            },
          ],
    );

  /** Writes all of `entries` or none; where it was none, the reasons, item by item. */
  const write = async (entries: readonly Entry[]): Promise<CancellationReason[] | undefined> => {
    const TransactItems = [...entries.flatMap(({ items }) => items), ...countsOf(entries)];
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
      return undefined;
    } catch (error) {
      if (error instanceof TransactionCanceledException) return error.CancellationReasons ?? [];
      throw error;
    }
  };

  // Nothing is read first: nearly all events are new, and a cancelled transaction says itself which are not. The rest
  // of it is sent again without them.
  const settle = async (entries: readonly Entry[]): Promise<void> => {
    let open = entries;
    for (let attempt = 1; open.length > 0; ) {
      const reasons = await write(open);
      if (reasons === undefined) {
        for (const entry of open) entry.settled = { content: entry.content, accepted: true };
        return;
      }
      let at = 0;
      const before = open.length;
      open = open.filter((entry) => {
        const claim = reasons[at];
        at += entry.items.length;
        if (claim?.Code !== "ConditionalCheckFailed") return true;
        entry.settled = { content: claimedContent(claim.Item), accepted: false };
        return false;
      });
      if (open.length < before) continue;
      if (!reasons.some(({ Code = "" }) => PASSING.has(Code))) throw new Error("A transaction was cancelled for good.");
      if (attempt >= ATTEMPTS) throw new Refusal("UNAVAILABLE");
      await pause(attempt);
      attempt += 1;
    }
  };

  const append = async (arrivals: readonly Arrival[]): Promise<readonly AppendOutcome[]> => {
    const entries = new Map<string, Entry>();
    const sent = arrivals.map((arrival) => {
      const id = claimKey(arrival.access.source, arrival.access.eventId).customerKey;
      const content = contentDigest(arrival.access, [...arrival.customerKeys, ...(arrival.erasedKeys ?? [])]);
      const first = entries.get(id);
      const entry = first ?? entryOf(arrival, content);
      if (!first) entries.set(id, entry);
      return { entry, content, isFirst: !first };
    });
    await eachOf(packed(entries.values()), TRANSACTIONS_IN_FLIGHT, settle);
    return sent.map(({ entry, content, isFirst }) => {
      if (isFirst && entry.settled?.accepted) return "accepted";
      return entry.settled?.content === content ? "duplicate" : "conflict";
    });
  };

  const pages = async function* (query: Omit<QueryCommandInput, "TableName">): AsyncGenerator<readonly Access[]> {
    const ask = (ExclusiveStartKey: QueryCommandInput["ExclusiveStartKey"]): Promise<QueryCommandOutput> =>
      client.send(
        new QueryCommand({ ...query, TableName: table, ProjectionExpression: STORED_ACCESS, ExclusiveStartKey }),
      );
    let next: Promise<QueryCommandOutput> | undefined = ask(undefined);
    while (next) {
      const { Items = [], LastEvaluatedKey }: QueryCommandOutput = await next;
      // The next page is on its way while this one is read.
      next = LastEvaluatedKey && ask(LastEvaluatedKey);
      next?.catch(() => {}); // seen again by the `await` above, unless the reader has stopped
      const accesses = accessesOf(Items, nowSeconds());
      if (accesses.length > 0) yield accesses;
    }
  };

  return {
    append,

    ofCustomer: (customerKey, { from, to }) =>
      pages({
        ConsistentRead: true,
        // Every sort key goes on after the instant, so none equals `to`: BETWEEN is half-open here.
        KeyConditionExpression: "customerKey = :customer AND sortKey BETWEEN :from AND :to",
        ExpressionAttributeValues: { ":customer": { S: customerKey }, ":from": { S: from }, ":to": { S: to } },
      }),

    ofEmployee: (employeeId, month) =>
      pages({
        IndexName: ACCESS_LOG_TABLE.byEmployeeMonth.index,
        KeyConditionExpression: "employeeMonth = :month",
        ExpressionAttributeValues: { ":month": { S: employeeMonthKey(employeeId, month) } },
      }),

    eventsOn: async (source, day) => {
      const query = {
        TableName: table,
        KeyConditionExpression: "customerKey = :day",
        ExpressionAttributeValues: { ":day": { S: dayPartition(source, day) } },
        ProjectionExpression: "events",
      };
      let events = 0;
      for await (const { Items = [] } of paginateQuery({ client }, query)) events += eventsIn(Items);
      return events;
    },

    // The index holds accesses only, and a scan is the only way to see which partitions it has.
    employeeMonths: async function* () {
      const { index, partitionKey } = ACCESS_LOG_TABLE.byEmployeeMonth;
      const scan = { TableName: table, IndexName: index, ProjectionExpression: partitionKey };
      for await (const { Items = [] } of paginateScan({ client }, scan)) yield employeeMonthsOf(Items);
    },
  };
};
