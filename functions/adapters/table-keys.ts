import { type CaseReference, caseKey } from "../domain/access.ts";

/**
 * How items are keyed in both tables: the one definition for the adapters, the templates and the tests. Nothing of AWS
 * is imported here. Free text never stands before a separator, so two different things never share a key.
 */

/** Written as `v` into every item; what an older one becomes when it is read, `data-format.ts` says. */
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

export const readEmployeeMonthKey = (key: string) => ({
  employeeId: key.slice(0, -"#YYYY-MM".length),
  month: key.slice(-"YYYY-MM".length),
});

/** The source and the event of an access's sort key. */
export const readAccessSortKey = (sortKey: string) => {
  const [occurredAt = "", source = ""] = sortKey.split("#", 2);
  return { source, eventId: sortKey.slice(`${occurredAt}#${source}#`.length) };
};

/** The item that makes an event's id taken. A customer key is base64url and cannot look like this. */
export const claimKey = (source: string, eventId: string) => ({
  customerKey: `event#${source}#${eventId}`,
  sortKey: "claim",
});

/** How many events of a source that occurred on a civil day came, one item for each transaction that brought some. */
export const dayPartition = (source: string, day: string): string => `day#${source}#${day}`;

export const addressPartition = (addressKey: string): string => `address#${addressKey}`;
export const CUSTOMER_PREFIX = "customer#";
export const directoryKey = (addressKey: string, customerKey: string) => ({
  pk: addressPartition(addressKey),
  sk: `${CUSTOMER_PREFIX}${customerKey}`,
});

export const SOURCES_PARTITION = "sources";
export const sourceKey = (source: string) => ({ pk: SOURCES_PARTITION, sk: source });

/** What sources say they sent, by civil day. */
export const manifestPartition = (source: string): string => `manifests#${source}`;
export const manifestItemKey = (source: string, day: string) => ({ pk: manifestPartition(source), sk: day });
/** The days of all sources that are not settled. */
export const UNSETTLED_PARTITION = "unsettled-days";
export const unsettledItemKey = (source: string, day: string) => ({ pk: UNSETTLED_PARTITION, sk: `${day}#${source}` });

export const caseItemKey = (reference: CaseReference) => ({ pk: `case#${caseKey(reference)}`, sk: "case" });
export const employeePartition = (employeeId: string): string => `employee#${employeeId}`;
export const employeeItemKey = (employeeId: string) => ({ pk: employeePartition(employeeId), sk: "employee" });
/** Who is on the employee list: ids alone, so that the list can be read through. */
export const EMPLOYEES_PARTITION = "employees";
export const employeeListKey = (employeeId: string) => ({ pk: EMPLOYEES_PARTITION, sk: employeeId });
/** Whose a number or account is, or was: the fact itself has the last word. */
export const senderPartition = (senderKey: string): string => `sender#${senderKey}`;
export const senderItemKey = (senderKey: string, employeeId: string) => ({
  pk: senderPartition(senderKey),
  sk: employeeId,
});
export const shiftKey = (from: string): string => `shift#${from}`;
export const shiftItemKey = (employeeId: string, from: string) => ({
  pk: employeePartition(employeeId),
  sk: shiftKey(from),
});

// Who is asking, and what was promised to them. Tokens and addresses stand here as hashes only.
export const guardKey = (addressKey: string) => ({ pk: addressPartition(addressKey), sk: "guard" });
export const unknownNoticeKey = (addressKey: string) => ({ pk: addressPartition(addressKey), sk: "unknown" });
/** What an address has sent lately, of one kind. */
export const spentItemKey = (addressKey: string, what: string) => ({
  pk: addressPartition(addressKey),
  sk: `spent#${what}`,
});
/** Changes of addresses, each under the key of the old one. */
export const ADDRESS_CHANGES_PARTITION = "address-changes";
export const addressChangeItemKey = (addressKey: string) => ({ pk: ADDRESS_CHANGES_PARTITION, sk: addressKey });
export const challengeItemKey = (challengeKey: string) => ({ pk: `challenge#${challengeKey}`, sk: "challenge" });
export const sessionItemKey = (sessionKey: string) => ({ pk: `session#${sessionKey}`, sk: "session" });
export const attemptItemKey = (attemptKey: string) => ({ pk: `staff-attempt#${attemptKey}`, sk: "attempt" });
export const staffSessionItemKey = (sessionKey: string) => ({ pk: `staff-session#${sessionKey}`, sk: "session" });
/** Apart from the session: whoever opens requests opens no sign-in. */
export const askedForKey = (
  sessionKey: string,
  account: number,
  { from = "", to = "" }: { readonly from?: string | undefined; readonly to?: string | undefined },
) => ({ pk: `asked#${sessionKey}`, sk: `request#${account}#${from}#${to}` });

