import { Stack } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { AccessLogTable } from "./constructs/access-log-table.ts";
import { Backups } from "./constructs/backups.ts";
import { CompanySecret } from "./constructs/company-secret.ts";
import { EncryptionKey } from "./constructs/encryption-key.ts";
import { StaffSignIn } from "./constructs/staff-sign-in.ts";
import { PortalTable, type RestoredTable } from "./constructs/tables.ts";
import { type Stage, stackNameOf } from "./stage.ts";

export interface DataOptions {
  /** A key that the company has already; without it, one is made. */
  readonly encryptionKey?: IKey | undefined;
  /** Tables that were restored from a backup, in place of the stack's own. */
  readonly restored?: { readonly accessLog?: RestoredTable | undefined; readonly portal?: RestoredTable | undefined };
  /** Nobody deletes a backup before its time. Default false. */
  readonly lockBackups?: boolean | undefined;
}

/**
 * What Regard keeps, in a stack of its own: a release of the functions and pages never touches it, and it outlives the
 * portal. Everything in it has a logical id that a test holds.
 */
export class Data extends Stack {
  readonly key: EncryptionKey;
  readonly accessLog: AccessLogTable;
  readonly portal: PortalTable;
  readonly secret: CompanySecret;
  readonly staff: StaffSignIn;
  readonly backups: Backups;

  constructor(scope: Construct, stage: Stage, options: DataOptions = {}) {
    super(scope, "Data", {
      stackName: `${stackNameOf(stage)}-data`,
      description: `What Regard keeps for ${stage.config.brand.name} (${stage.name})`,
      terminationProtection: stage.name !== "local",
    });
    this.key = new EncryptionKey(this, "EncryptionKey", {
      logsOf: stackNameOf(stage),
      existing: options.encryptionKey,
    });
    this.accessLog = new AccessLogTable(this, "AccessLogTable", this.key, {
      own: stage.config.ownLog,
      restored: options.restored?.accessLog,
    });
    this.portal = new PortalTable(this, "PortalTable", this.key, options.restored?.portal);
    this.secret = new CompanySecret(this, "CompanySecret", this.key);
    this.staff = new StaffSignIn(this, "StaffSignIn", stage);
    this.backups = new Backups(this, "Backups", {
      key: this.key.key,
      accessLog: this.accessLog,
      portal: this.portal,
      locked: options.lockBackups ?? false,
    });
  }
}
