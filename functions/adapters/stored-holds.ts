import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Hold } from "../domain/holds.ts";
import { type PortalTable, put, ttl } from "./portal-items.ts";
import { holdItemKey } from "./table-keys.ts";

/**
 * What a customer has open, in clear, so that whoever keeps rows needs no secret. It is ended by an end in its place, not
 * deleted: who answers requests may delete nothing.
 *
 * @param endsAt Milliseconds since 1970; left out as long as only people can end it.
 */
export const putHold = (table: PortalTable, reference: string, hold: Hold, endsAt?: number): TransactWriteItem =>
  put(table, holdItemKey(reference), { ...hold, ...(endsAt !== undefined && ttl(endsAt)) });
