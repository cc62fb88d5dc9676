import { DeleteItemCommand, type DynamoDBClient, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { utcInstant } from "../contract/text.ts";
import { ALLOWANCE_KEPT_MS } from "../domain/allowance.ts";
import { NEW_GUARD } from "../domain/confirmation.ts";
import { REQUEST_LIFE_MS } from "../domain/request.ts";
import type { Change, PortalStore } from "../use-cases/identity-ports.ts";
import { putErasure } from "./erasures.ts";
import { noteSeen } from "./note-seen.ts";
import { atRevision, attributes, type PortalTable, put, readItem, ttl } from "./portal-items.ts";
import { portalReads } from "./portal-reads.ts";
import { addressChangeItem, moveAddressChange, openAddressChange } from "./stored-address-changes.ts";
import { putAudit } from "./stored-audit.ts";
import {
  challengeItem,
  guardItem,
  moveChallenge,
  openChallenge,
  putGuard,
  putNewChallenge,
  putUnknownNotice,
} from "./stored-confirmations.ts";
import { endMail, eraseMail, mailItem, moveMail, openMail, queueMail } from "./stored-mails.ts";
import { matterWrites } from "./stored-matters.ts";
import { answerRequest, askedForItem, openRequest, requestItem, storedRequest } from "./stored-requests.ts";
import { openSession, putSession, sessionItem } from "./stored-sessions.ts";
import { signalWrite } from "./stored-signals.ts";
import {
  ADDRESS_CHANGES_PARTITION,
  addressChangeItemKey,
  askedForKey,
  challengeItemKey,
  customerPartition,
  guardKey,
  lettersSeenKey,
  OUTBOX_PARTITION,
  outboxItemKey,
  REQUEST_PREFIX,
  requestItemKey,
  sessionItemKey,
  spentItemKey,
} from "./table-keys.ts";
import { transact } from "./transact.ts";

const writes = (table: PortalTable, change: Change): TransactWriteItem | TransactWriteItem[] => {
  switch (change.kind) {
    case "guard":
      return putGuard(table, change.addressKey, change.guard, change.now);
    case "open-challenge":
      return putNewChallenge(table, change.challenge);
    case "move-challenge":
      return moveChallenge(table, change.from, change.to);
    case "open-session":
      return putSession(table, change.session);
    case "open-request":
      return openRequest(table, change);
    case "answer-request":
      return answerRequest(table, change);
    case "tell-unknown":
      return putUnknownNotice(table, change);
    case "queue-mail":
      return queueMail(table, change.mail);
    case "move-mail":
      return moveMail(table, change.mail, change.to);
    case "end-mail":
      return endMail(table, change.mail);
    case "erase-mail":
      return eraseMail(table, change.mail);
    case "open-matter":
    case "move-matter":
    case "open-link":
    case "spend-link":
    case "rule":
    case "keep-case":
      return matterWrites(table, change);
    case "remember-raised":
    case "count-untold":
    case "keep-finding":
      return signalWrite(table, change);
    case "move-address-change":
      return moveAddressChange(table, change);
    case "spend": {
      const { addressKey, what, spentAt, now } = change;
      const item = { at: spentAt.value, revision: spentAt.revision + 1, ...ttl(now + ALLOWANCE_KEPT_MS) };
      return put(table, spentItemKey(addressKey, what), item, atRevision(spentAt.revision));
    }
    case "see-letters": {
      const { customerKey, reference, seenAt } = change;
      const item = { seenAt, ...ttl(Date.parse(seenAt) + REQUEST_LIFE_MS) };
      return put(table, lettersSeenKey(customerKey, reference), item);
    }
    case "note-erasure":
      return putErasure(table, change);
    case "audit":
      return putAudit(table, change);
  }
};

const spentItem = z.object({ revision: z.int(), at: z.array(z.int()) });
const queuedItem = z.extend(mailItem, { sk: z.string() });
const seenItem = z.object({ seenAt: utcInstant });

/** The portal's own table: who is asking, what was promised to them, and the messages on their way out. */
export const createPortalStore = (client: DynamoDBClient, table: PortalTable): PortalStore => {
  const { get, pages, all } = portalReads(client, table);

  return {
    commit: (changes) =>
      transact(
        client,
        changes.flatMap((change) => writes(table, change)),
      ),

    guardOf: async (addressKey, now) => {
      const item = await get(guardKey(addressKey), guardItem);
      if (item === undefined) return { value: NEW_GUARD, revision: 0 };
      const { revision, expiresAt, ...value } = item;
      return { value: expiresAt * 1_000 <= now ? NEW_GUARD : value, revision };
    },
    challengeOf: async (challengeKey) => {
      const item = await get(challengeItemKey(challengeKey), challengeItem);
      return item && openChallenge(table, challengeKey, item);
    },
    sessionOf: async (sessionKey) => {
      const item = await get(sessionItemKey(sessionKey), sessionItem);
      return item && openSession(table, sessionKey, item);
    },
    noteSeen: (sessionKey, seenAt) => noteSeen(client, { name: table.name, key: sessionItemKey(sessionKey), seenAt }),
    endSession: async (sessionKey) => {
      await client.send(new DeleteItemCommand({ TableName: table.name, Key: attributes(sessionItemKey(sessionKey)) }));
    },
    requestAskedFor: async ({ sessionKey, account, dates }) => {
      const asked = await get(askedForKey(sessionKey, account, dates), askedForItem);
      const item =
        asked && (await get(requestItemKey(asked.customerKey, asked.receivedAt, asked.reference), requestItem));
      return item && storedRequest(item);
    },
    requestsOf: (customerKey) =>
      all(
        "pk = :pk AND begins_with(sk, :requests)",
        { ":pk": customerPartition(customerKey), ":requests": REQUEST_PREFIX },
        requestItem,
        storedRequest,
      ),
    addressChangeOf: async (addressKey) => {
      const item = await get(addressChangeItemKey(addressKey), addressChangeItem);
      return item && openAddressChange(table, item);
    },
    addressChanges: async function* () {
      for await (const items of pages("pk = :pk", { ":pk": ADDRESS_CHANGES_PARTITION }))
        yield items.map((item) => openAddressChange(table, readItem(addressChangeItem, item)));
    },
    spentBy: async (addressKey, what) => {
      const item = await get(spentItemKey(addressKey, what), spentItem);
      return { value: item?.at ?? [], revision: item?.revision ?? 0 };
    },
    lettersSeenAt: async (customerKey, reference) =>
      (await get(lettersSeenKey(customerKey, reference), seenItem))?.seenAt,
    mailOf: async (mailKey) => {
      const item = await get(outboxItemKey(mailKey), mailItem);
      return item && openMail(table, mailKey, item);
    },
    waitingMails: async function* () {
      const keyOnly = z.object({ sk: z.object({ S: z.string() }) });
      const rows = pages("pk = :pk", { ":pk": OUTBOX_PARTITION }, { ProjectionExpression: "sk" });
      for await (const items of rows) yield items.map((item) => keyOnly.parse(item).sk.S);
    },
    queuedMails: async function* () {
      for await (const items of pages("pk = :pk", { ":pk": OUTBOX_PARTITION }))
        yield items.map((item) => {
          const { sk, ...rest } = readItem(queuedItem, item);
          return openMail(table, sk, rest);
        });
    },
  };
};
