import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { CHALLENGE_PRIOR, type Challenge, GUARD_LIFE_MS, type Guard } from "../domain/confirmation.ts";
import { LANGUAGES } from "../domain/vocabulary.ts";
import type { StoredChallenge } from "../use-cases/identity-ports.ts";
import type { Versioned } from "../use-cases/ports.ts";
import { ABSENT, atRevision, type Condition, type PortalTable, priorState, put, ttl } from "./portal-items.ts";
import { challengeItemKey, guardKey, unknownNoticeKey } from "./table-keys.ts";

const UNKNOWN_NOTICE_EVERY_MS = 24 * 60 * 60 * 1_000;
/** A used or replaced challenge is kept this long after its code expired, so that a late try still finds its like. */
const CHALLENGE_KEPT_MS = 60 * 60 * 1_000;

export const guardItem = z.object({
  revision: z.int(),
  codesAt: z.array(z.int()),
  failuresInARow: z.int(),
  pausedUntil: z.int(),
  newestChallenge: z.string(),
  expiresAt: z.int(),
});

export const putGuard = (
  table: PortalTable,
  addressKey: string,
  { value, revision }: Versioned<Guard>,
  now: number,
): TransactWriteItem =>
  put(
    table,
    guardKey(addressKey),
    { ...value, revision: revision + 1, ...ttl(now + GUARD_LIFE_MS) },
    atRevision(revision),
  );

export const challengeItem = z.object({
  state: z.enum(["open", "spent", "exhausted"]),
  attempts: z.int(),
  endsAt: z.int(),
  addressKey: z.string(),
  address: z.string(),
  language: z.enum(LANGUAGES),
  salt: z.string(),
  codeMac: z.string(),
});

const SEAL = "challenge address";
export const openChallenge = (
  { keyring }: PortalTable,
  challengeKey: string,
  { endsAt, address, ...rest }: z.infer<typeof challengeItem>,
): StoredChallenge => ({ ...rest, challengeKey, expiresAt: endsAt, address: keyring.open(SEAL, address) });

const putChallenge = (
  table: PortalTable,
  { challengeKey, expiresAt, address, ...rest }: StoredChallenge,
  ...conditions: Condition[]
): TransactWriteItem =>
  put(
    table,
    challengeItemKey(challengeKey),
    { ...rest, endsAt: expiresAt, address: table.keyring.seal(SEAL, address), ...ttl(expiresAt + CHALLENGE_KEPT_MS) },
    ...conditions,
  );

export const putNewChallenge = (table: PortalTable, challenge: StoredChallenge): TransactWriteItem =>
  putChallenge(table, challenge, ABSENT);

export const moveChallenge = (table: PortalTable, from: StoredChallenge, to: Challenge): TransactWriteItem =>
  putChallenge(table, { ...from, ...to }, priorState(CHALLENGE_PRIOR[to.state]), {
    expression: "attempts = :attempts",
    values: { ":attempts": from.attempts },
  });

/** One notice a day: the item is the notice. The message that holds it may try again. */
export const putUnknownNotice = (
  table: PortalTable,
  { addressKey, mailKey, now }: { readonly addressKey: string; readonly mailKey: string; readonly now: number },
): TransactWriteItem =>
  put(
    table,
    unknownNoticeKey(addressKey),
    { mailKey, toldAt: now, ...ttl(now + UNKNOWN_NOTICE_EVERY_MS) },
    {
      expression: "attribute_not_exists(pk) OR toldAt <= :dayAgo OR mailKey = :mailKey",
      values: { ":dayAgo": now - UNKNOWN_NOTICE_EVERY_MS, ":mailKey": mailKey },
    },
  );
