import * as z from "zod/mini";
import { compiledObject } from "../../contract/compiled-object.ts";
import { Refusal } from "../../domain/errors.ts";
import type { Action } from "../../domain/vocabulary.ts";
import { draftOf, optional, optionalId, optionalText } from "./draft.ts";
import type { ForeignFormat } from "./foreign.ts";
import { instantOf } from "./local-time.ts";
import { readRecordsIn } from "./records-in.ts";
import { recordIdOf } from "./salesforce-ids.ts";
import { readRows } from "./split-rows.ts";

const anything = z.looseObject({});
/** An event of the stream: the event proper is its payload, and the channel says what kind it is. */
const streamed = compiledObject({ channel: optionalText, data: optional(compiledObject({ payload: anything })) });
/** Where a stream's event lists records, it does so in a text. */
const listing = compiledObject({ Records: optional(z.string()) });

/** Names as the streams have them (UserId), and as the event log files have them (USER_ID). */
const event = compiledObject({
  channel: optionalText,
  EVENT_TYPE: optionalText,
  attributes: optional(compiledObject({ type: optionalText })),
  EventIdentifier: optionalText,
  EventDate: optionalText,
  TIMESTAMP_DERIVED: optionalText,
  TIMESTAMP: optionalText,
  UserId: optionalText,
  USER_ID_DERIVED: optionalText,
  USER_ID: optionalText,
  UserType: optionalText,
  USER_TYPE: optionalText,
  Operation: optionalText,
  METHOD_NAME: optionalText,
  ACTION_MESSAGE: optionalText,
  RecordId: optionalText,
  URI_ID_DERIVED: optionalText,
  PAGE_ENTITY_ID: optionalText,
  QueriedEntities: optionalText,
  ENTITY_NAME: optionalText,
  ENTITY_TYPE: optionalText,
  RowsProcessed: optionalId,
  ROWS_PROCESSED: optionalId,
  NUM_RESULTS: optionalId,
  Records: optional(
    compiledObject({
      records: optional(
        z.array(compiledObject({ attributes: optional(compiledObject({ type: optionalText })), Id: optionalText })),
      ),
    }),
  ),
  OperationStatus: optionalText,
  SUCCESS: optionalText,
  PolicyOutcome: optionalText,
  REQUEST_ID: optionalText,
});
type SalesforceEvent = z.infer<typeof event>;

/** Objects of Salesforce that are a person or a company, with the three characters with which their ids begin. */
const CUSTOMERS: ReadonlyMap<string, string> = new Map([
  ["Account", "001"],
  ["Contact", "003"],
  ["Lead", "00Q"],
]);
const PREFIXES: ReadonlySet<string> = new Set(CUSTOMERS.values());

const kindOf = ({ EVENT_TYPE, attributes, channel = "" }: SalesforceEvent): string | undefined =>
  EVENT_TYPE || attributes?.type || /^\/event\/(\w+)$/.exec(channel)?.[1];

/** Signing in and out, and calls to the outside, show nobody a record. */
const NO_ACCESS = /^(Log(in|out)|IdentityVerification|ApexCallout|Session|Credential|Permission|ApiAnomaly)/;

const ACTIONS: readonly (readonly [RegExp, Action])[] = [
  [/export|BulkApiResult/i, "export"],
  [/delete/i, "delete"],
  [/create|insert|update|upsert|edit|merge/i, "update"],
  [/search/i, "search"],
  [/query|list|report|run/i, "list"],
];
const actionOf = (kind: string, { Operation, METHOD_NAME, ACTION_MESSAGE }: SalesforceEvent): Action => {
  const said = `${kind} ${Operation ?? ""} ${METHOD_NAME ?? ""} ${ACTION_MESSAGE ?? ""}`;
  return ACTIONS.find(([pattern]) => pattern.test(said))?.[1] ?? "view";
};

const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+(\.0+)?$/.test(text) ? Number(text) : undefined;

/** Who is named: the record that was opened, or those that a query, list or report says it showed. */
const customersOf = ({ RecordId, URI_ID_DERIVED, PAGE_ENTITY_ID, Records }: SalesforceEvent): string[] => {
  const opened = [RecordId || URI_ID_DERIVED || PAGE_ENTITY_ID || ""].filter((id) => PREFIXES.has(id.slice(0, 3)));
  const shown = (Records?.records ?? []).flatMap(({ attributes, Id }) =>
    Id !== undefined && CUSTOMERS.has(attributes?.type ?? "") ? [Id] : [],
  );
  return [...new Set([...opened, ...shown].map(recordIdOf))];
};

