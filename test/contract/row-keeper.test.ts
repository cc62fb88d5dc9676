import { randomUUID } from "node:crypto";
import { QueryCommand } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createRowKeeper } from "../../functions/adapters/row-keeper.ts";
import { accessSortKey, claimKey, readAccessSortKey } from "../../functions/adapters/table-keys.ts";
import { arrival, NOW } from "../support/arrivals.ts";
import { useEngine } from "../support/engine.ts";
import { drawnFaults, startFaultyProxy } from "../support/faulty-proxy.ts";

const engine = await useEngine();
const DAY = 24 * 3_600_000;
const now = Date.parse(NOW);
const ENDS = { after: now - DAY, through: now + 7 * DAY, until: now + 35 * DAY };
const log = createAccessLog(engine.client, engine.accessLogTable, () => now);
const keeper = createRowKeeper(engine.client, engine.accessLogTable);
const at = (days: number) => new Date(now + days * DAY).toISOString();
const seconds = (days: number) => String((now + days * DAY) / 1_000);

let customerKey: string;
let source: string;
beforeEach(() => {
  customerKey = `customer-${randomUUID()}`;
  source = `s-${randomUUID()}`;
});

const keepEvents = (ends: Readonly<Record<string, number>>, customerKeys = [customerKey]) =>
  log.append(
    Object.entries(ends).map(([eventId, days]) => arrival({ eventId, source }, { customerKeys, eraseAt: at(days) })),
  );
const itemsUnder = async (key: string, index?: string) => {
  const { Items = [] } = await engine.client.send(
    new QueryCommand({
      TableName: engine.accessLogTable,
      KeyConditionExpression: index === undefined ? "customerKey = :key" : "employeeMonth = :key",
      ExpressionAttributeValues: { ":key": { S: key } },
      ...(index !== undefined && { IndexName: index }),
    }),
  );
  return Items;
};
/** The ends of the customer's rows and of their claims, by event, in epoch seconds. */
const endsOf = async (ids: readonly string[], key = customerKey) => {
  const rows = await itemsUnder(key);
  const found = await Promise.all(
    ids.map(async (id) => {
      const [claim] = await itemsUnder(claimKey(source, id).customerKey);
      const row = rows.find(({ sortKey }) => sortKey?.S?.endsWith(`#${id}`));
      return [id, row?.["expiresAt"]?.N, claim?.["expiresAt"]?.N];
    }),
  );
  return found;
};

describe("the keeper of rows", () => {
  it("moves the ends that are near, of rows, index and claims alike, and no other", async () => {
    await keepEvents({ gone: -2, late: -0.5, soon: 3, week: 7, far: 8 });
    expect(await keeper.keep(customerKey, ENDS)).toBe(3);
    const moved = seconds(35);
    expect(await endsOf(["gone", "late", "soon", "week", "far"])).toEqual([
      ["gone", seconds(-2), seconds(-2)],
      ["late", moved, moved],
      ["soon", moved, moved],
      ["week", moved, moved],
      ["far", seconds(8), seconds(8)],
    ]);
    const indexed = await itemsUnder("emp-7#2026-05", "byEmployeeMonth");
    const own = indexed.filter((item) => item["customerKey"]?.S === customerKey);
    expect(own.filter((item) => item["expiresAt"]?.N === moved)).toHaveLength(3);
  });

  it("has nothing to do a second time, and touches nobody else's rows", async () => {
    await keepEvents({ soon: 3 });
    await keepEvents({ theirs: 3 }, [`${customerKey}-b`]);
    expect(await keeper.keep(customerKey, ENDS)).toBe(1);
    expect(await keeper.keep(customerKey, ENDS)).toBe(0);
    expect(await endsOf(["theirs"], `${customerKey}-b`)).toEqual([["theirs", seconds(3), seconds(3)]]);
  });

  it("keeps one customer's row of a look at several, and the claim for as long as the last of them", async () => {
    await keepEvents({ both: 3 }, [customerKey, `${customerKey}-b`]);
    await keeper.keep(customerKey, ENDS);
    expect(await endsOf(["both"], `${customerKey}-b`)).toEqual([["both", seconds(3), seconds(35)]]);
    await keeper.keep(`${customerKey}-b`, { ...ENDS, until: now + 20 * DAY });
    expect(await endsOf(["both"], `${customerKey}-b`)).toEqual([["both", seconds(20), seconds(35)]]);
  });

  it("brings no row back that is gone, and makes none up", async () => {
    expect(await keeper.keep(customerKey, ENDS)).toBe(0);
    expect(await itemsUnder(customerKey)).toEqual([]);
  });

  it("moves all of them, also where requests are throttled and answers lost", async () => {
    const ends = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`e-${n}`, 1 + (n % 7)]));
    await keepEvents(ends);
    const proxy = await startFaultyProxy(engine.endpoint, drawnFaults({ throttle: 0.2, cut: 0.2 }));
    const client = engine.connect(proxy.endpoint);
    await createRowKeeper(client, engine.accessLogTable).keep(customerKey, ENDS);
    client.destroy();
    await proxy.stop();
    const moved = seconds(35);
    expect(await endsOf(Object.keys(ends))).toEqual(Object.keys(ends).map((id) => [id, moved, moved]));
  });

  it("reads the event of every sort key, whatever its id contains", () => {
    const event = fc.record({
      source: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/),
      eventId: fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
      occurredAt: fc.constant("2026-05-03T09:30:00.000Z"),
    });
    fc.assert(
      fc.property(event, ({ source: from, eventId, occurredAt }) => {
        const read = readAccessSortKey(accessSortKey({ source: from, eventId, occurredAt }));
        expect(read).toEqual({ source: from, eventId });
      }),
    );
  });
});
