import { type AccessEvent, MAX_CUSTOMERS_PER_EVENT } from "../../contract/access-event.ts";
import type { EventDraft, EventMap } from "../../contract/event-map.ts";
import { Refusal } from "../../domain/errors.ts";
import type { ImportedRow } from "../../domain/imported-row.ts";
import { slicesOf } from "../../domain/slices.ts";
import { atPath } from "./json-path.ts";
import { mapReader } from "./map-event.ts";
import { readEvent } from "./read-event.ts";
import { attempt } from "./split-rows.ts";

/** What a record says by itself, as far as it goes. */
interface Reading {
  /** `customerId` with all customers that it names, however many. */
  readonly draft: EventDraft;
  /**
   * What it has in common with others that report the same look, whoever reports it, beside the customers: the event's id
   * is made from both. Absent for records that have no such thing.
   */
  readonly sharedBy?: readonly string[];
}

/** The log of another system: how its records are found in a file, and what they say. */
export interface ForeignFormat {
  readonly recordsOf: (chunks: AsyncIterable<Buffer>) => AsyncIterable<ImportedRow<unknown>>;
  /**
   * @param isChosen Whether the map says which records are about customers (`only`).
   * @throws {Refusal} EVENT_NOT_ACCESS for what is no look at a customer's data; EVENT_FIELD_INVALID likewise.
   */
  readonly read: (record: unknown, isChosen: boolean) => Reading;
  /** Where a customer and an employee would stand, for whoever reads why a record named neither. */
  readonly advice: { readonly customer: string; readonly employee: string };
}

/** A keyed hash: what it is made from cannot be guessed. */
export type KeyedHash = (...parts: readonly string[]) => string;

const SHARED = "shared-";
/** Whether an event may come again from somebody else's point of view: what differs then is no other event. */
export const isShared = ({ eventId }: Pick<AccessEvent, "eventId">): boolean => eventId.startsWith(SHARED);

const isEmpty = (value: unknown): boolean => value === undefined || value === "" || (Array.isArray(value) && !value[0]);

const refuseNobody = ({ customerId, employee, recordCount }: EventDraft, advice: ForeignFormat["advice"]): void => {
  const id = typeof employee === "object" && "id" in employee ? employee["id"] : undefined;
  if (isEmpty(id)) throw new Refusal("EVENT_UNATTRIBUTABLE", { field: "employee.id", detail: advice.employee });
  if (!isEmpty(customerId) || recordCount !== undefined) return;
  throw new Refusal("EVENT_UNATTRIBUTABLE", { field: "customerId", detail: advice.customer });
};

/** In one order, however a record lists them. */
const customersIn = ({ customerId }: EventDraft): readonly string[] =>
  (Array.isArray(customerId) ? [...new Set(customerId)] : [JSON.stringify(customerId ?? "")]).sort();

/** The id of the nth event, from 0, of a look: the first has the look's own. */
const nth = (id: EventDraft[string] | undefined, n: number): string => (n === 0 ? String(id) : `${id}.${n + 1}`);

/** A look as an event, or as several where it showed more customers than an event may name. */
const inEvents = (draft: EventDraft): readonly EventDraft[] => {
  if (!Array.isArray(draft["customerId"]) && !isEmpty(draft["customerId"])) return [draft];
  const { customerId, ...look } = draft;
  if (!Array.isArray(customerId) || isEmpty(customerId)) return [look];
  // In one order, for twins may list them in two.
  const customers = [...new Set(customerId)].sort();
  if (customers.length <= MAX_CUSTOMERS_PER_EVENT) return [{ ...look, customerId: customers }];
  const recordCount = Math.max(customers.length, Number(look["recordCount"] ?? 0));
  return slicesOf(customers, MAX_CUSTOMERS_PER_EVENT).map((some, n) => {
    // Where more were shown than are named, the first event is the bulk access.
    const isPart = n > 0 || recordCount === customers.length;
    return {
      ...look,
      eventId: nth(look["eventId"], n),
      ...(look["supersedes"] !== undefined && { supersedes: nth(look["supersedes"], n) }),
      customerId: some,
      recordCount,
      ...(isPart && { partOf: String(look["eventId"]) }),
    };
  });
};

/**
 * Access events from another system's log. A map adds to what the format says by itself and goes before it. A record
 * without an id gets one from its content and its number; one with very many customers becomes several events. Holds one
 * record in memory.
 */
export const readForeign = async function* (
  chunks: AsyncIterable<Buffer>,
  format: ForeignFormat,
  map: EventMap | undefined,
  hash: KeyedHash,
): AsyncGenerator<ImportedRow<AccessEvent>> {
  const add = map && mapReader<unknown>(map, (_, column) => atPath(column));
  const isChosen = Object.keys(map?.only ?? {}).length > 0;
  const eventsOf = (value: unknown, record: number): readonly AccessEvent[] => {
    const { draft: own, sharedBy } = format.read(value, isChosen);
    const draft = add ? add(value, own) : own;
    refuseNobody(draft, format.advice);
    // What counts as a twin is said by what is common to both, never by an id that somebody wrote.
    if (typeof draft["eventId"] === "string" && draft["eventId"].startsWith(SHARED)) {
      throw new Refusal("EVENT_FIELD_INVALID", { field: "eventId", detail: `An id may not begin with "${SHARED}".` });
    }
    if (sharedBy) draft["eventId"] = `${SHARED}${hash(...sharedBy, ...customersIn(draft))}`;
    draft["eventId"] ??= `row-${record}-${hash(JSON.stringify(value))}`;
    return inEvents(draft).map(readEvent);
  };
  for await (const row of format.recordsOf(chunks)) {
    const read = row.refusal ? row : attempt(row, () => eventsOf(row.value, row.record ?? row.line));
    if (read.refusal) yield read;
    else for (const value of read.value) yield { ...read, value };
  }
};
