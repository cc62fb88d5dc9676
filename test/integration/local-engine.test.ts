import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DescribeTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from "@aws-sdk/client-dynamodb-streams";
import { describe, expect, it } from "vitest";
import { putAll } from "../../functions/adapters/batches.ts";
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import { startDynamoDbEngine } from "../../infra/local/dynamodb-engine.ts";

const TableName = `Streamed-${process.pid}-${Date.now()}`;
const placeOf = (endpoint: string) => ({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
const KEYS = ["pk", "sk"] as const;

const createStreamed = (client: DynamoDBClient) =>
  client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: KEYS.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
      KeySchema: KEYS.map((AttributeName, n) => ({ AttributeName, KeyType: n === 0 ? "HASH" : "RANGE" })),
      StreamSpecification: { StreamEnabled: true, StreamViewType: "KEYS_ONLY" },
    }),
  );

/** The sort keys of all records, as the stream has them. */
const streamed = async (client: DynamoDBClient, streams: DynamoDBStreamsClient): Promise<(string | undefined)[]> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  const StreamArn = Table?.LatestStreamArn;
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const seen: (string | undefined)[] = [];
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    const start = new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" });
    let { ShardIterator } = await streams.send(start);
    while (ShardIterator !== undefined) {
      const { Records = [], NextShardIterator } = await streams.send(new GetRecordsCommand({ ShardIterator }));
      if (Records.length === 0) break;
      seen.push(...Records.map(({ dynamodb }) => dynamodb?.Keys?.["sk"]?.S));
      ShardIterator = NextShardIterator;
    }
  }
  return seen;
};

describe("the local engine", () => {
  it.each(["in memory", "in a file that is opened again"])(
    "has a stream's records in their order, %s",
    async (where) => {
      const directory = where === "in memory" ? undefined : await mkdtemp(join(tmpdir(), "regard-engine-"));
      const options = directory === undefined ? {} : { file: join(directory, "database") };
      const names = Array.from({ length: 2_500 }, (_, n) => String(n).padStart(5, "0"));
      const halves = [names.slice(0, 1_250), names.slice(1_250)] as const;
      let engine = await startDynamoDbEngine(options);
      let client = createDynamoDb(placeOf(engine.endpoint));
      await createStreamed(client);
      for (const [n, half] of halves.entries()) {
        await putAll(
          client,
          TableName,
          half.map((name) => ({ pk: { S: "p" }, sk: { S: name } })),
        );
        if (n === 1 || directory === undefined) continue;
        client.destroy();
        await engine.stop();
        expect(await readdir(directory)).toContain("database");
        engine = await startDynamoDbEngine(options);
        client = createDynamoDb(placeOf(engine.endpoint));
      }
      const streams = new DynamoDBStreamsClient(placeOf(engine.endpoint));
      expect(await streamed(client, streams)).toEqual(names);
      streams.destroy();
      client.destroy();
      await engine.stop();
    },
  );
});
