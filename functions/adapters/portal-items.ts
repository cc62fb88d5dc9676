import type { AttributeValue, TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type * as z from "zod/mini";
import type { Keyring } from "../use-cases/ports.ts";
import { inPresentFormat } from "./data-format.ts";
import { DATA_FORMAT, PORTAL_TABLE } from "./table-keys.ts";

/** What an item of the portal's table holds: text, numbers and lists of them. Absent is absent. */
type Plain = string | number | readonly (string | number)[] | undefined;
export type PlainItem = Readonly<Record<string, Plain>>;
export type ItemKey = { readonly pk: string; readonly sk: string };

/** Where the portal's items go, and what seals what must not lie there in clear. */
export interface PortalTable {
  readonly name: string;
  readonly keyring: Pick<Keyring, "seal" | "open">;
  /** The request on whose behalf something is written, for the log lines of what it sets going. */
  readonly traceId?: () => string | undefined;
}

const scalar = (value: string | number): AttributeValue =>
  typeof value === "string" ? { S: value } : { N: String(value) };

export const attributes = (plain: PlainItem): Record<string, AttributeValue> => {
  const item: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(plain)) {
    if (typeof value === "string" || typeof value === "number") item[name] = scalar(value);
    else if (value !== undefined) item[name] = { L: value.map(scalar) };
  }
  return item;
};

const plain = ({ S, N, L }: AttributeValue): unknown => S ?? (N === undefined ? L?.map(plain) : Number(N));

/** Reads an item of any release with its schema. Throws on anything that is not ours. */
export const readItem = <Item>(schema: z.ZodMiniType<Item>, item: Record<string, AttributeValue>): Item => {
  const entries = Object.entries(inPresentFormat(item));
  return schema.parse(Object.fromEntries(entries.map(([name, value]) => [name, plain(value)])));
};

/** TTL in epoch seconds; DynamoDB deletes some days later, so readers look at the times themselves too. */
export const ttl = (expiresAtMs: number) => ({ [PORTAL_TABLE.ttl]: Math.ceil(expiresAtMs / 1_000) });

/** A write with the condition that must hold: an expression over the names and values given. */
export interface Condition {
  readonly expression: string;
  readonly values?: PlainItem;
}

/** The state must be one from which the new one may be reached; the list comes from the domain's table. */
export const priorState = (states: readonly string[]): Condition => ({
  expression: `#state IN (${states.map((_, index) => `:prior${index}`).join(", ")})`,
  values: Object.fromEntries(states.map((state, index) => [`:prior${index}`, state])),
});

export const ABSENT: Condition = { expression: "attribute_not_exists(pk)" };

/** What was read must still be what is there. */
export const atRevision = (revision: number): Condition =>
  revision === 0 ? ABSENT : { expression: "#revision = :revision", values: { ":revision": revision } };

const both = (conditions: readonly Condition[]) => {
  if (conditions.length === 0) return {};
  const ConditionExpression = conditions.map(({ expression }) => `(${expression})`).join(" AND ");
  const values = attributes(Object.assign({}, ...conditions.map((one) => one.values ?? {})));
  const names = ["state", "revision"].filter((name) => ConditionExpression.includes(`#${name}`));
  return {
    ConditionExpression,
    ...(names.length > 0
      ? { ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])) }
      : {}),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
};

export const put = (
  table: Pick<PortalTable, "name">,
  key: ItemKey,
  item: PlainItem,
  ...conditions: Condition[]
): TransactWriteItem => ({
  Put: { TableName: table.name, Item: attributes({ ...key, v: DATA_FORMAT, ...item }), ...both(conditions) },
});

export const remove = (table: PortalTable, key: ItemKey, ...conditions: Condition[]): TransactWriteItem => ({
  Delete: { TableName: table.name, Key: attributes(key), ...both(conditions) },
});
