import { randomBytes, randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import { type AttributeValue, type DynamoDBClient, paginateScan, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { createDynamoDb } from "../../../functions/adapters/dynamodb.ts";
import { createKeyring } from "../../../functions/adapters/keyring.ts";
import { attributes } from "../../../functions/adapters/portal-items.ts";
import { createPortalStore } from "../../../functions/adapters/portal-store.ts";
import { readSecret } from "../../../functions/adapters/secret.ts";
import { APART_PARTITION, UNSETTLED_PARTITION } from "../../../functions/adapters/table-keys.ts";
import type { AccessEventInput } from "../../../functions/contract/access-event.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../../functions/contract/local-portal.ts";
import { monthBefore } from "../../../functions/domain/numbers/month.ts";
import { auditLine } from "../../../functions/use-cases/commit.ts";
import type { Keyring } from "../../../functions/use-cases/ports.ts";
import type { RunningPortal } from "../../../infra/local/portal.ts";
import { eventInput } from "../arrivals.ts";
import { question } from "../deeds.ts";
import { sendEvents } from "../events.ts";
import { serveHere } from "../loopback.ts";
import { entry, matter } from "../matters.ts";
import { newAddressOf } from "../portal.ts";

export const LAST_MONTH = monthBefore(new Date().toISOString());
const DAY = 24 * 3_600_000;
export const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();

/** Works on the table itself, as nobody in the portal does. */
export const atTheTable = async (
  portal: RunningPortal,
  work: (at: { readonly client: DynamoDBClient; readonly keyring: Keyring; readonly table: string }) => Promise<void>,
): Promise<void> => {
  const at = (endpoint: string) => ({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
  const client = createDynamoDb(at(portal.endpoints.dynamodb));
  const keyring = createKeyring(await readSecret(portal.environment.SECRET_ID, at(portal.endpoints.secretsManager)));
  await work({ client, keyring, table: portal.environment.PORTAL_TABLE });
  client.destroy();
};

/** As if some minutes had passed: sign-ins were seen longer ago (they end after fifteen), and what was set apart for the rules, or announced, is due. */
export const minutesPass = (portal: RunningPortal): Promise<void> =>
  atTheTable(portal, async ({ client, table: TableName }) => {
    const set = (Key: Record<string, AttributeValue>, name: string, value: number) =>
      client.send(
        new UpdateItemCommand({
          ...{ TableName, Key, UpdateExpression: `SET ${name} = :value` },
          ExpressionAttributeValues: attributes({ ":value": value }),
        }),
      );
    for await (const { Items = [] } of paginateScan({ client }, { TableName, ProjectionExpression: "pk, sk, seenAt" }))
      for (const { seenAt, ...key } of Items) {
        if (seenAt?.N !== undefined) await set(key, "seenAt", Number(seenAt.N) - 2 * 60_000);
        if ([APART_PARTITION, UNSETTLED_PARTITION].includes(key["pk"]?.S ?? "")) await set(key, "dueAt", Date.now());
      }
  });

/** As if weeks had passed: an address whose hold is over, a matter that is overdue, a breach decided last month. */
export const weeksPass = (portal: RunningPortal): Promise<void> =>
  atTheTable(portal, async ({ client, keyring, table }) => {
    const store = createPortalStore(client, { name: table, keyring });
    const address = await newAddressOf(portal, "C-moves");
    const customerKey = keyring.customerKey("C-moves");
    const change = {
      ...{ address, newAddress: `${randomUUID()}@example.net`, addressKey: keyring.addressKey(address) },
      ...({ language: "en", sessionKey: "s", challengeKey: "c", customerKeys: [customerKey] } as const),
      ...{ requestedAt: Date.now() - 8 * DAY, takesEffectAt: Date.now() - DAY },
    };
    const held = { value: { ...change, state: "held" as const }, revision: 0 };
    const openedAt = ago(45);
    const old = matter({
      ...{ reference: "RG-0VER-DVE0", customerKey, openedAt, address },
      clock: { regime: "GB-ENG", receivedOn: openedAt.slice(0, 10), clarifications: [] },
    });
    const decidedAt = Date.parse(`${LAST_MONTH}-15T12:00:00Z`);
    await store.commit([{ kind: "move-address-change", to: held, act: "ask" }]);
    await store.commit([{ kind: "open-matter", matter: old, entry: entry(question(), "first", openedAt) }]);
    await store.commit([auditLine(randomBytes, "matter-decide-breach", decidedAt, customerKey, old.reference)]);
  });

/** Looks that no rule can explain, and many customers' data taken out at once. */
export const oddLooks = (employeeId: string, customerId: string): readonly AccessEventInput[] => {
  const odd = { employee: { id: employeeId }, customerId, purpose: "NOT_RECORDED", case: undefined };
  const looks = [5, 6, 7].map((days) => eventInput({ ...odd, eventId: randomUUID(), occurredAt: ago(days) }));
  const bulk = { ...odd, occurredAt: ago(20), action: "export", recordCount: 40, purpose: "MARKETING" } as const;
  return [...looks, eventInput({ ...bulk, eventId: randomUUID() })];
};

/** So many customers in a day that the rules ask what is usual. */
const manyLooks = (employeeId: string): readonly AccessEventInput[] =>
  Array.from({ length: 60 }, (_, n) =>
    eventInput({
      ...{ eventId: randomUUID(), employee: { id: employeeId }, customerId: `C-many-${n}`, occurredAt: ago(5) },
      ...{ purpose: "AUDIT_OVERSIGHT", case: undefined },
    }),
  );

/** What arrives cannot be explained; some of it is at a customer whom nobody has asked about yet. */
export const oddLooksArrive = (portal: RunningPortal, employeeId: string): Promise<void> =>
  sendEvents(portal, [
    ...oddLooks(employeeId, `C-${randomUUID()}`),
    ...oddLooks("ghost", "C-ghost"),
    ...manyLooks("ghost"),
  ]);

const published = z.object({ Status: z.literal("SUCCESS") });

/** CloudFormation has the pages of a version put into their bucket, and those of the one before removed. */
export const publishPages = async ({ functions }: RunningPortal): Promise<void> => {
  const answers: unknown[] = [];
  const cloudFormation = await serveHere(async (request, response) => {
    answers.push(JSON.parse(await text(request)));
    response.end();
  });
  const ResponseURL = `${cloudFormation.endpoint}/answer`;
  for (const [RequestType, Folder] of [
    ["Create", "bbbbbbbbbbbbbbbb"],
    ["Delete", "aaaaaaaaaaaaaaaa"],
  ])
    await functions.invoke("PublishPagesFunction", {
      ...{ RequestType, ResponseURL, StackId: "stack", RequestId: "request", LogicalResourceId: "PublishedPages" },
      ResourceProperties: { Bucket: "PagesBucket", Folder },
    });
  await cloudFormation.stop();
  for (const answer of answers) published.parse(answer);
};
