import { Aws, Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { BackupPlan, BackupPlanRule, BackupResource, BackupSelection, BackupVault } from "aws-cdk-lib/aws-backup";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Schedule } from "aws-cdk-lib/aws-events";
import { ManagedPolicy, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { AccessLogTable } from "./access-log-table.ts";
import { type Alarms, sumOf } from "./alarms.ts";
import { keepsItsName } from "./logical-id.ts";
import type { PortalTable } from "./tables.ts";

/**
 * As long as point-in-time recovery reaches, so that nothing anywhere brings back what was erased longer ago. A backup
 * forgets nothing before it ends (GDPR Art. 5(1)(e)).
 */
const KEPT = Duration.days(35);
const ONE_DAY = Duration.days(1);

/**
 * Each backup of a DynamoDB table is a whole one. The portal's table is small, and nobody sends again what is in it; the
 * log is large, and its sources can send a week of it again.
 */
const NIGHTLY = Schedule.cron({ hour: "1", minute: "0" });
const WEEKLY = Schedule.cron({ weekDay: "SUN", hour: "2", minute: "0" });

interface BackupsProps {
  readonly key: IKey;
  readonly accessLog: AccessLogTable;
  readonly portal: PortalTable;
  /** Nobody deletes a backup before its time, but whoever may change the vault's lock. */
  readonly locked: boolean;
}

/**
 * The portal's table every night and the log every week, in a vault under the company's key. Point-in-time recovery
 * undoes a mistake of the last 35 days to the second; these copies survive whoever deletes the tables.
 */
export class Backups extends Construct {
  readonly #vaultName: string;

  constructor(scope: Construct, id: string, { key, accessLog, portal, locked }: BackupsProps) {
    super(scope, id);
    const vault = new BackupVault(this, "Vault", {
      // One name in the account and region, so the stage's.
      backupVaultName: Aws.STACK_NAME,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(locked && { lockConfiguration: { minRetention: Duration.days(1), maxRetention: KEPT } }),
    });
    keepsItsName(vault, "BackupVault");
    this.#vaultName = vault.backupVaultName;
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("backup.amazonaws.com"),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName("service-role/AWSBackupServiceRolePolicyForBackup")],
    });
    keepsItsName(role, "BackupRole");
    Validations.of(role).acknowledge({
      id: "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]",
      reason:
        "AWS Backup alone can take this role, and AWS keeps the policy in step with what its service needs. One written here would fail silently at the first change, and no code of ours ever has it.",
    });
    for (const [name, { table }, scheduleExpression] of [
      ["Nightly", portal, NIGHTLY],
      ["Weekly", accessLog, WEEKLY],
    ] as const) {
      const backupPlan = new BackupPlan(this, `${name}Plan`, {
        backupPlanName: `${Aws.STACK_NAME}-${name.toLowerCase()}`,
        backupVault: vault,
        backupPlanRules: [new BackupPlanRule({ ruleName: name, scheduleExpression, deleteAfter: KEPT })],
      });
      new BackupSelection(this, `${name}Selection`, {
        backupPlan,
        role,
        disableDefaultBackupPolicy: true,
        resources: [BackupResource.fromDynamoDbTable(table)],
      });
    }
  }

  #jobs(state: "Aborted" | "Completed" | "Expired" | "Failed"): Metric {
    return new Metric({
      namespace: "AWS/Backup",
      metricName: `NumberOfBackupJobs${state}`,
      dimensionsMap: { BackupVaultName: this.#vaultName },
      statistic: "Sum",
      period: ONE_DAY,
    });
  }

  watchedBy(alarms: Alarms): void {
    const lost = "if the tables were lost today, the last days could not be brought back.";
    alarms.raise("BackupsMissing", {
      metric: this.#jobs("Completed"),
      below: true,
      periods: 2,
      impact: `No customer notices; but ${lost}`,
      runbook: "backups-are-missing",
    });
    // No alarm can wait for a whole week, so the log's copies are heard of where they fail.
    alarms.raise("BackupsFailed", {
      metric: sumOf(
        "Backups that were not made",
        { failed: this.#jobs("Failed"), expired: this.#jobs("Expired"), aborted: this.#jobs("Aborted") },
        ONE_DAY,
      ),
      impact: `No customer notices; but a copy was not made, and ${lost}`,
      runbook: "backups-are-missing",
    });
  }
}
