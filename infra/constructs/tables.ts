import { RemovalPolicy } from "aws-cdk-lib";
import { MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { ACCESS_LOG_TABLE, PORTAL_TABLE } from "../../functions/adapters/table-keys.ts";
import { type Alarms, FIVE_MINUTES } from "./alarms.ts";
import type { EncryptionKey } from "./encryption-key.ts";
import type { Grantee } from "./grantee.ts";
import { keepsItsName } from "./logical-id.ts";
import { PARTITIONS, type Rights } from "./portal-rights.ts";

const text = (name: string) => ({ name, type: AttributeType.STRING });

interface Keys {
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly ttl: string;
}

interface TableProps {
  readonly key: EncryptionKey;
  readonly alarms: Alarms;
}

/** A table that outlives the stack: paid by use, every second of the last 35 days recoverable, under our own key. */
const keptTable = (scope: Construct, id: string, keys: Keys, props: TableProps, stream?: StreamViewType): Table => {
  const table = new Table(scope, "Table", {
    partitionKey: text(keys.partitionKey),
    sortKey: text(keys.sortKey),
    timeToLiveAttribute: keys.ttl,
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: props.key.key,
    ...(stream && { stream }),
  });
  keepsItsName(table, id);
  const count = (metricName: string) => table.metric(metricName, { statistic: "Sum", period: FIVE_MINUTES });
  props.alarms.raise(`${id}Throttles`, {
    metric: new MathExpression({
      expression: "reads + writes",
      usingMetrics: { reads: count("ReadThrottleEvents"), writes: count("WriteThrottleEvents") },
      period: FIVE_MINUTES,
      label: "Throttled requests",
    }),
    impact: "The database turns requests away: customers wait, and some are told that the portal cannot answer.",
    runbook: "the-database-refuses-requests",
  });
  return table;
};

/** The access log. No verb here changes or deletes: what the retention ends, DynamoDB itself removes. */
export class AccessLogTable extends Construct {
  readonly table: Table;
  readonly #key: EncryptionKey;

  constructor(scope: Construct, id: string, props: TableProps) {
    super(scope, id);
    this.#key = props.key;
    this.table = keptTable(this, id, ACCESS_LOG_TABLE, props);
    const { index, partitionKey, sortKey } = ACCESS_LOG_TABLE.byEmployeeMonth;
    this.table.addGlobalSecondaryIndex({
      indexName: index,
      partitionKey: text(partitionKey),
      sortKey: text(sortKey),
      projectionType: ProjectionType.ALL,
    });
  }

  /** Adds events. DynamoDB knows no right to add without replacing: that an id is taken once is the adapter's care. */
  grantAppend(to: Grantee): void {
    to.allow(["dynamodb:PutItem"], [this.table.tableArn]);
    this.#key.grantItems(to);
  }

  /** Reads what employees looked at, whoever's data it was, month by month. */
  grantReadOfEmployees(to: Grantee): void {
    this.#grantIndex(to, ["dynamodb:Query"]);
  }

  /** The same, and who has looked at all: for what goes over the whole log. */
  grantReadOfAllEmployees(to: Grantee): void {
    this.#grantIndex(to, ["dynamodb:Query", "dynamodb:Scan"]);
  }

  #grantIndex(to: Grantee, actions: string[]): void {
    to.allow(actions, [`${this.table.tableArn}/index/${ACCESS_LOG_TABLE.byEmployeeMonth.index}`]);
    this.#key.grantItems(to);
  }

  /** Reads customers' accesses. The index by employee belongs to the desk and is not part of this grant. */
  grantReadOfCustomers(to: Grantee): void {
    to.allow(["dynamodb:Query"], [this.table.tableArn]);
    this.#key.grantItems(to);
  }
}

/** Everything else that the portal knows. Its stream carries keys only, and keys hold no personal data in clear. */
export class PortalTable extends Construct {
  readonly table: Table;
  readonly streamArn: string;
  readonly #key: EncryptionKey;

  constructor(scope: Construct, id: string, props: TableProps) {
    super(scope, id);
    this.#key = props.key;
    this.table = keptTable(this, id, PORTAL_TABLE, props, StreamViewType.KEYS_ONLY);
    if (this.table.tableStreamArn === undefined) throw new Error("The portal's table has no stream.");
    this.streamArn = this.table.tableStreamArn;
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

  /** Hears that something changed. */
  grantStream(to: Grantee): void {
    to.allow(
      ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
      [this.streamArn],
    );
  }
}
