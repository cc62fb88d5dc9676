import {
  ADDRESS_CHANGES_PARTITION,
  APART_PARTITION,
  addressPartition,
  askedForKey,
  attemptItemKey,
  auditPartition,
  challengeItemKey,
  closedMattersPartition,
  customerPartition,
  EMPLOYEES_PARTITION,
  employeePartition,
  FINDINGS_PARTITION,
  linkItemKey,
  matterPartition,
  NUMBERS_PARTITION,
  OPEN_MATTERS_PARTITION,
  OUTBOX_PARTITION,
  raisedItemKey,
  referenceItemKey,
  rulingPartition,
  SOURCES_PARTITION,
  senderPartition,
  sessionItemKey,
  staffSessionItemKey,
  UNTOLD_KEY,
} from "../../functions/adapters/table-keys.ts";

/** The portal table's partitions by the first word of their key, as patterns of IAM. Every item is in exactly one of them. */
export const PARTITIONS = {
  addresses: addressPartition("*"),
  addressChanges: ADDRESS_CHANGES_PARTITION,
  apart: APART_PARTITION,
  asked: askedForKey("*", 1, {}).pk,
  attempts: attemptItemKey("*").pk,
  audit: auditPartition("*"),
  cases: "case#*",
  challenges: challengeItemKey("*").pk,
  closedMatters: closedMattersPartition("*"),
  customers: customerPartition("*"),
  employeeList: EMPLOYEES_PARTITION,
  employees: employeePartition("*"),
  findings: FINDINGS_PARTITION,
  links: linkItemKey("*").pk,
  matters: matterPartition("*"),
  numbers: NUMBERS_PARTITION,
  openMatters: OPEN_MATTERS_PARTITION,
  outbox: OUTBOX_PARTITION,
  raised: raisedItemKey("*").pk,
  references: referenceItemKey("*").pk,
  rulings: rulingPartition("*"),
  senders: senderPartition("*"),
  sessions: sessionItemKey("*").pk,
  signals: UNTOLD_KEY.pk,
  sources: SOURCES_PARTITION,
  staffSessions: staffSessionItemKey("*").pk,
} as const;

type Partition = keyof typeof PARTITIONS;

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
  BatchGetItem: ["cases", "employees"],
  GetItem: ["asked", "customers", "sessions"],
  PutItem: ["asked", "audit", "customers", "outbox", "references"],
  Query: ["rulings", "sources"],
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
    ...(["addressChanges", "addresses", "audit", "cases", "challenges", "customers"] as const),
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
    ...(["attempts", "audit", "cases", "closedMatters", "customers", "findings", "links", "matters"] as const),
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
const RAISE: Rights = {
  GetItem: ["customers", "findings", "matters", "raised", "signals"],
  PutItem: [
    ...(["audit", "cases", "customers", "findings", "matters", "openMatters"] as const),
    ...(["outbox", "raised", "references", "signals"] as const),
  ],
};

/** Reads what the rules compare: facts, sources, and what people decided. */
const WATCHED = {
  BatchGetItem: ["cases", "customers", "employees"],
  Query: ["closedMatters", "customers", "employeeList", "employees", "matters", "openMatters", "sources"],
} as const satisfies Rights;

/** Runs the rules over what was set apart, and clears what was read. */
export const WATCH: Rights = {
  ...RAISE,
  ...WATCHED,
  BatchWriteItem: ["apart"],
  DeleteItem: ["apart"],
  Query: [...WATCHED.Query, "apart"],
  UpdateItem: ["apart"],
};

/** Links addresses to customers, asks business facts, and notes what sources sent and the rules have to read. */
export const IMPORT: Rights = {
  BatchGetItem: ["cases"],
  BatchWriteItem: ["addresses", "apart"],
  GetItem: ["sources"],
  PutItem: ["sources"],
};

/** Notes that somebody looked. */
const OWN_LOOK = { GetItem: ["sources"], PutItem: ["audit", "sources"] } as const satisfies Rights;

/** Reads facts, sources and what was decided. */
export const CHECK: Rights = {
  ...OWN_LOOK,
  BatchGetItem: ["cases", "employees"],
  Query: ["rulings", "sources"],
};

/** Runs the rules over any stretch of the log, and opens matters for what they find. */
export const CHECK_OF_SIGNALS: Rights = {
  ...WATCHED,
  GetItem: [...OWN_LOOK.GetItem, ...(RAISE.GetItem ?? [])],
  PutItem: ["sources", ...(RAISE.PutItem ?? [])],
};

/** Reads cases, matters and what was done, and keeps the numbers of a month. Deletes nothing. */
export const NUMBERS: Rights = {
  BatchGetItem: ["cases"],
  GetItem: ["matters"],
  PutItem: ["audit", "numbers"],
  Query: ["audit", "closedMatters", "openMatters"],
};
