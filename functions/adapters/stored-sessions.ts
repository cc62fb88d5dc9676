import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { endOf } from "../domain/session.ts";
import type { StoredSession } from "../use-cases/identity-ports.ts";
import { ABSENT, type PortalTable, put, ttl } from "./portal-items.ts";
import { sessionItemKey } from "./table-keys.ts";

const SEAL = "session address";

export const sessionItem = z.object({
  openedAt: z.int(),
  seenAt: z.int(),
  addressKey: z.string(),
  address: z.string(),
  accounts: z.array(z.string()),
});

export const putSession = (table: PortalTable, { sessionKey, address, ...rest }: StoredSession): TransactWriteItem =>
  put(
    table,
    sessionItemKey(sessionKey),
    { ...rest, address: table.keyring.seal(SEAL, address), ...ttl(endOf(rest)) },
    ABSENT,
  );

export const openSession = (
  { keyring }: PortalTable,
  sessionKey: string,
  { address, ...rest }: z.infer<typeof sessionItem>,
): StoredSession => ({ ...rest, sessionKey, address: keyring.open(SEAL, address) });
