import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { ADDRESS_CHANGE_STATES, keptUntil, nextAddressChange, priorAddressChanges } from "../domain/address-change.ts";
import { LANGUAGES } from "../domain/vocabulary.ts";
import type { Change, StoredAddressChange } from "../use-cases/identity-ports.ts";
import type { Versioned } from "../use-cases/ports.ts";
import { atRevision, type PortalTable, priorState, put, ttl } from "./portal-items.ts";
import { addressChangeItemKey } from "./table-keys.ts";

const SEAL = "address change";

export const addressChangeItem = z.object({ sk: z.string(), revision: z.int(), sealed: z.string() });

const sealedPart = z.strictObject({
  state: z.enum(ADDRESS_CHANGE_STATES),
  requestedAt: z.int(),
  takesEffectAt: z.int(),
  address: z.string(),
  language: z.enum(LANGUAGES),
  sessionKey: z.string(),
  challengeKey: z.string(),
  newAddress: z.string(),
  customerKeys: z.array(z.string()),
});

export const openAddressChange = (
  { keyring }: PortalTable,
  { sk, revision, sealed }: z.infer<typeof addressChangeItem>,
): Versioned<StoredAddressChange> => ({
  value: { ...sealedPart.parse(JSON.parse(keyring.open(SEAL, sealed))), addressKey: sk },
  revision,
});

export const moveAddressChange = (
  table: PortalTable,
  { to: { value, revision }, act }: Extract<Change, { kind: "move-address-change" }>,
): TransactWriteItem => {
  const { addressKey, ...rest } = value;
  const sealed = table.keyring.seal(SEAL, JSON.stringify(rest));
  // Whose it is stands in clear as in the directory, so that it goes with the customer.
  const accounts = value.customerKeys;
  const item = { revision: revision + 1, sealed, accounts, state: value.state, ...ttl(keptUntil(value)) };
  const begins = revision === 0 && nextAddressChange(act, undefined) !== undefined;
  const legal = begins ? [] : [priorState(priorAddressChanges(act))];
  return put(table, addressChangeItemKey(addressKey), item, atRevision(revision), ...legal);
};
