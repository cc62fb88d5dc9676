import { Aws, Stack } from "aws-cdk-lib";
import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { ACCESS_LOG_TABLE } from "../../functions/adapters/table-keys.ts";
import type { OwnLog } from "../../functions/contract/own-log.ts";
import type { Alarms } from "./alarms.ts";
import type { EncryptionKey } from "./encryption-key.ts";
import type { Grantee } from "./grantee.ts";
import {
  grantInspection,
  keptTable,
  type RestoredTable,
  raiseThrottles,
  text,
  type UsedTable,
  usedOf,
} from "./tables.ts";

interface AccessLogProps {
  /** The company's own log, where it is read in place. */
  readonly own?: OwnLog | undefined;
  readonly restored?: RestoredTable | undefined;
}

/**
 * The access log. No verb here changes what an access says: `grantKeep` moves ends alone, `grantErase` is for a customer's
 * own request, and what the retention ends, DynamoDB itself removes.
 */
export class AccessLogTable extends Construct {
  readonly table: UsedTable;
  readonly #key: EncryptionKey;
  readonly #own: OwnLog | undefined;

  constructor(scope: Construct, id: string, key: EncryptionKey, { own, restored }: AccessLogProps = {}) {
    super(scope, id);
    this.#key = key;
    this.#own = own;
    const kept = keptTable(this, id, ACCESS_LOG_TABLE, key);
    const { index, partitionKey, sortKey } = ACCESS_LOG_TABLE.byEmployeeMonth;
    kept.addGlobalSecondaryIndex({
      indexName: index,
      partitionKey: text(partitionKey),
      sortKey: text(sortKey),
      projectionType: ProjectionType.ALL,
    });
    this.table = usedOf(this, kept, restored);
  }

  watchedBy(alarms: Alarms): void {
    raiseThrottles(alarms, this.node.id, this.table);
  }

  /** Adds events. DynamoDB knows no right to add without replacing: that an id is taken once is the adapter's care. */
  grantAppend(to: Grantee): void {
    to.allow(["dynamodb:PutItem"], [this.table.tableArn]);
    this.#key.grantItems(to);
  }

  grantInspection(to: Grantee): void {
    grantInspection(to, this.table);
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
