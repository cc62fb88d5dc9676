import { Aws, RemovalPolicy, Stack } from "aws-cdk-lib";
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
import {
  ACCESS_LOG_TABLE,
  HOLDS_PARTITION,
  NAMING_ATTRIBUTES,
  PORTAL_TABLE,
} from "../../functions/adapters/table-keys.ts";
import type { OwnLog } from "../../functions/contract/own-log.ts";
import { type Alarms, FIVE_MINUTES } from "./alarms.ts";
import type { EncryptionKey } from "./encryption-key.ts";
import type { Grantee } from "./grantee.ts";
import { keepsItsName } from "./logical-id.ts";

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

/**
 * The access log. No verb here changes what an access says: `grantKeep` moves ends alone, `grantErase` is for a customer's
 * own request, and what the retention ends, DynamoDB itself removes.
 */
export class AccessLogTable extends Construct {
  readonly table: Table;
  readonly #key: EncryptionKey;
  readonly #own: OwnLog | undefined;

  constructor(scope: Construct, id: string, props: TableProps & { readonly own?: OwnLog | undefined }) {
    super(scope, id);
    this.#key = props.key;
    this.#own = props.own;
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
    this.#grantOwn(to, actions, this.#own?.employee);
  }

  /** The company's own log is only ever read, by the very key that the configuration names. */
  #grantOwn(to: Grantee, actions: string[], key: OwnLog["employee"]): void {
    if (this.#own === undefined || key === undefined) return;
    const { table, encryptionKeyArn } = this.#own;
    const resourceName = key.index === undefined ? table : `${table}/index/${key.index}`;
    to.allow(actions, [Stack.of(this).formatArn({ service: "dynamodb", resource: "table", resourceName })]);
    if (encryptionKeyArn === undefined) return;
    to.allow(["kms:Decrypt"], [encryptionKeyArn], {
      StringEquals: { "kms:ViaService": `dynamodb.${Aws.REGION}.amazonaws.com` },
    });
  }

  /** Erases a customer's accesses at their own request; which purposes are held back, it has to read. */
  grantErase(to: Grantee): void {
    to.allow(["dynamodb:DeleteItem", "dynamodb:Query"], [this.table.tableArn]);
    this.#key.grantItems(to);
  }

  /**
   * Moves the ends of accesses, and reads keys and ends: no event is shown to it, and none could be changed (DynamoDB
   * Developer Guide, "Using IAM policy conditions for fine-grained access control").
   */
  grantKeep(to: Grantee): void {
    const { partitionKey, sortKey, ttl } = ACCESS_LOG_TABLE;
    to.allow(["dynamodb:Query", "dynamodb:UpdateItem"], [this.table.tableArn], {
      "ForAllValues:StringEquals": { "dynamodb:Attributes": [partitionKey, sortKey, ttl] },
      // A query has to ask for those attributes, and an update may answer with nothing.
      StringEqualsIfExists: { "dynamodb:Select": "SPECIFIC_ATTRIBUTES", "dynamodb:ReturnValues": "NONE" },
    });
    this.#key.grantItems(to);
  }

  /** Reads customers' accesses. The index by employee belongs to the desk and is not part of this grant. */
  grantReadOfCustomers(to: Grantee): void {
    to.allow(["dynamodb:Query"], [this.table.tableArn]);
    this.#key.grantItems(to);
    this.#grantOwn(to, ["dynamodb:Query"], this.#own?.customer);
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
