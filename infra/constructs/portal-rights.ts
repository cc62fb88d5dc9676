import type { Partition } from "./portal-partitions.ts";

/**
 * What one kind of work does, by operation. A transaction needs the permission of each of its parts, and none of its own
 * (IAM, "Actions for DynamoDB").
 */
export type Rights = Readonly<
  Partial<
    Record<
      "BatchGetItem" | "BatchWriteItem" | "DeleteItem" | "GetItem" | "PutItem" | "Query" | "UpdateItem",
      readonly Partition[]
    >
  >
>;

/** Takes addresses and codes, opens and ends sign-ins, and looks up whose an address is. */
export const SIGN_IN: Rights = {
  DeleteItem: ["sessions"],
  GetItem: ["addresses", "challenges", "sessions"],
  PutItem: ["addresses", "audit", "challenges", "outbox", "sessions"],
  Query: ["addresses"],
  UpdateItem: ["sessions"],
};

/** Keeps a sign-in alive, opens and answers requests, and reads facts, sources and what was decided. Deletes nothing. */
export const RECORDS: Rights = {
  BatchGetItem: ["cases", "customers", "employees"],
  GetItem: ["asked", "customers", "sessions"],
  PutItem: ["asked", "audit", "customers", "holds", "outbox", "references"],
  Query: ["manifests", "rulings", "sources", "unsettledDays"],
  UpdateItem: ["sessions"],
};

/** Lists the requests that a customer made. */
export const REQUESTS: Rights = { Query: ["customers"] };

/** Reads letters. */
export const LETTERS: Rights = { GetItem: ["matters"], Query: ["matters"] };

/** Keeps a sign-in alive, raises and reads matters, grants codes, and holds changes of addresses. Deletes nothing. */
export const MATTERS: Rights = {
  GetItem: ["addressChanges", "addresses", "challenges", "customers", "matters", "sessions"],
  PutItem: [
    ...(["addressChanges", "addresses", "audit", "cases", "challenges", "customers", "holds"] as const),
    ...(["matters", "openMatters", "outbox", "references"] as const),
  ],
  Query: ["customers", "matters", "rulings"],
  UpdateItem: ["sessions"],
};

/** Opens and ends the staff's sign-ins, and reads and moves matters. */
export const DESK: Rights = {
  BatchGetItem: ["cases", "employees"],
  DeleteItem: ["attempts", "customers", "links", "openMatters", "staffSessions"],
  GetItem: ["customers", "findings", "links", "matters", "numbers", "sources", "staffSessions"],
  PutItem: [
    ...(["attempts", "audit", "cases", "closedMatters", "customers", "findings", "holds", "links", "matters"] as const),
    ...(["openMatters", "outbox", "references", "rulings", "sources", "staffSessions"] as const),
  ],
  Query: ["findings", "matters", "numbers", "openMatters", "rulings", "senders"],
  UpdateItem: ["staffSessions"],
};

/** Moves mails through the outbox and out of it, and looks up whose an address is. */
export const OUTBOX: Rights = {
  DeleteItem: ["outbox"],
  GetItem: ["outbox"],
  PutItem: ["addresses", "audit", "outbox"],
  Query: ["addresses"],
};

/** Finds what rests in the outbox, links an address anew once the hold of its change is over, and moves matters in time. */
export const SCHEDULE: Rights = {
  BatchWriteItem: ["addresses"],
  DeleteItem: ["addresses"],
  GetItem: ["customers", "matters"],
  PutItem: ["addressChanges", "matters", "openMatters"],
  Query: ["addressChanges", "addresses", "openMatters", "outbox"],
};

/** Opens matters and findings for what the rules found, and remembers it. */
const RAISE = {
  GetItem: ["customers", "findings", "matters", "raised", "signals"],
  PutItem: [
    ...(["audit", "cases", "customers", "findings", "holds", "matters", "openMatters"] as const),
    ...(["outbox", "raised", "references", "signals"] as const),
  ],
} as const satisfies Rights;

