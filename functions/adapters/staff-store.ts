import { DeleteItemCommand, type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { STAFF_ROLES } from "../domain/staff.ts";
import { ATTEMPT_LIFE_MS, STAFF_LIFE } from "../domain/staff-session.ts";
import { LANGUAGES } from "../domain/vocabulary.ts";
import type { SignedInStaff, StaffStore } from "../use-cases/staff-ports.ts";
import { noteSeen } from "./note-seen.ts";
import { ABSENT, attributes, type Condition, type PortalTable, put, readItem, remove, ttl } from "./portal-items.ts";
import { portalReads } from "./portal-reads.ts";
import { putAudit } from "./stored-audit.ts";
import { attemptItemKey, DATA_FORMAT, staffSessionItemKey } from "./table-keys.ts";
import { transact } from "./transact.ts";

const attemptItem = z.object({
  language: z.enum(LANGUAGES),
  startedAt: z.int(),
  replaces: z.optional(z.string()),
});

const sessionItem = z.object({
  person: z.string(),
  roles: z.array(z.enum(STAFF_ROLES)).check(z.minLength(1)),
  openedAt: z.int(),
  seenAt: z.int(),
  authenticatedAt: z.int(),
});

/** Who the person is lies sealed in the store. */
const person = z.object({
  staffKey: z.string(),
  employeeId: z.optional(z.string()),
  name: z.string(),
  unit: z.optional(z.string()),
});
const SEAL = "staff session";
const PRESENT: Condition = { expression: "attribute_exists(pk)" };

/** The desk's sign-ins, in the portal's table. */
export const createStaffStore = (client: DynamoDBClient, table: PortalTable): StaffStore => {
  const { get } = portalReads(client, table);
  const putSession = ({ sessionKey, staffKey, employeeId, name, unit, ...rest }: SignedInStaff) => {
    const sealed = table.keyring.seal(SEAL, JSON.stringify({ staffKey, employeeId, name, unit }));
    const item = { ...rest, person: sealed, ...ttl(STAFF_LIFE.endOf(rest)) };
    return put(table, staffSessionItemKey(sessionKey), item, ABSENT);
  };

  return {
    keepAttempt: async ({ attemptKey, ...rest }) => {
      const item = { ...rest, v: DATA_FORMAT, ...ttl(rest.startedAt + ATTEMPT_LIFE_MS) };
      await client.send(
        new PutItemCommand({ TableName: table.name, Item: attributes({ ...attemptItemKey(attemptKey), ...item }) }),
      );
    },
    takeAttempt: async (attemptKey) => {
      // Where the answer to the deletion is lost, a second try finds nothing: the person begins anew, and nobody else.
      const { Attributes } = await client.send(
        new DeleteItemCommand({
          TableName: table.name,
          Key: attributes(attemptItemKey(attemptKey)),
          ReturnValues: "ALL_OLD",
        }),
      );
      if (Attributes === undefined) return undefined;
      return { ...readItem(attemptItem, Attributes), attemptKey };
    },
    openSession: async (session, replaces, line) => {
      const ended = replaces === undefined ? [] : [remove(table, staffSessionItemKey(replaces))];
      const opened = await transact(client, [putSession(session), ...ended, putAudit(table, line)]);
      if (!opened) throw new Error("A session's random key was taken.");
    },
    sessionOf: async (sessionKey) => {
      const item = await get(staffSessionItemKey(sessionKey), sessionItem);
      if (item === undefined) return undefined;
      const { person: sealed, ...rest } = item;
      return { ...rest, sessionKey, ...person.parse(JSON.parse(table.keyring.open(SEAL, sealed))) };
    },
    noteSeen: (sessionKey, seenAt) =>
      noteSeen(client, { name: table.name, key: staffSessionItemKey(sessionKey), seenAt }),
    endSession: async (sessionKey, line) => {
      await transact(client, [remove(table, staffSessionItemKey(sessionKey), PRESENT), putAudit(table, line)]);
    },
    note: async (line) => {
      await transact(client, [putAudit(table, line)]);
    },
  };
};
