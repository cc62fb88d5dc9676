import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import * as z from "zod/mini";
import config from "../regard.config.ts";
import { bundleFunctions, codeBytes, FUNCTIONS } from "./bundle.ts";
import { RegardPortal } from "./regard-portal.ts";
import { CONTEXT, stageOf } from "./stage.ts";

const restoredTable = z.optional(z.strictObject({ name: z.string(), streamArn: z.optional(z.string()) }));
/** By stage, in `context` of cdk.json after a restore, so that no later deployment goes back by itself. */
const restoredTables = z._default(
  z.record(z.string(), z.strictObject({ accessLog: restoredTable, portal: restoredTable })),
  {},
);

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
  const restored = restoredTables.parse(app.node.tryGetContext("restored"))[stage.name] ?? {};
  new RegardPortal(app, "Regard", { stage, bundles, restored });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  app.synth();
} finally {
  rmSync(folder, { recursive: true });
}
