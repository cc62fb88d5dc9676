import { RemovalPolicy } from "aws-cdk-lib";
import { MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import {
  AttributeType,
  BillingMode,
  type ITable,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import {
  HOLDS_PARTITION,
  NAMING_ATTRIBUTES,
  PORTAL_TABLE,
  SOURCES_PARTITION,
} from "../../functions/adapters/table-keys.ts";
import { type Alarms, FIVE_MINUTES } from "./alarms.ts";
import type { EncryptionKey } from "./encryption-key.ts";
import type { Grantee } from "./grantee.ts";
import { keepsItsName } from "./logical-id.ts";

export const text = (name: string) => ({ name, type: AttributeType.STRING });

interface Keys {
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly ttl: string;
}

/** A table that was restored beside the one of the stack, and is used in its place (OPERATIONS.md, "Restore"). */
export interface RestoredTable {
  readonly name: string;
  /** Of the portal's table, whose stream has to be switched on again after a restore. */
  readonly streamArn?: string | undefined;
}

/** A table that outlives the stack: paid by use, every second of the last 35 days recoverable, under our own key. */
export const keptTable = (
  scope: Construct,
  id: string,
  keys: Keys,
  key: EncryptionKey,
  stream?: StreamViewType,
): Table => {
  const table = new Table(scope, "Table", {
    partitionKey: text(keys.partitionKey),
    sortKey: text(keys.sortKey),
    timeToLiveAttribute: keys.ttl,
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key.key,
    ...(stream && { stream }),
  });
  keepsItsName(table, id);
  return table;
};

export type UsedTable = Table | ITable;

/** The stack's own table stays where it is: nothing that was kept is ever replaced. */
export const usedOf = (scope: Construct, kept: Table, { name, streamArn }: Partial<RestoredTable> = {}): UsedTable =>
  name === undefined
    ? kept
    : Table.fromTableAttributes(scope, "Restored", {
        tableName: name,
        ...(streamArn !== undefined && { tableStreamArn: streamArn }),
      });

export const raiseThrottles = (alarms: Alarms, id: string, table: UsedTable): void => {
  const count = (metricName: string) => table.metric(metricName, { statistic: "Sum", period: FIVE_MINUTES });
  alarms.raise(`${id}Throttles`, {
    metric: new MathExpression({
      expression: "reads + writes",
      usingMetrics: { reads: count("ReadThrottleEvents"), writes: count("WriteThrottleEvents") },
      period: FIVE_MINUTES,
      label: "Throttled requests",
    }),
    impact: "The database turns requests away: customers wait, and some are told that the portal cannot answer.",
    runbook: "the-database-refuses-requests",
  });
};

/** Sees how a table stands, and no item of it. */
export const grantInspection = (to: Grantee, table: UsedTable): void =>
  to.allow(
    ["dynamodb:DescribeContinuousBackups", "dynamodb:DescribeTable", "dynamodb:DescribeTimeToLive"],
    [table.tableArn],
  );

/** Everything else that the portal knows. Its stream carries keys only, and keys hold no personal data in clear. */
export class PortalTable extends Construct {
  readonly table: UsedTable;
  readonly streamArn: string;
  readonly #key: EncryptionKey;

  constructor(scope: Construct, id: string, key: EncryptionKey, restored?: RestoredTable) {
    super(scope, id);
    this.#key = key;
    this.table = usedOf(this, keptTable(this, id, PORTAL_TABLE, key, StreamViewType.KEYS_ONLY), restored);
    if (this.table.tableStreamArn === undefined) throw new Error("The portal's table has no stream.");
    this.streamArn = this.table.tableStreamArn;
  }

  watchedBy(alarms: Alarms): void {
    raiseThrottles(alarms, this.node.id, this.table);
  }

  /** Takes addresses and codes, opens and ends sign-ins, and looks up whose an address is. */
  grantSignIn(to: Grantee): void {
    this.#grant(to, ["DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"]);
  }

  /** Opens and ends the staff's sign-ins, and reads and moves matters. */
  grantDesk(to: Grantee): void {
    this.#grant(to, ["BatchGetItem", "DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"]);
  }

  /** Keeps a sign-in alive, opens and answers requests, and reads facts, sources and requests. Deletes nothing. */
  grantRecords(to: Grantee): void {
    this.#grant(to, ["BatchGetItem", "GetItem", "PutItem", "Query", "UpdateItem"]);
  }

  /** Keeps a sign-in alive, raises and reads matters, grants codes, and holds changes of addresses. Deletes nothing. */
  grantMatters(to: Grantee): void {
    this.#grant(to, ["GetItem", "PutItem", "Query", "UpdateItem"]);
  }

  /** Links an address anew and lets go of the old link, once the hold of the change is over; moves matters in time. */
  grantSchedule(to: Grantee): void {
    this.#grant(to, ["BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query"]);
  }

  /** Reads facts, matters and what was set apart for the rules, opens matters for what they find, and clears what was read. */
  grantWatch(to: Grantee): void {
    this.#grant(to, ["BatchGetItem", "BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"]);
  }

  /** Moves mails through the outbox and out of it, and looks up whose an address is. */
  grantOutbox(to: Grantee): void {
    this.#grant(to, ["DeleteItem", "GetItem", "PutItem", "Query"]);
  }

  /** Links addresses to customers, keeps and asks business facts, and notes what sources sent and the rules have to read. */
  grantImport(to: Grantee): void {
    this.#grant(to, ["BatchGetItem", "BatchWriteItem", "GetItem", "PutItem"]);
  }

  /** Asks business facts, notes what sources sent and the rules have to read, and sets aside what cannot be taken. */
  grantIntake(to: Grantee): void {
    this.#grant(to, ["BatchGetItem", "BatchWriteItem", "GetItem", "PutItem"]);
  }

  /** The same, and reads and empties the quarantine. */
  grantQuarantine(to: Grantee): void {
    this.#grant(to, ["BatchGetItem", "BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query"]);
  }

  /** Reads facts and sources, and notes that somebody looked. */
  grantCheck(to: Grantee): void {
    this.#grant(to, ["BatchGetItem", "GetItem", "PutItem", "Query"]);
  }

  /** The same, and opens matters for what the rules find; their cases come in a batch. */
  grantCheckOfSignals(to: Grantee): void {
    this.#grant(to, ["BatchGetItem", "BatchWriteItem", "GetItem", "PutItem", "Query"]);
  }

  /** Reads cases, matters and what was done, and keeps the numbers of a month. Deletes nothing. */
  grantNumbers(to: Grantee): void {
    this.#grant(to, ["BatchGetItem", "GetItem", "PutItem", "Query"]);
  }

  /** Sees how the table stands, and which sources reported when: no other item. */
  grantInspection(to: Grantee): void {
    grantInspection(to, this.table);
    to.allow(["dynamodb:Query"], [this.table.tableArn], {
      "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": SOURCES_PARTITION },
    });
    this.#key.grantReadOfItems(to);
  }

  /** Finds what names a customer, erases it, and notes that it did. */
  grantErase(to: Grantee): void {
    this.#grant(to, ["DeleteItem", "GetItem", "PutItem", "Query"]);
    to.allow(["dynamodb:Scan"], [this.table.tableArn], {
      "ForAllValues:StringEquals": { "dynamodb:Attributes": [...NAMING_ATTRIBUTES] },
      StringEqualsIfExists: { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" },
    });
  }

  /** Reads what customers have open, and nothing else of the table. */
  grantHolds(to: Grantee): void {
    to.allow(["dynamodb:Query"], [this.table.tableArn], {
      "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": [HOLDS_PARTITION] },
    });
    this.#key.grantItems(to);
  }

  /** Hears that something changed. */
  grantStream(to: Grantee): void {
    to.allow(
      ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
      [this.streamArn],
    );
  }

  // A transaction needs the permission of each of its parts, and none of its own (IAM, "Actions for DynamoDB").
  #grant(to: Grantee, operations: readonly string[]): void {
    to.allow(
      operations.map((operation) => `dynamodb:${operation}`),
      [this.table.tableArn],
    );
    this.#key.grantItems(to);
  }
}
