import {
  BatchGetItemCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { DATA_FORMAT } from "../../functions/adapters/table-keys.ts";
import { useEngine } from "../support/engine.ts";

const engine = await useEngine();
const { client, accessLogTable: TableName } = engine;

const S = (text: string) => ({ S: text });
const key = (sortKey: string) => ({ customerKey: S("c"), sortKey: S(sortKey) });
/** An item of about so many bytes, in the index or not. */
const item = (sortKey: string, bytes: number, isIndexed = false) => ({
  ...key(sortKey),
  v: { N: String(DATA_FORMAT) },
  ...(isIndexed && { employeeMonth: S("e#2026-01") }),
  filling: S("x".repeat(bytes)),
});
const asked = { ReturnConsumedCapacity: "TOTAL" } as const;
const put = async (...one: Parameters<typeof item>) =>
  (await client.send(new PutItemCommand({ TableName, Item: item(...one), ...asked }))).ConsumedCapacity?.CapacityUnits;

beforeAll(async () => {
  for (let n = 0; n < 20; n += 1) await put(`q-${String(n).padStart(2, "0")}`, 900);
});

/** DynamoDB Developer Guide, "DynamoDB throughput capacity": what is billed, on which the cost sheet stands. */
describe("the engine counts what DynamoDB would bill", () => {
  it("writes by the kilobyte, begun ones whole, and once more for the index", async () => {
    expect([await put("w-1", 500), await put("w-2", 1_500), await put("w-3", 1_500, true)]).toEqual([1, 2, 4]);
  });

  it("a replaced item by the larger of both, and a deletion by what was there", async () => {
    await put("w-4", 2_500);
    expect(await put("w-4", 10)).toBe(3);
    const { ConsumedCapacity } = await client.send(new DeleteItemCommand({ TableName, Key: key("w-2"), ...asked }));
    expect(ConsumedCapacity?.CapacityUnits).toBe(2);
  });

  it("twice for what is written in a transaction, but once for the index, which is no part of it", async () => {
    const TransactItems = [item("t-1", 500), item("t-2", 500, true)].map((Item) => ({ Put: { TableName, Item } }));
    const { ConsumedCapacity } = await client.send(new TransactWriteItemsCommand({ TransactItems, ...asked }));
    expect(ConsumedCapacity?.map(({ CapacityUnits }) => CapacityUnits)).toEqual([2 + 2 + 1]);
  });

  it("reads by four kilobytes, consistent ones twice the others, and one that finds nothing as one", async () => {
    const get = async (sortKey: string, ConsistentRead: boolean) =>
      (await client.send(new GetItemCommand({ TableName, Key: key(sortKey), ConsistentRead, ...asked })))
        .ConsumedCapacity?.CapacityUnits;
    expect([await get("q-00", true), await get("q-00", false), await get("nothing", true)]).toEqual([1, 0.5, 1]);
  });

  it("a query by all that it reads together, whatever it shows; a batch by each item", async () => {
    const { ConsumedCapacity } = await client.send(
      new QueryCommand({
        ...{ TableName, ConsistentRead: true, ProjectionExpression: "sortKey", ...asked },
        KeyConditionExpression: "customerKey = :c AND begins_with(sortKey, :q)",
        ExpressionAttributeValues: { ":c": S("c"), ":q": S("q-") },
      }),
    );
    expect(ConsumedCapacity?.CapacityUnits).toBe(Math.ceil((20 * 935) / 4_096));
    const Keys = ["q-00", "q-01", "nothing"].map(key);
    const batch = await client.send(
      new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } }, ...asked }),
    );
    expect(batch.ConsumedCapacity?.map(({ CapacityUnits }) => CapacityUnits)).toEqual([3]);
  });
});
