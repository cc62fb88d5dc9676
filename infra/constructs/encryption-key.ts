import { Aws, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { type IKey, Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { Grantee } from "./grantee.ts";
import { keepsItsName } from "./logical-id.ts";

/** The company's own key: for the tables, the secret, the logs and the alarms' topic. Kept when the stack goes. */
export class EncryptionKey extends Construct {
  readonly key: IKey;

  /**
   * @param props.logsOf The stack whose functions write their logs under this key.
   * @param props.existing Taken instead of a new one. Where it was made outside of the app, its policy has to say
   * already what is added below.
   */
  constructor(
    scope: Construct,
    id: string,
    { logsOf, existing }: { readonly logsOf: string; readonly existing?: IKey | undefined },
  ) {
    super(scope, id);
    const key = existing ?? this.#made();
    this.key = key;
    const here = { "aws:SourceAccount": Aws.ACCOUNT_ID };
    // In a key's own policy the resource "*" means this key (KMS Developer Guide, "Key policies").
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: "LogsOfThisStack",
        principals: [new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
        actions: [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncryptFrom",
          "kms:ReEncryptTo",
          "kms:GenerateDataKey",
          "kms:DescribeKey",
        ],
        resources: ["*"],
        conditions: {
          ArnLike: {
            "kms:EncryptionContext:aws:logs:arn": `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:${logsOf}-*`,
          },
        },
      }),
    );
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: "AlarmsOfThisAccount",
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: ["*"],
        conditions: { StringEquals: here },
      }),
    );
  }

  #made(): Key {
    const key = new Key(this, "Key", {
      description: `Encrypts what ${Aws.STACK_NAME} keeps`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    keepsItsName(key, "EncryptionKey");
    return key;
  }

  /** Reads and writes items under the key, through DynamoDB only. */
  grantItems(to: Grantee): void {
    this.#grant(to, "dynamodb", ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"]);
  }

  /** Reads items under the key, through DynamoDB only. */
  grantReadOfItems(to: Grantee): void {
    this.#grant(to, "dynamodb", ["kms:Decrypt", "kms:DescribeKey"]);
  }

  /** Sees how the key stands and whom it lets in. */
  grantInspection(to: Grantee): void {
    to.allow(["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus"], [this.key.keyArn]);
  }

  /** Reads a secret under the key, through Secrets Manager only. */
  grantSecret(to: Grantee): void {
    this.#grant(to, "secretsmanager", ["kms:Decrypt"]);
  }

  #grant(to: Grantee, service: string, actions: string[]): void {
    to.allow(actions, [this.key.keyArn], {
      StringEquals: { "kms:ViaService": `${service}.${Aws.REGION}.amazonaws.com` },
    });
  }
}
