import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { civilDate, reference, utcInstant } from "../contract/text.ts";
import { ASKED } from "../domain/matter-vocabulary.ts";
import { MAIL_PRIOR, type MailStanding } from "../domain/outbox.ts";
import { OVERDUE } from "../domain/overdue.ts";
import { STAFF_ROLES } from "../domain/staff.ts";
import { LANGUAGES } from "../domain/vocabulary.ts";
import type { QueuedMail } from "../use-cases/identity-ports.ts";
import type { Versioned } from "../use-cases/ports.ts";
import { ABSENT, atRevision, type Condition, type PortalTable, priorState, put, remove, ttl } from "./portal-items.ts";
import { outboxItemKey } from "./table-keys.ts";

const SEAL = "mail";
/** A message that is useless or parked stays this long, for whoever looks after the portal. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1_000;

export const mailItem = z.object({
  revision: z.int(),
  state: z.enum(["pending", "sending", "parked"]),
  tries: z.int(),
  at: z.int(),
  uselessAt: z.int(),
  language: z.enum(LANGUAGES),
  sealed: z.string(),
  traceId: z.optional(z.string()),
});

const sealedPart = z.strictObject({
  address: z.string(),
  content: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("code"), code: z.string() }),
    z.strictObject({ kind: z.literal("paused") }),
    z.strictObject({ kind: z.literal("confirmation"), reference }),
    z.strictObject({ kind: z.literal("news"), reference }),
    z.strictObject({ kind: z.literal("desk-news"), reference, to: z.enum(STAFF_ROLES) }),
    z.strictObject({ kind: z.literal("desk-overdue"), reference, what: z.enum(OVERDUE) }),
    z.strictObject({ kind: z.literal("signals"), count: z.int() }),
    z.strictObject({ kind: z.literal("ask"), token: z.string(), answerBy: civilDate, to: z.enum(ASKED) }),
    z.strictObject({ kind: z.literal("address-code"), code: z.string() }),
    z.strictObject({ kind: z.literal("address-changing"), takesEffectAt: utcInstant }),
    z.strictObject({ kind: z.literal("address-changed") }),
  ]),
});

export const openMail = (
  { keyring }: PortalTable,
  mailKey: string,
  { revision, sealed, language, traceId, ...standing }: z.infer<typeof mailItem>,
): Versioned<QueuedMail> => {
  const { address, content } = sealedPart.parse(JSON.parse(keyring.open(SEAL, sealed)));
  const traced = traceId === undefined ? {} : { traceId };
  return { value: { mailKey, address, language, content, standing, ...traced }, revision };
};

const putMail = (
  table: PortalTable,
  mail: QueuedMail,
  revision: number,
  ...conditions: Condition[]
): TransactWriteItem => {
  const { mailKey, address, content, language, standing, traceId } = mail;
  const sealed = table.keyring.seal(SEAL, JSON.stringify({ address, content }));
  const over = standing.state === "parked" ? Math.min(standing.at, standing.uselessAt) : standing.uselessAt;
  const item = { ...standing, language, sealed, revision, traceId, ...ttl(over + KEPT_MS) };
  return put(table, outboxItemKey(mailKey), item, ...conditions);
};

export const queueMail = (table: PortalTable, mail: QueuedMail): TransactWriteItem => {
  const traceId = table.traceId?.();
  return putMail(table, traceId === undefined ? mail : { ...mail, traceId }, 1, ABSENT);
};

export const moveMail = (
  table: PortalTable,
  { value, revision }: Versioned<QueuedMail>,
  to: MailStanding,
): TransactWriteItem =>
  putMail(table, { ...value, standing: to }, revision + 1, priorState(MAIL_PRIOR[to.state]), atRevision(revision));

export const endMail = (table: PortalTable, { value, revision }: Versioned<QueuedMail>): TransactWriteItem =>
  remove(table, outboxItemKey(value.mailKey), priorState(MAIL_PRIOR.gone), atRevision(revision));

export const eraseMail = (table: PortalTable, { value, revision }: Versioned<QueuedMail>): TransactWriteItem =>
  remove(table, outboxItemKey(value.mailKey), atRevision(revision));
