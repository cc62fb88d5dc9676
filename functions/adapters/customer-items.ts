import { DeleteItemCommand, type DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { NamedKind } from "../domain/erasure.ts";
import { MATTER_CASE } from "../domain/matter-case.ts";
import type { CustomerItems, NamedItem } from "../use-cases/erasure-ports.ts";
import { eachOf } from "./batches.ts";
import { attributes, type ItemKey } from "./portal-items.ts";
import {
  ADDRESS_CHANGES_PARTITION,
  addressPartition,
  askedForKey,
  CUSTOMER_CASE_PREFIX,
  CUSTOMER_PREFIX,
  caseItemKey,
  customerFactKey,
  employeePartition,
  HOLDS_PARTITION,
  identityItemKey,
  MATTER_PREFIX,
  NAMING_ATTRIBUTES,
  REQUEST_PREFIX,
  referenceItemKey,
  sessionItemKey,
} from "./table-keys.ts";

const IN_FLIGHT = 16;

const optionalText = z.optional(z.object({ S: z.string() }));
const namingItem = z.object({
  pk: z.object({ S: z.string() }),
  sk: z.object({ S: z.string() }),
  customerKey: optionalText,
  accounts: z.optional(z.object({ L: z.array(z.object({ S: z.string() })) })),
  fact: optionalText,
});

/** A keyed hash of a customer: HMAC-SHA256, base64url. */
const CUSTOMER_KEY = /(?<![\w-])[\w-]{43}(?![\w-])/g;

const MATTER_CASES = caseItemKey({ type: MATTER_CASE, id: "" }).pk.slice(0, -'""]'.length);

/** What kind of item stands at a key; undefined for what stays or goes with something else, or ends within days. */
const kindOf = ({ pk, sk }: ItemKey): NamedKind | undefined => {
  if (pk.startsWith(addressPartition("")) && sk.startsWith(CUSTOMER_PREFIX)) return "address-link";
  if (pk === ADDRESS_CHANGES_PARTITION) return "address-change";
  if (pk.startsWith(sessionItemKey("").pk) || pk.startsWith(askedForKey("", 1, {}).pk)) return "sign-in";
  if (pk.startsWith(employeePartition(""))) return "employee-fact";
  if (pk.startsWith(MATTER_CASES)) return undefined;
  if (pk.startsWith("case#")) return "case";
  if (pk === HOLDS_PARTITION || pk.startsWith(referenceItemKey("").pk)) return "request";
  if (!pk.startsWith(CUSTOMER_PREFIX)) return undefined;
  if (sk === customerFactKey("").sk) return "fact";
  if (sk === identityItemKey("").sk) return "identity";
  if (sk.startsWith(CUSTOMER_CASE_PREFIX)) return "case";
  if (sk.startsWith(REQUEST_PREFIX)) return "request";
  return sk.startsWith(MATTER_PREFIX) ? "matter" : undefined;
};

/** The address whose item it is; the old one of a change. */
const addressKeyOf = (kind: NamedKind, { pk, sk }: ItemKey): string | undefined =>
  kind === "address-link" ? pk.slice(addressPartition("").length) : kind === "address-change" ? sk : undefined;

/** Whatever of the portal's table names a customer. */
export const createCustomerItems = (client: DynamoDBClient, table: string): CustomerItems => ({
  naming: async function* (customerKeys) {
    const pages = paginateScan(
      { client },
      { TableName: table, ConsistentRead: true, ProjectionExpression: NAMING_ATTRIBUTES.join() },
    );
    for await (const { Items = [] } of pages) {
      const found = Items.flatMap((item): NamedItem[] => {
        const { pk, sk, customerKey, accounts, fact } = namingItem.parse(item);
        const itemKey = { pk: pk.S, sk: sk.S };
        const kind = kindOf(itemKey);
        if (kind === undefined) return [];
        const texts = [pk, sk, ...(accounts?.L ?? []), customerKey, fact].map((one) => one?.S ?? "").join(" ");
        const [named] = (texts.match(CUSTOMER_KEY) ?? []).filter((key) => customerKeys.has(key));
        const addressKey = addressKeyOf(kind, itemKey);
        const from = addressKey === undefined ? {} : { addressKey };
        return named === undefined ? [] : [{ customerKey: named, kind, itemKey, ...from }];
      });
      if (found.length > 0) yield found;
    }
  },
  erase: (items) =>
    eachOf(items, IN_FLIGHT, async ({ itemKey }) => {
      await client.send(new DeleteItemCommand({ TableName: table, Key: attributes(itemKey) }));
    }),
});