const isAboutCustomers = ({ QueriedEntities, ENTITY_NAME, ENTITY_TYPE }: SalesforceEvent): boolean =>
  [QueriedEntities, ENTITY_NAME, ENTITY_TYPE].some((names) =>
    names?.split(/[,;\s]+/).some((name) => CUSTOMERS.has(name)),
  );

/** `20230321171017.871`, always UTC. */
const instantIn = (stamp: string): string => {
  const [, day = "", time = ""] = /^(\d{8})(\d{6}(?:\.\d+)?)$/.exec(stamp) ?? [];
  const date = day.replace(/(....)(..)(..)/, "$1-$2-$3");
  return instantOf(`${date}T${time.replace(/(..)(..)(.*)/, "$1:$2:$3")}Z`, undefined);
};

const outcomeOf = ({ OperationStatus = "", SUCCESS, PolicyOutcome = "" }: SalesforceEvent): string =>
  /block|denied/i.test(PolicyOutcome)
    ? "denied"
    : SUCCESS === "0" || /fail/i.test(OperationStatus)
      ? "error"
      : "success";

/** What a stream wraps comes out of its wrapping, and the records it lists out of their text. */
const unwrapped = (record: unknown): unknown => {
  const { channel, data } = streamed.safeParse(record).data ?? {};
  const inner = data ? { ...data.payload, channel } : record;
  const text = listing.safeParse(inner).data?.Records;
  if (text === undefined) return inner;
  try {
    return { ...anything.parse(inner), Records: JSON.parse(text) };
  } catch {
    return inner; // cut off by Salesforce: the number of rows is left
  }
};

/** Salesforce's real-time event streams and event log files. Field by field in FORMATS.md. */
export const SALESFORCE: ForeignFormat = {
  recordsOf: (chunks) => readRows(readRecordsIn(chunks, ["records"]), unwrapped),
  read: (record, isChosen) => {
    const parsed = event.safeParse(record);
    const kind = parsed.data && kindOf(parsed.data);
    if (!parsed.data || kind === undefined || NO_ACCESS.test(kind)) {
      throw new Refusal("EVENT_NOT_ACCESS", {
        detail: "The event shows nobody a record: a sign-in, a set-up, a call.",
      });
    }
    const { data: said } = parsed;
    const customers = customersOf(said);
    const rows = numberOf(said.RowsProcessed ?? said.ROWS_PROCESSED ?? said.NUM_RESULTS);
    if (rows === 0) throw new Refusal("EVENT_NOT_ACCESS", { detail: "The query found nothing." });
    const isCounted = customers.length > 0 || isChosen || isAboutCustomers(said) || kind === "Search";
    const isListed = /^(ListView|Search)/.test(kind);
    const draft = draftOf({
      source: "salesforce",
      eventId: said.EventIdentifier && `${kind}-${said.EventIdentifier}`,
      occurredAt: said.EventDate
        ? instantOf(said.EventDate, undefined)
        : said.TIMESTAMP_DERIVED
          ? instantOf(said.TIMESTAMP_DERIVED, undefined)
          : said.TIMESTAMP && instantIn(said.TIMESTAMP),
      customerId: customers,
      recordCount: isCounted && rows !== undefined && rows > 1 ? rows : undefined,
      "employee.id": recordIdOf(said.UserId || said.USER_ID_DERIVED || said.USER_ID || ""),
      "employee.type": /automated|integration|system/i.test(said.UserType ?? said.USER_TYPE ?? "")
        ? "system"
        : undefined,
      action: actionOf(kind, said),
      involvement: isListed ? "listed" : undefined,
      outcome: outcomeOf(said),
      correlationId: said.REQUEST_ID,
    });
    // A row of an event log file has no id, and is in the hourly file and in the daily one.
    return { draft, ...(said.EventIdentifier === undefined && { sharedBy: ["salesforce", JSON.stringify(record)] }) };
  },
  advice: {
    customer:
      'The event names no Account, Contact or Lead. Where customers are records of another kind, say so in a map: "columns": {"customerId": "RecordId"} and "only": {"QueriedEntities": ["Customer__c"]}.',
    employee: "The event has no user.",
  },
};
