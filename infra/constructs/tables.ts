import { RemovalPolicy } from "aws-cdk-lib";
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
  NAMING_ATTRIBUTES,
  PORTAL_TABLE,
  QUARANTINE_ENTRY,
  QUARANTINE_PARTITION,
  SOURCES_PARTITION,
} from "../../functions/adapters/table-keys.ts";
import { type Alarms, FIVE_MINUTES, sumOf } from "./alarms.ts";
import type { EncryptionKey } from "./encryption-key.ts";
import type { Grantee } from "./grantee.ts";
import { keepsItsName } from "./logical-id.ts";
import { PARTITIONS } from "./portal-partitions.ts";
import type { Rights } from "./portal-rights.ts";

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
    metric: sumOf(
      "Throttled requests",
      { reads: count("ReadThrottleEvents"), writes: count("WriteThrottleEvents") },
      FIVE_MINUTES,
    ),
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

  /**
   * Allows these operations on the items of these partitions and no others: one table, and yet a function that is stolen
   * reaches only what its own work is about.
   */
  grant(to: Grantee, rights: Rights): void {
    for (const [operation, partitions] of Object.entries(rights))
      to.allow([`dynamodb:${operation}`], [this.table.tableArn], {
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": partitions.map((one) => PARTITIONS[one]).sort() },
      });
    this.#key.grantItems(to);
  }

  /** Sees how the table stands, which sources reported when, and why events wait, without what was sent: no other item. */
  grantInspection(to: Grantee): void {
    grantInspection(to, this.table);
    to.allow(["dynamodb:Query"], [this.table.tableArn], {
      "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": SOURCES_PARTITION },
    });
    to.allow(["dynamodb:Query"], [this.table.tableArn], {
      "ForAllValues:StringEquals": {
        "dynamodb:Attributes": ["pk", ...QUARANTINE_ENTRY],
        "dynamodb:LeadingKeys": QUARANTINE_PARTITION,
      },
      StringEqualsIfExists: { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" },
    });
    this.#key.grantReadOfItems(to);
  }

  /** Finds what names a customer, by keys and keyed hashes alone. */
  grantFind(to: Grantee): void {
    to.allow(["dynamodb:Scan"], [this.table.tableArn], {
      "ForAllValues:StringEquals": { "dynamodb:Attributes": [...NAMING_ATTRIBUTES] },
      StringEqualsIfExists: { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" },
    });
  }

  /** Hears that something changed. */
  grantStream(to: Grantee): void {
    to.allow(
      ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
      [this.streamArn],
    );
  }
}