/** Reads what the rules compare: facts, sources, and what people decided. */
const WATCHED = {
  BatchGetItem: ["cases", "customers", "employees"],
  Query: [
    ...(["closedMatters", "customers", "employeeList", "employees"] as const),
    ...(["manifests", "matters", "openMatters", "sources", "unsettledDays"] as const),
  ],
} as const satisfies Rights;

/** Runs the rules over what was set apart, and clears what was read; counts the days that sources announced. */
export const WATCH: Rights = {
  ...RAISE,
  ...WATCHED,
  BatchWriteItem: ["apart"],
  DeleteItem: ["apart", "unsettledDays"],
  PutItem: ["days", ...RAISE.PutItem],
  Query: [...WATCHED.Query, "apart", "days"],
  UpdateItem: ["apart", "unsettledDays"],
};

/** Asks business facts and who had what erased, and notes what sources sent and the rules have to read. */
const TAKE = {
  BatchGetItem: ["cases", "customers"],
  BatchWriteItem: ["apart"],
  GetItem: ["sources"],
  PutItem: ["sources"],
} as const satisfies Rights;

/** What the company says of its cases, shifts, employees and customers. */
const FACTS = ["cases", "customers", "employeeList", "employees", "senders"] as const;

/** Takes events, and keeps facts and links from addresses to customers. */
export const IMPORT: Rights = { ...TAKE, BatchWriteItem: [...TAKE.BatchWriteItem, ...FACTS, "addresses"] };

/** Takes events, and sets aside what cannot be taken. Nobody on the bus sends what would explain a look. */
export const EVENTS: Rights = { ...TAKE, BatchWriteItem: [...TAKE.BatchWriteItem, "quarantine"] };

/** The same, and keeps facts and what sources say they sent. */
export const INTAKE: Rights = {
  ...TAKE,
  BatchWriteItem: [...TAKE.BatchWriteItem, ...FACTS, "quarantine"],
  GetItem: [...TAKE.GetItem, "manifests"],
  PutItem: [...TAKE.PutItem, "manifests", "unsettledDays"],
};

/** Looks into the quarantine, and takes again what lies there. */
export const QUARANTINE: Rights = {
  ...EVENTS,
  DeleteItem: ["quarantine"],
  GetItem: [...TAKE.GetItem, "quarantine"],
  PutItem: [...TAKE.PutItem, "audit"],
  Query: ["quarantine"],
};

/** Notes that somebody looked. */
const OWN_LOOK = { GetItem: ["sources"], PutItem: ["audit", "sources"] } as const satisfies Rights;

/** Reads facts, sources and what was decided. */
export const CHECK: Rights = {
  ...OWN_LOOK,
  BatchGetItem: ["cases", "customers", "employees"],
  Query: ["manifests", "rulings", "sources", "unsettledDays"],
};

/** Runs the rules over any stretch of the log, and opens matters for what they find. */
export const CHECK_OF_SIGNALS: Rights = {
  ...WATCHED,
  GetItem: [...OWN_LOOK.GetItem, ...RAISE.GetItem],
  PutItem: ["sources", ...RAISE.PutItem],
};

/** Reads cases, matters and what was done, and keeps the numbers of a month. Deletes nothing. */
export const NUMBERS: Rights = {
  BatchGetItem: ["cases"],
  GetItem: ["matters"],
  PutItem: ["audit", "numbers"],
  Query: ["audit", "closedMatters", "openMatters"],
};

/** Sees what customers have open. */
export const HOLDS: Rights = { Query: ["holds"] };

/**
 * Erases what names a customer, also what waits, and notes that it did. Matters stay, and what was decided. Out of an event
 * that waits and is about others too, a name is struck.
 */
export const ERASURE: Rights = {
  DeleteItem: [
    ...(["addressChanges", "addresses", "asked", "cases"] as const),
    ...(["customers", "holds", "outbox", "quarantine", "references", "sessions"] as const),
  ],
  GetItem: ["customers"],
  PutItem: ["audit", "customers", "erasures"],
  Query: ["addresses", "erasures", "outbox", "quarantine", "rulings"],
  UpdateItem: ["quarantine"],
};
