import { setTimeout as sleep } from "node:timers/promises";
import { DescribeTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as StreamRecord,
} from "@aws-sdk/client-dynamodb-streams";
import * as z from "zod/mini";
import type { Assembly } from "./assembly.ts";
import { resourceOf } from "./references.ts";
import { type Delivery, deliver } from "./stream-delivery.ts";
import { matches, streamFilter } from "./stream-filter.ts";

const mapping = z.object({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  /** Queues have none (queues.ts). */
  StartingPosition: z.optional(z.enum(["TRIM_HORIZON", "LATEST"])),
  BatchSize: z._default(z.int(), 100),
  FilterCriteria: z._default(z.object({ Filters: z.array(z.object({ Pattern: streamFilter })) }), { Filters: [] }),
  FunctionResponseTypes: z._default(z.array(z.literal("ReportBatchItemFailures")), []),
  BisectBatchOnFunctionError: z._default(z.boolean(), false),
  MaximumRetryAttempts: z._default(z.int(), -1),
  DestinationConfig: z.optional(z.object({ OnFailure: z.object({ Destination: z.string() }) })),
});
type Mapping = z.infer<typeof mapping>;

const POLL_MS = 100;
const RETRY_MS = 500;

export interface Streams {
  /** Holds every record back from now on, as if the stream were down; what happens meanwhile waits in it. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

interface StreamParts {
  readonly client: DynamoDBClient;
  readonly streams: DynamoDBStreamsClient;
  readonly tableNames: ReadonlyMap<string, string>;
  invoke(functionId: string, event: unknown): Promise<unknown>;
  /** What could not be delivered after every try, and where the template sends it. */
  parked(destination: string, records: readonly StreamRecord[]): void;
}

/** Connects the tables' streams to functions as the template's event source mappings say. */
export const connectStreams = async (assembly: Assembly, parts: StreamParts): Promise<Streams> => {
  const stopping = new AbortController();
  let paused = false;
  const held = async () => {
    while (paused && !stopping.signal.aborted) await sleep(POLL_MS);
  };

  const follow = async (properties: Mapping): Promise<void> => {
    const delivery: Delivery<StreamRecord> = {
      reportsFailures: properties.FunctionResponseTypes.length > 0,
      bisects: properties.BisectBatchOnFunctionError,
      retries: properties.MaximumRetryAttempts < 0 ? Number.POSITIVE_INFINITY : properties.MaximumRetryAttempts,
      retryMs: RETRY_MS,
      signal: stopping.signal,
      invoke: (records) => parts.invoke(resourceOf(properties.FunctionName), { Records: records }),
      park: (records) => parts.parked(properties.DestinationConfig?.OnFailure.Destination ?? "nowhere", records),
    };
    const filters = properties.FilterCriteria.Filters;
    for await (const records of recordsOf(properties, parts, stopping.signal)) {
      await held();
      const wanted = records.filter(
        (record) => filters.length === 0 || filters.some(({ Pattern }) => matches(Pattern, record)),
      );
      for (let at = 0; at < wanted.length && !stopping.signal.aborted; at += properties.BatchSize)
        await deliver(wanted.slice(at, at + properties.BatchSize), delivery);
    }
  };
  const following = assembly
    .resources("AWS::Lambda::EventSourceMapping", mapping)
    .filter(({ properties }) => properties.StartingPosition !== undefined)
    .map(({ properties }) => follow(properties));

  return {
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
    },
    stop: async () => {
      stopping.abort();
      await Promise.allSettled(following);
    },
  };
};

/** All records of a table's stream, in their order, as they come; ends with `signal`. */
async function* recordsOf(
  { EventSourceArn, StartingPosition }: Mapping,
  { client, streams, tableNames }: StreamParts,
  signal: AbortSignal,
): AsyncGenerator<readonly StreamRecord[]> {
  const { Table } = await client.send(
    new DescribeTableCommand({ TableName: tableNames.get(resourceOf(EventSourceArn)) }),
  );
  const StreamArn = Table?.LatestStreamArn;
  const iterators = new Map<string, string | undefined>();
  const openShards = async (): Promise<void> => {
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
    for (const { ShardId } of StreamDescription?.Shards ?? []) {
      if (ShardId === undefined || iterators.has(ShardId)) continue;
      const from = new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: StartingPosition });
      iterators.set(ShardId, (await streams.send(from)).ShardIterator);
    }
  };
  let changed = true;
  while (!signal.aborted) {
    if (changed) await openShards(); // a new shard begins where another ends
    changed = [...iterators.values()].every((iterator) => iterator === undefined);
    for (const [shard, ShardIterator] of iterators) {
      if (ShardIterator === undefined) continue; // closed, and read to its end
      const { Records = [], NextShardIterator } = await streams.send(new GetRecordsCommand({ ShardIterator }));
      iterators.set(shard, NextShardIterator);
      changed ||= NextShardIterator === undefined;
      if (Records.length > 0) yield Records;
    }
    await sleep(POLL_MS);
  }
}
