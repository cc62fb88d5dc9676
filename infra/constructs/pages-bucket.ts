import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { keepsItsName } from "./logical-id.ts";

/** Public pages and nothing else, so it goes with the stack and needs no key of ours. Only CloudFront may read it. */
export class PagesBucket extends Bucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: RemovalPolicy.DESTROY,
    });
    keepsItsName(this, "PagesBucket");
    Validations.of(this).acknowledge({
      id: "AwsSolutions-S1",
      reason: "It holds the built pages only, which everybody may see; no person and no request can be read from it.",
    });
  }

  /** The CDK leaves this open, and its own interface does not take that under exactOptionalPropertyTypes. */
  override get isWebsite(): boolean {
    return false;
  }
}
