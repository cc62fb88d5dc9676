import { CustomResource, Validations } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { HouseFunction } from "./house-function.ts";
import type { PagesBucket } from "./pages-bucket.ts";

interface PublishedPagesProps {
  readonly bucket: PagesBucket;
  readonly publisher: HouseFunction;
  readonly version: string;
}

/**
 * The built pages in their bucket, each version in a folder of its own. CloudFormation fills the new folder, then moves
 * the distribution over, and removes the old folder only when the whole update is through; if it fails, the old
 * folder is still there to go back to.
 */
export class PublishedPages extends Construct {
  readonly folder: string;

  constructor(scope: Construct, id: string, { bucket, publisher, version }: PublishedPagesProps) {
    super(scope, id);
    this.folder = version;
    publisher.allow(["s3:PutObject", "s3:DeleteObject"], [bucket.arnForObjects("*")]);
    publisher.allow(["s3:ListBucket"], [bucket.bucketArn]);
    Validations.of(publisher).acknowledge({
      id: "AwsSolutions-IAM5[Resource::<PagesBucket.Arn>/*]",
      reason: "The names of the pages' files change with every build, and there is nothing else in the bucket.",
    });
    const resource = new CustomResource(this, "Pages", {
      resourceType: "Custom::PublishedPages",
      serviceToken: publisher.lambda.functionArn,
      properties: { Bucket: bucket.bucketName, Folder: version },
    });
    // Also on the way down: emptying the bucket is the last act that needs the permission.
    resource.node.addDependency(publisher);
  }
}
