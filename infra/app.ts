import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import config from "../regard.config.ts";
import { bundleFunctions, codeBytes, FUNCTIONS } from "./bundle.ts";
import { RegardPortal } from "./regard-portal.ts";
import { CONTEXT, stageOf } from "./stage.ts";

/**
 * Writes the cloud assembly of one stage to `cdk.out` (or `CDK_OUTDIR`). Needs neither an AWS account nor a network,
 * and fails on any finding of cdk-nag that no construct acknowledges with its reason.
 */
const app = new App({ analyticsReporting: false, treeMetadata: false, context: CONTEXT });
const stage = stageOf(config, {
  REGARD_STAGE: app.node.tryGetContext("stage") ?? process.env["REGARD_STAGE"],
  REGARD_ORIGIN: process.env["REGARD_ORIGIN"],
});

const folder = mkdtempSync(join(tmpdir(), "regard-"));
try {
  const bundles = await bundleFunctions(folder, stage.config, process.env["REGARD_PAGES"]);
  const sizes = FUNCTIONS.map((name) => `${name} ${Math.round(codeBytes(bundles[name]) / 1024)} KB`);
  process.stderr.write(`Bundles: ${sizes.join(", ")}\n`);
  new RegardPortal(app, "Regard", { stage, bundles });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  app.synth();
} finally {
  rmSync(folder, { recursive: true });
}
