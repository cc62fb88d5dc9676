import { readFile } from "node:fs/promises";
import { type AttributeValue, paginateScan, QueryCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { readSecret } from "../../functions/adapters/secret.ts";
import { OUTBOX_PARTITION } from "../../functions/adapters/table-keys.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import { METERED } from "../../functions/domain/cost/metered-units.ts";
import type { Keyring } from "../../functions/use-cases/ports.ts";
import type { Engine } from "../support/engine.ts";
import { openMeter } from "../support/meter.ts";
import { knowTickets, sendOrdinaryAccesses } from "../support/ordinary-accesses.ts";
import { mailsTo, newAddressOf, nextMailTo, signIn, startTestPortal } from "../support/portal.ts";

type Tables = Pick<Engine, "client" | "accessLogTable" | "portalTable">;

const { meter, read } = openMeter();
let portal: Awaited<ReturnType<typeof startTestPortal>>;
/** To the engine past the meter, and as the import goes. */
let past: Tables;
let metered: Tables;
let keyring: Keyring;
beforeAll(async () => {
  portal = await startTestPortal({ empty: true }, { meter });
  const at = (endpoint = "") => ({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
  const { ACCESS_LOG_TABLE: accessLogTable, PORTAL_TABLE: portalTable, SECRET_ID } = portal.environment;
  keyring = createKeyring(await readSecret(SECRET_ID, at(portal.endpoints.secretsManager)));
  const through = portal.guard.surroundings("ImportPolicy")["AWS_ENDPOINT_URL_DYNAMODB"];
  past = { client: createDynamoDb(at(portal.endpoints.dynamodb)), accessLogTable, portalTable };
  metered = { client: createDynamoDb(at(through)), accessLogTable, portalTable };
});
afterAll(async () => {
  past.client.destroy();
  metered.client.destroy();
  await portal.stop();
});

const accessesOf = async (customerId: string, count: number, atOnce: number) => {
  await knowTickets(past, keyring, { count, customerId });
  // The first report of a source is shorter than those after it.
  await sendOrdinaryAccesses(past, keyring, { count: 1, atOnce: 1, customerId: `${customerId}-before` });
  read();
  await sendOrdinaryAccesses(metered, keyring, { count, atOnce, customerId });
  return read();
};

/** As DynamoDB counts what lies in a table: names, values, and 100 bytes for the item (Developer Guide, "Item sizes"). */
const bytesOf = (item: Record<string, AttributeValue>): number =>
  Object.entries(item).reduce(
    (sum, [name, { S, N }]) =>
      sum + Buffer.byteLength(name) + (S === undefined ? (N?.length ?? 0) : Buffer.byteLength(S)),
    100,
  );

const outboxIsEmpty = async (): Promise<boolean> => {
  const { Count } = await past.client.send(
    new QueryCommand({
      ...{ TableName: past.portalTable, ConsistentRead: true, KeyConditionExpression: "pk = :pk" },
      ExpressionAttributeValues: { ":pk": { S: OUTBOX_PARTITION } },
    }),
  );
  return Count === 0;
};

/** Requests that functions answered so far. */
const answered = async (): Promise<number> =>
  (await readFile(portal.logFile, "utf8")).split("\n").filter((line) => line.includes('"ANSWERED"')).length;

describe("what Regard uses", () => {
  it("where nobody does anything is what it is reckoned with", async () => {
    read();
    await portal.schedules.stop();
    await portal.functions.invoke("OnScheduleFunction", {});
    expect(read()).toEqual(METERED.idleRun);
  });

  it("to write accesses, in batches and alone, is what they are reckoned with", async () => {
    const { bytesInTable, bytesInIndex, ...together } = METERED.thousandAccesses;
    expect(await accessesOf("C-000001", 1_000, 500)).toEqual(together);
    const { writeUnits, readUnits } = await accessesOf("C-000002", 100, 1);
    expect({ writeUnits: writeUnits * 10, readUnits: readUnits * 10 }).toEqual(METERED.thousandAccessesAlone);

    let [inTable, inIndex] = [0, 0];
    for await (const { Items = [] } of paginateScan({ client: past.client }, { TableName: past.accessLogTable }))
      for (const item of Items) {
        if (!JSON.stringify(item).includes("C-000001-0")) continue;
        inTable += bytesOf(item);
        if (item["employeeMonth"] !== undefined) inIndex += bytesOf(item);
      }
    expect({ inTable, inIndex }).toEqual({ inTable: bytesInTable, inIndex: bytesInIndex });
  });

  it("to answer a request is what it is reckoned with", async () => {
    await accessesOf("C-000003", 40, 40);
    const email = await newAddressOf(portal, "C-000003");
    const before = await answered();
    const browser = await signIn(portal, email);
    expect((await browser.send("GET", "/api/session")).status).toBe(200);
    const ask = (path: string, more: object = {}) => browser.send("POST", path, { language: "en", ...more });
    expect((await ask("/api/record")).status).toBe(200);
    await nextMailTo(portal, email, 1);
    await expect.poll(outboxIsEmpty).toBe(true);
    const { mails, apiRequests, ...units } = METERED.request;
    expect(read()).toEqual(units);
    expect(await mailsTo(portal, email)).toHaveLength(mails);
    await expect.poll(answered).toBe(before + apiRequests);

    expect((await ask("/api/record/file", { format: "pdf" })).status).toBe(200);
    const { apiRequests: more, ...download } = METERED.download;
    expect(read()).toEqual(download);
    await expect.poll(answered).toBe(before + apiRequests + more);
  });
});
