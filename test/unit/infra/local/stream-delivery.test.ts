import { describe, expect, it } from "vitest";
import { type Delivery, deliver } from "../../../../infra/local/stream-delivery.ts";
import { matches, streamFilter } from "../../../../infra/local/stream-filter.ts";

const record = (number: number) => ({ dynamodb: { SequenceNumber: String(number) } });
type Item = ReturnType<typeof record>;
const numbersOf = (records: readonly Item[]) => records.map(({ dynamodb }) => Number(dynamodb.SequenceNumber));

/** Delivers 1 to 4 to a function that cannot work on `poison`, and tells what happened. */
const deliverFour = async (poison: number, options: Partial<Delivery<Item>>) => {
  const tried: number[][] = [];
  const parked: number[] = [];
  await deliver([1, 2, 3, 4].map(record), {
    reportsFailures: true,
    bisects: false,
    retries: 1,
    retryMs: 0,
    signal: new AbortController().signal,
    invoke: async (records) => {
      tried.push(numbersOf(records));
      const failed = records.filter(({ dynamodb }) => dynamodb.SequenceNumber === String(poison));
      return { batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })) };
    },
    park: (records) => parked.push(...numbersOf(records)),
    ...options,
  });
  return { tried, parked };
};

describe("a batch of stream records", () => {
  it("is delivered once where everything in it works", async () => {
    expect(await deliverFour(0, {})).toEqual({ tried: [[1, 2, 3, 4]], parked: [] });
  });

  it("is tried again from its first failure on, and parked after the last try", async () => {
    expect(await deliverFour(3, {})).toEqual({
      tried: [
        [1, 2, 3, 4],
        [3, 4],
      ],
      parked: [3, 4],
    });
  });

  it("that is halved loses nothing but the record that nobody can work on", async () => {
    const { parked } = await deliverFour(3, { bisects: true });
    expect(parked).toEqual([3]);
  });

  it("counts as failed as a whole where the function throws, or names a record that is not in it", async () => {
    const thrown = await deliverFour(0, { invoke: () => Promise.reject(new Error("down")) });
    expect(thrown.parked).toEqual([1, 2, 3, 4]);
    const stranger = { batchItemFailures: [{ itemIdentifier: "99" }] };
    expect((await deliverFour(0, { invoke: async () => stranger })).parked).toEqual([1, 2, 3, 4]);
  });
});

describe("a stream's filter", () => {
  const filter = streamFilter.parse('{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":["outbox"]}}}}');
  const change = (eventName: string, pk: string) => ({ eventName, dynamodb: { Keys: { pk: { S: pk } } } });

  it("lets through what matches in every field", () => {
    expect(matches(filter, change("INSERT", "outbox"))).toBe(true);
    expect(matches(filter, change("REMOVE", "outbox"))).toBe(false);
    expect(matches(filter, change("INSERT", "session#1"))).toBe(false);
    expect(matches(filter, { eventName: "INSERT" })).toBe(false);
  });
});
