import { CreateTableCommand, DeleteTableCommand, DescribeTableCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { readSecret } from "../../functions/adapters/secret.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import { allOf, eventInput } from "../support/arrivals.ts";
import { cloudEvent } from "../support/bus-events.ts";
import { startTestPortal } from "../support/portal.ts";

const portal = await startTestPortal({ empty: true });
const at = (endpoint: string) => ({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
const client = createDynamoDb(at(portal.endpoints.dynamodb));
const TableName = portal.environment.ACCESS_LOG_TABLE;
afterAll(async () => {
  client.destroy();
  await portal.stop();
});

const answer = z.object({ FailedEntryCount: z.int() });
/** Puts events on the bus as an SDK does. Answers how many of them the bus did not take. */
const put = async (details: readonly unknown[], EventBusName = "Regard-local"): Promise<number> => {
  const Entries = details.map((detail) => ({
    ...{ EventBusName, Source: "crm", DetailType: "look", Detail: JSON.stringify(detail) },
  }));
  const { body, headers } = {
    body: JSON.stringify({ Entries }),
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "AWSEvents.PutEvents" },
  };
  const sent = await fetch(portal.endpoints.eventBridge, { method: "POST", headers, body });
  return answer.parse(await sent.json()).FailedEntryCount;
};
const event = (eventId: string) => eventInput({ eventId, occurredAt: new Date().toISOString() });
const secret = await readSecret(portal.environment.SECRET_ID, at(portal.endpoints.secretsManager));
const idsInLog = async () => {
  const rows = await allOf(createAccessLog(client, TableName, Date.now), createKeyring(secret).customerKey("C-1"));
  return rows.map(({ eventId }) => eventId).sort();
};
const dead = () => portal.queues.messagesOf("EventDeadLetters");

describe("the bus of the stack", () => {
  it("brings events into the log, and knows its own name only", async () => {
    const twice = cloudEvent(event("a"));
    expect(await put([twice, cloudEvent(event("b")), twice])).toBe(0);
    await expect.poll(idsInLog).toEqual(["a", "b"]);
    await expect.poll(() => portal.queues.messagesOf("EventQueue")).toEqual([]);
    expect(dead()).toEqual([]);
    expect(await put([cloudEvent(event("c"))], "default")).toBe(1);
  });

  it("keeps among the dead letters what nobody can read, whole, and again after it was sent through once more", async () => {
    const poison = cloudEvent(event("poison"), { type: "regard.access-event.v2" });
    await put([poison, cloudEvent(event("beside"))]);
    await expect.poll(idsInLog).toContain("beside");
    await expect.poll(dead).toHaveLength(1);
    expect(JSON.parse(dead()[0] ?? "{}")).toMatchObject({ detail: poison });
    portal.queues.redrive("EventDeadLetters");
    expect(dead()).toEqual([]);
    await expect.poll(dead).toHaveLength(1);
    expect(JSON.parse(dead()[0] ?? "{}")).toMatchObject({ detail: poison });
  });

  it("keeps nothing of a customer who had their data erased, in no queue either, however often it is sent through", async () => {
    const customerKey = createKeyring(secret).customerKey("C-gone");
    const [table, upTo] = [portal.environment.PORTAL_TABLE, new Date(Date.now() + 60_000).toISOString()];
    const erasing = { kind: "note-erasure", erasure: { customerKey, upTo }, now: Date.now() } as const;
    expect(await createPortalStore(client, { name: table, keyring: createKeyring(secret) }).commit([erasing])).toBe(
      true,
    );
    const gone = { ...event("gone"), customerId: "C-gone" };
    const before = dead();
    await put([
      cloudEvent(gone),
      cloudEvent({ ...gone, eventId: "gone-2", purpose: "CURIOSITY" }),
      cloudEvent(event("d")),
    ]);
    await expect.poll(idsInLog).toContain("d");
    await expect.poll(() => portal.queues.messagesOf("EventQueue")).toEqual([]);
    expect(dead()).toEqual(before);
    const { Items = [] } = await client.send(new ScanCommand({ TableName: table, ConsistentRead: true }));
    expect(Items.filter(({ pk }) => pk?.S === "quarantine")).toEqual([]);
    expect(await allOf(createAccessLog(client, TableName, Date.now), customerKey)).toEqual([]);
  });

  it("loses nothing while the store is away for longer than the queue tries", async () => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    await client.send(new DeleteTableCommand({ TableName }));
    await put(["x", "y", "z"].map((id) => cloudEvent(event(id))));
    await expect.poll(dead).toHaveLength(4);
    await client.send(
      new CreateTableCommand({
        ...{ TableName, BillingMode: "PAY_PER_REQUEST" },
        ...{ KeySchema: Table?.KeySchema, AttributeDefinitions: Table?.AttributeDefinitions },
        GlobalSecondaryIndexes: Table?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
          ...{ IndexName, KeySchema, Projection },
        })),
      }),
    );
    expect(await idsInLog()).toEqual([]);
    portal.queues.redrive("EventDeadLetters");
    await expect.poll(idsInLog).toEqual(["x", "y", "z"]);
    await expect.poll(dead).toHaveLength(1);
  });
});