export const customerPartition = (customerKey: string): string => `${CUSTOMER_PREFIX}${customerKey}`;
/** Which cases a customer has: references alone, beside the customer's other items. */
export const CUSTOMER_CASE_PREFIX = "case#";
export const customerCaseKey = (customerKey: string, reference: CaseReference) => ({
  pk: customerPartition(customerKey),
  sk: `${CUSTOMER_CASE_PREFIX}${caseKey(reference)}`,
});
export const customerFactKey = (customerKey: string) => ({ pk: customerPartition(customerKey), sk: "facts" });
/** The customer's id, sealed: only where the company's own log is read in place, which knows customers by it. */
export const identityItemKey = (customerKey: string) => ({ pk: customerPartition(customerKey), sk: "identity" });
/** That the customer had everything erased: what outlives the rest, and is listed to be done again after a restore. */
export const customerErasureKey = (customerKey: string) => ({ pk: customerPartition(customerKey), sk: "erased" });
export const ERASURES_PARTITION = "erasures";
export const erasureItemKey = (customerKey: string) => ({ pk: ERASURES_PARTITION, sk: customerKey });
/** All in which an item of the portal's table may name a customer, beside what is sealed. */
export const NAMING_ATTRIBUTES = ["pk", "sk", "customerKey", "accounts", "fact"] as const;
export const REQUEST_PREFIX = "request#";
export const requestItemKey = (customerKey: string, receivedAt: string, reference: string) => ({
  pk: customerPartition(customerKey),
  sk: `${REQUEST_PREFIX}${receivedAt}#${reference}`,
});
/** The item that makes a reference taken. */
export const referenceItemKey = (reference: string) => ({ pk: `reference#${reference}`, sk: "reference" });
/** `day`: YYYY-MM-DD (UTC), or an instant of that day. */
export const auditPartition = (day: string): string => `audit#${day.slice(0, 10)}`;
export const auditItemKey = (at: string, id: string) => ({ pk: auditPartition(at), sk: `${at}#${id}` });

/** The numbers for the board, by month. */
export const NUMBERS_PARTITION = "numbers";
export const numbersItemKey = (month: string) => ({ pk: NUMBERS_PARTITION, sk: month });

/** The stream's filter is made from it too. */
export const OUTBOX_PARTITION = "outbox";
export const outboxItemKey = (mailKey: string) => ({ pk: OUTBOX_PARTITION, sk: mailKey });

// Matters. Their words are sealed; what stands here in clear is a reference, a state and times.
export const matterPartition = (reference: string): string => `matter#${reference}`;
export const matterItemKey = (reference: string) => ({ pk: matterPartition(reference), sk: "matter" });
export const ENTRY_PREFIX = "entry#";
/** One entry for each revision: text order is the order in which they were written, whatever their writers' clocks say. */
export const entryItemKey = (reference: string, revision: number) => ({
  pk: matterPartition(reference),
  sk: `${ENTRY_PREFIX}${String(revision).padStart(8, "0")}`,
});
/** A copy of every open matter, for the queue. */
export const OPEN_MATTERS_PARTITION = "matters";
export const openMatterItemKey = (reference: string) => ({ pk: OPEN_MATTERS_PARTITION, sk: reference });
export const closedMattersPartition = (month: string): string => `matters#${month.slice(0, 7)}`;
export const closedMatterItemKey = (closedAt: string, reference: string) => ({
  pk: closedMattersPartition(closedAt),
  sk: reference,
});
export const MATTER_PREFIX = "matter#";
export const customerMatterKey = (customerKey: string, openedAt: string, reference: string) => ({
  pk: customerPartition(customerKey),
  sk: `${MATTER_PREFIX}${openedAt}#${reference}`,
});
/** Up to which letter of a matter its customer has read. */
export const lettersSeenKey = (customerKey: string, reference: string) => ({
  pk: customerPartition(customerKey),
  sk: `letters-seen#${reference}`,
});
/** The place of a customer's one open matter. */
export const customerOpenMatterKey = (customerKey: string) => ({
  pk: customerPartition(customerKey),
  sk: "open-matter",
});
/** What a customer has open, request or matter: as long as it is, their rows of the log are kept. */
export const HOLDS_PARTITION = "holds";
export const holdItemKey = (reference: string) => ({ pk: HOLDS_PARTITION, sk: reference });
export const linkItemKey = (tokenKey: string) => ({ pk: `link#${tokenKey}`, sk: "link" });
/** Apart from the customer's other items: only the desk decides. */
export const rulingPartition = (customerKey: string): string => `ruling#${customerKey}`;
export const rulingItemKey = (customerKey: string, kind: string, ...about: readonly string[]) => ({
  pk: rulingPartition(customerKey),
  sk: `${kind}#${about.join("#")}`,
});

// What the rules found, and what they have still to read.
export const raisedItemKey = (raisedKey: string) => ({ pk: `raised#${raisedKey}`, sk: "raised" });
export const UNTOLD_KEY = { pk: "signals", sk: "untold" };
export const FINDINGS_PARTITION = "findings";
export const findingItemKey = (findingId: string) => ({ pk: FINDINGS_PARTITION, sk: findingId });
/** The days of everybody in a calendar month (UTC), account by account. */
export const usualDaysPartition = (month: string): string => `days#${month}`;
export const usualDaysKey = (employeeId: string, month: string) => ({ pk: usualDaysPartition(month), sk: employeeId });
export const APART_PARTITION = "apart";
export const apartItemKey = (employeeId: string, month: string) => ({
  pk: APART_PARTITION,
  sk: employeeMonthKey(employeeId, month),
});

/** Events that could not be taken, each under a keyed hash of what was sent. */
export const QUARANTINE_PARTITION = "quarantine";
/** All of an entry but what was sent. */
export const QUARANTINE_ENTRY = ["v", "sk", "code", "field", "source", "receivedAt", "eraseAt"] as const;
export const quarantineItemKey = (id: string) => ({ pk: QUARANTINE_PARTITION, sk: id });
