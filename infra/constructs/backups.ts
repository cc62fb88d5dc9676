import { Aws, Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { BackupPlan, BackupPlanRule, BackupResource, BackupSelection, BackupVault } from "aws-cdk-lib/aws-backup";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Schedule } from "aws-cdk-lib/aws-events";
import { ManagedPolicy, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { AccessLogTable } from "./access-log-table.ts";
import type { Alarms } from "./alarms.ts";
import { keepsItsName } from "./logical-id.ts";
import type { PortalTable } from "./tables.ts";

/** As long as point-in-time recovery reaches, for the case that a table is gone with its recovery. */
const DAILY_KEPT = Duration.days(35);
/**
 * A mistake is found within a quarter, or not by a backup. Longer would keep what the retention has erased: a backup
 * forgets nothing before it ends (GDPR Art. 5(1)(e)).
 */
const MONTHLY_KEPT = Duration.days(92);

interface BackupsProps {
  readonly key: IKey;
  readonly tables: readonly (AccessLogTable | PortalTable)[];
  /** Nobody deletes a backup before its time, but whoever may change the vault's lock. */
  readonly locked: boolean;
}

/**
 * Both tables, every night and every month, in a vault under the company's key. Point-in-time recovery undoes a mistake
 * of the last 35 days to the second; these copies survive whoever deletes the tables.
 */
export class Backups extends Construct {
  readonly #vaultName: string;

  constructor(scope: Construct, id: string, { key, tables, locked }: BackupsProps) {
    super(scope, id);
    const vault = new BackupVault(this, "Vault", {
      // One name in the account and region, so the stage's.
      backupVaultName: Aws.STACK_NAME,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(locked && { lockConfiguration: { minRetention: Duration.days(1), maxRetention: MONTHLY_KEPT } }),
    });
    keepsItsName(vault, "BackupVault");
    this.#vaultName = vault.backupVaultName;
    const plan = new BackupPlan(this, "Plan", { backupPlanName: Aws.STACK_NAME, backupVault: vault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: "Daily",
        scheduleExpression: Schedule.cron({ hour: "1", minute: "0" }),
        deleteAfter: DAILY_KEPT,
      }),
    );
    plan.addRule(
      new BackupPlanRule({
        ruleName: "Monthly",
        scheduleExpression: Schedule.cron({ day: "1", hour: "2", minute: "0" }),
        deleteAfter: MONTHLY_KEPT,
      }),
    );
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
    new BackupSelection(this, "Selection", {
      backupPlan: plan,
      role,
      disableDefaultBackupPolicy: true,
      resources: tables.map(({ table }) => BackupResource.fromDynamoDbTable(table)),
    });
  }

  watchedBy(alarms: Alarms): void {
    alarms.raise("BackupsMissing", {
      metric: new Metric({
        namespace: "AWS/Backup",
        metricName: "NumberOfBackupJobsCompleted",
        dimensionsMap: { BackupVaultName: this.#vaultName },
        statistic: "Sum",
        period: Duration.days(1),
      }),
      below: true,
      periods: 2,
      impact:
        "No customer notices; but if the tables were lost today, the log of the last days could not be brought back.",
      runbook: "backups-are-missing",
    });
  }
}
