import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Stack } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { RegardPortal } from "regard";
import { bundleFunctions } from "regard/bundle";
import config from "regard/config";
import { stageOf } from "regard/stage";

/**
 * The portal within a company's own CDK app, with a key and an on-call topic that are there already; see "In a CDK app of
 * your own" in OPERATIONS.md.
 */
const app = new App();
const security = new Stack(app, "Security");
const encryptionKey = new Key(security, "CustomerData", { enableKeyRotation: true });
const alarmTopic = Topic.fromTopicArn(security, "OnCall", "arn:aws:sns:eu-west-1:111122223333:on-call");

const stage = stageOf(config, {});
const code = mkdtempSync(join(tmpdir(), "regard-"));
try {
  const bundles = await bundleFunctions(code, stage.config, process.env["REGARD_PAGES"]);
  new RegardPortal(app, "Regard", { stage, bundles, encryptionKey, alarmTopic });
  app.synth();
} finally {
  rmSync(code, { recursive: true });
}
