import { type AttributeValue, type DynamoDBClient, paginateQuery, paginateScan } from "@aws-sdk/client-dynamodb";
import type { AccessEvent } from "../contract/access-event.ts";
import { KEY_TEXTS, type OwnLog, type TimedKey } from "../contract/own-log.ts";
import type { Access, Period } from "../domain/access.ts";
import { Refusal } from "../domain/errors.ts";
import type { ItemTexts } from "../domain/imported-row.ts";
import { monthPeriod } from "../domain/months.ts";
import { instantInKey, keyBounds } from "../domain/own-time.ts";
import type { AccessLog, Identities, Keyring } from "../use-cases/ports.ts";
import { itemTexts } from "./item-texts.ts";
import { inOrder } from "./merge-logs.ts";

type Item = Readonly<Record<string, AttributeValue>>;

/** What stands in a key behind its prefix; undefined where something else does. */
const within = (item: ItemTexts, { attribute, prefix }: TimedKey["id"]): string | undefined => {
  const text = item.get(attribute);
  return text?.startsWith(prefix) ? text.slice(prefix.length) : undefined;
};

const keyOf = (text: string, { format }: TimedKey["time"]): AttributeValue =>
  format === "iso" ? { S: text } : { N: text };

/**
 * A company's own access log in a DynamoDB table, read in place by its own keys. It is never written. What retention its
 * rows have is the company's own affair: what is still there is shown (GDPR Art. 15).
 *
 * @param read Makes an event of an item as the log's map says. Throws a `Refusal` where it is none.
 */
export const createOwnTable = (
  client: DynamoDBClient,
  own: OwnLog,
  parts: {
    readonly read: (item: ItemTexts) => AccessEvent;
    readonly identities: Pick<Identities, "of">;
    readonly keyring: Pick<Keyring, "customerKey">;
  },
): Pick<AccessLog, "ofCustomer" | "ofEmployee" | "employeeMonths"> => {
  // Nearly all rows that are read together are one customer's.
  let last = { id: "", key: parts.keyring.customerKey("") };
  const customerKeyOf = (id: string): string => {
    if (id !== last.id) last = { id, key: parts.keyring.customerKey(id) };
    return last.key;
  };

  /** Undefined where the item does not fit the map. */
  const accessIn = (item: Item, { time }: TimedKey): Access | undefined => {
    const texts = itemTexts(item);
    const occurredAt = instantInKey(within(texts, time) ?? "", time.format);
    const customer = within(texts, own.customer.id);
    if (occurredAt === undefined || customer === undefined) return undefined;
    try {
      const keyed = new Map([...texts, [KEY_TEXTS.time, occurredAt], [KEY_TEXTS.customer, customer]]);
      const { customerId: _, ...event } = parts.read(keyed);
      return { ...event, customerKey: customerKeyOf(customer), receivedAt: occurredAt };
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  };

  const pages = async function* (key: TimedKey, id: string, { from, to }: Period, unread?: (rows: number) => void) {
    const [first, last] = keyBounds(from, to, key.time.format);
    const query = {
      TableName: own.table,
      ...(key.index !== undefined && { IndexName: key.index }),
      // An index is only ever eventually consistent.
      ConsistentRead: key.index === undefined,
      KeyConditionExpression: "#id = :id AND #time BETWEEN :first AND :last",
      ExpressionAttributeNames: { "#id": key.id.attribute, "#time": key.time.attribute },
      ExpressionAttributeValues: {
        ":id": { S: key.id.prefix + id },
        ":first": keyOf(key.time.prefix + first, key.time),
        ":last": keyOf(key.time.prefix + last, key.time),
      },
    };
    // Those of the newest instant wait for the next page: of one millisecond, the order is by source and id.
    let waiting: Access[] = [];
    for await (const { Items = [] } of paginateQuery({ client }, query)) {
      const read = Items.map((item) => accessIn(item, key));
      const found = read.flatMap((one) => (one && from <= one.occurredAt && one.occurredAt < to ? [one] : []));
      unread?.(read.filter((one) => one === undefined).length);
      const all = [...waiting, ...found];
      if (all.some(({ occurredAt }, n) => occurredAt < (all[n - 1]?.occurredAt ?? ""))) {
        throw new Error("The company's own log is not in the order of its time.");
      }
      const newest = all.at(-1)?.occurredAt;
      waiting = all.filter(({ occurredAt }) => occurredAt === newest);
      const done = all.slice(0, all.length - waiting.length).sort(inOrder);
      if (done.length > 0) yield done;
    }
    if (waiting.length > 0) yield waiting.sort(inOrder);
  };

  return {
    ofCustomer: async function* (customerKey, period, unread) {
      const customerId = await parts.identities.of(customerKey);
      // Where a record asks how complete it is, nothing may be left out in silence; rules read what there is.
      if (customerId === undefined && unread === undefined) return;
      if (customerId === undefined) {
        throw new Refusal("UNAVAILABLE", {
          detail: "The company's own log cannot be asked for this customer: run regard customers import again.",
        });
      }
      yield* pages(own.customer, customerId, period, unread);
    },

    ofEmployee: async function* (employeeId, month) {
      if (own.employee !== undefined) yield* pages(own.employee, employeeId, monthPeriod(month));
    },

    employeeMonths: async function* () {
      const { employee } = own;
      if (employee === undefined) return;
      const scan = { TableName: own.table, ...(employee.index !== undefined && { IndexName: employee.index }) };
      for await (const { Items = [] } of paginateScan({ client }, scan)) {
        const accesses = Items.flatMap((item) => accessIn(item, employee) ?? []);
        yield accesses.map((one) => ({ employeeId: one.employee.id, month: one.occurredAt.slice(0, 7) }));
      }
    },
  };
};
