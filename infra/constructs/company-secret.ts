import { RemovalPolicy, Validations } from "aws-cdk-lib";
import { CfnSecret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import type { EncryptionKey } from "./encryption-key.ts";
import type { Grantee } from "./grantee.ts";

/** The secret from which every keyed hash and seal is derived (functions/adapters/keyring.ts). */
export class CompanySecret extends Construct {
  /** The secret's ARN, which is also its id. */
  readonly id: string;
  readonly #key: EncryptionKey;

  constructor(scope: Construct, id: string, key: EncryptionKey) {
    super(scope, id);
    this.#key = key;
    const secret = new CfnSecret(this, "Secret", {
      description: "Regard: customers' identities are hashed under keys derived from this. Losing it orphans the log.",
      kmsKeyId: key.key.keyArn,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    secret.overrideLogicalId("CompanySecret");
    secret.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.id = secret.ref;
    Validations.of(secret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason:
        "Customers are known in the access log by hashes under this secret only: with a new one, no customer's past accesses could be found again.",
    });
  }

  /** Sees whether the secret is there, and not what it is. */
  grantInspection(to: Grantee): void {
    to.allow(["secretsmanager:DescribeSecret"], [this.id]);
  }

  grantRead(to: Grantee): void {
    to.allow(["secretsmanager:GetSecretValue"], [this.id]);
    this.#key.grantSecret(to);
  }
}
