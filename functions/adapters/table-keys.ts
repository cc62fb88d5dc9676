/**
 * How items are keyed in both tables: the one definition for the adapters, the templates and the tests. Nothing of AWS
 * is imported here. Free text never stands before a separator, so two different things never share a key.
 */

/** Written as `v` into every item, so that a later data format can tell what it reads. */
export const DATA_FORMAT = 1;

/** The access log: who looked at whose data. Accesses under their customer, claims under their event. */
export const ACCESS_LOG_TABLE = {
  partitionKey: "customerKey",
  sortKey: "sortKey",
  /** Epoch seconds, in both tables. */
  ttl: "expiresAt",
  /** The same accesses by employee and calendar month (UTC); projects everything. */
  byEmployeeMonth: { index: "byEmployeeMonth", partitionKey: "employeeMonth", sortKey: "sortKey" },
} as const;

/** Everything else. Its stream says that something changed, and nothing more. */
export const PORTAL_TABLE = { partitionKey: "pk", sortKey: "sk", ttl: "expiresAt" } as const;

/** Time first, so that text order is time order; `#` sorts before everything that a source's name may hold. */
export const accessSortKey = (event: { occurredAt: string; source: string; eventId: string }): string =>
  `${event.occurredAt}#${event.source}#${event.eventId}`;

/** `month`: YYYY-MM, or an instant of that month. */
export const employeeMonthKey = (employeeId: string, month: string): string => `${employeeId}#${month.slice(0, 7)}`;

/** The item that makes an event's id taken. A customer key is base64url and cannot look like this. */
export const claimKey = (source: string, eventId: string) => ({
  customerKey: `event#${source}#${eventId}`,
  sortKey: "claim",
});

export const addressPartition = (addressKey: string): string => `address#${addressKey}`;
export const CUSTOMER_PREFIX = "customer#";
export const directoryKey = (addressKey: string, customerKey: string) => ({
  pk: addressPartition(addressKey),
  sk: `${CUSTOMER_PREFIX}${customerKey}`,
});

export const SOURCES_PARTITION = "sources";
export const sourceKey = (source: string) => ({ pk: SOURCES_PARTITION, sk: source });

/** The type is free text too: encoded, so that `a#b`/`c` and `a`/`b#c` stay two cases. */
export const caseItemKey = (type: string, id: string) => ({
  pk: `case#${encodeURIComponent(type)}#${id}`,
  sk: "case",
});
export const employeeItemKey = (employeeId: string) => ({ pk: `employee#${employeeId}`, sk: "employee" });
