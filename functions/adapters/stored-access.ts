import { randomUUID } from "node:crypto";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Access } from "../domain/access.ts";
import { ACTIONS, EMPLOYEE_TYPES, INVOLVEMENTS, OUTCOMES } from "../domain/vocabulary.ts";
import type { Arrival, EmployeeMonth } from "../use-cases/ports.ts";
import { inPresentFormat } from "./data-format.ts";
import { accessSortKey, claimKey, DATA_FORMAT, employeeMonthKey, readEmployeeMonthKey } from "./table-keys.ts";

type Item = Record<string, AttributeValue>;

const optionalText = z.optional(z.string());

/**
 * The `event` attribute. Looser than the contract on purpose: what stands here passed the contract when it came in, so
 * reading checks the shape only, in less than half of the time.
 */
const storedEvent = z.object({
  eventId: z.string(),
  source: z.string(),
  sourceSeq: z.optional(z.number()),
  occurredAt: z.string(),
  employee: z.object({
    id: z.string(),
    name: optionalText,
    role: optionalText,
    unit: optionalText,
    site: optionalText,
    type: z.enum(EMPLOYEE_TYPES),
  }),
  onBehalfOf: optionalText,
  action: z.enum(ACTIONS),
  involvement: z.enum(INVOLVEMENTS),
  dataCategories: z.array(z.string()),
  fieldsRevealed: z.array(z.string()),
  recordCount: z.optional(z.number()),
  partOf: optionalText,
  purpose: z.string(),
  purposeText: optionalText,
  case: z.optional(z.object({ type: z.string(), id: z.string() })),
  breakGlass: z.boolean(),
  recipient: optionalText,
  outcome: z.enum(OUTCOMES),
  correlationId: optionalText,
  supersedes: optionalText,
});

const text = z.object({ S: z.string() });
const storedAccess = z.object({
  customerKey: text,
  event: text,
  receivedAt: text,
  expiresAt: z.object({ N: z.string() }),
  v: z.object({ N: z.string() }),
});
/** The attributes that reading needs, as a projection: the keys would travel twice. */
export const STORED_ACCESS = Object.keys(storedAccess.shape).join();

const indexed = z.object({ employeeMonth: text });

const storedClaim = z.object({ content: text });

/** Rounded up: nothing is erased before its time. */
const epochSeconds = (instant: string): string => String(Math.ceil(Date.parse(instant) / 1_000));

/**
 * An arrival as items: the claim that makes its id taken, and one access for each customer. `bytes` is their size, keys
 * and names included, rather over than under.
 */
export const itemsOf = (
  { access, customerKeys, eraseAt }: Arrival,
  content: string,
): { claim: Item; accesses: Item[]; bytes: number } => {
  const { receivedAt, ...rest } = access;
  const event = JSON.stringify(rest);
  const both = { expiresAt: { N: epochSeconds(eraseAt) }, v: { N: String(DATA_FORMAT) } };
  const claim = claimKey(access.source, access.eventId);
  const row = {
    sortKey: { S: accessSortKey(access) },
    employeeMonth: { S: employeeMonthKey(access.employee.id, access.occurredAt) },
    event: { S: event },
    receivedAt: { S: receivedAt },
    ...both,
  };
  return {
    claim: { customerKey: { S: claim.customerKey }, sortKey: { S: claim.sortKey }, content: { S: content }, ...both },
    accesses: customerKeys.map((customerKey) => ({ customerKey: { S: customerKey }, ...row })),
    bytes: (customerKeys.length + 1) * (Buffer.byteLength(event) + 2_000),
  };
};

/** So many events of a source and a day, as one item more of the transaction that brings them. */
export const dayCountItem = (partition: string, arrivals: readonly Arrival[]): Item => ({
  customerKey: { S: partition },
  sortKey: { S: randomUUID() },
  events: { N: String(arrivals.length) },
  // As long as the last of them; all of a day end within a day.
  expiresAt: { N: String(Math.max(...arrivals.map(({ eraseAt }) => Number(epochSeconds(eraseAt))))) },
  v: { N: String(DATA_FORMAT) },
});

const dayCount = z.object({ events: z.object({ N: z.string() }) });
/** How many events the items of a day stand for. */
export const eventsIn = (items: readonly Item[]): number =>
  items.reduce((sum, item) => sum + Number(dayCount.parse(item).events.N), 0);

/** The content digest in a claim that was there before. */
export const claimedContent = (item: Item = {}): string => storedClaim.parse(inPresentFormat(item)).content.S;

/** The accesses among `items` whose retention has not ended: the table's own sweep may come two days later. */
export const accessesOf = (items: readonly Item[], nowSeconds: number): Access[] => {
  const accesses: Access[] = [];
  for (const item of items) {
    const { customerKey, event, receivedAt, expiresAt } = storedAccess.parse(inPresentFormat(item));
    if (Number(expiresAt.N) <= nowSeconds) continue;
    accesses.push({
      ...storedEvent.parse(JSON.parse(event.S)),
      customerKey: customerKey.S,
      receivedAt: receivedAt.S,
    });
  }
  return accesses;
};

/** Whose accesses of which months the items of the index by employee are, each pair once. */
export const employeeMonthsOf = (items: readonly Item[]): readonly EmployeeMonth[] =>
  [...new Set(items.map((item) => indexed.parse(item).employeeMonth.S))].map(readEmployeeMonthKey);
