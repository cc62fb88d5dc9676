import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import * as z from "zod/mini";
import type { RegardConfig } from "../../functions/contract/config.ts";
import type { Bundles, FUNCTIONS } from "../../infra/bundle.ts";
import { Portal } from "../../infra/portal.ts";
import { CONTEXT, stageOf } from "../../infra/stage.ts";
import config from "../../regard.config.ts";

const resource = z.object({
  Type: z.string(),
  Properties: z._default(z.record(z.string(), z.unknown()), {}),
  DeletionPolicy: z.optional(z.string()),
  UpdateReplacePolicy: z.optional(z.string()),
});
const template = z.object({
  Resources: z.record(z.string(), resource),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })),
});

/** Code of functions that nobody runs: what a template says does not hang on what a bundle holds. */
const emptyBundles = (): Bundles => {
  const folder = mkdtempSync(join(tmpdir(), "regard-code-"));
  const folderOf = (name: (typeof FUNCTIONS)[number]) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "index.mjs"), `// ${name}`);
    return join(folder, name);
  };
  return {
    identify: folderOf("identify"),
    record: folderOf("record"),
    download: folderOf("download"),
    desk: folderOf("desk"),
    matters: folderOf("matters"),
    "on-change": folderOf("on-change"),
    "on-schedule": folderOf("on-schedule"),
    "count-month": folderOf("count-month"),
    intake: folderOf("intake"),
    "on-event": folderOf("on-event"),
    "publish-pages": folderOf("publish-pages"),
    pagesVersion: "0123456789abcdef",
    pagePaths: ["/", "/address", "/not-found", "/fr", "/fr/address", "/fr/not-found"],
    pageStyles: ["'sha256-style'"],
  };
};

/** An app with the stack of one stage in it, not yet synthesised. */
export const appOf = (stageName = "production", company: RegardConfig = config): { app: App; portal: Portal } => {
  const app = new App({ context: CONTEXT, outdir: mkdtempSync(join(tmpdir(), "regard-out-")) });
  const stage = stageOf(company, { REGARD_STAGE: stageName, REGARD_ORIGIN: "http://127.0.0.1:4000" });
  return { app, portal: new Portal(app, stage, emptyBundles()) };
};

/** The template of one stage. */
export const templateOf = (stageName = "production", company: RegardConfig = config) => {
  const { app, portal } = appOf(stageName, company);
  const { Resources, Outputs } = template.parse(app.synth().getStackArtifact(portal.artifactId).template);
  return {
    resources: Resources,
    outputs: Outputs,
    /** Logical id and properties of all resources of a type. */
    ofType: (type: string) => Object.entries(Resources).filter(([, { Type }]) => Type === type),
  };
};

/** A value of a template as people read it: references by name, joins joined. */
export const readable = (value: unknown): string => {
  const one = z.union([
    z.string(),
    z.pipe(
      z.strictObject({ Ref: z.string() }),
      z.transform(({ Ref }) => Ref),
    ),
    z.pipe(
      z.strictObject({ "Fn::GetAtt": z.tuple([z.string(), z.string()]) }),
      z.transform(({ "Fn::GetAtt": [id, name] }) => (name === "Arn" ? id : `${id}.${name}`)),
    ),
    z.pipe(
      z.strictObject({ "Fn::Join": z.tuple([z.string(), z.array(z.unknown())]) }),
      z.transform(({ "Fn::Join": [separator, parts] }) => parts.map(readable).join(separator)),
    ),
  ]);
  return one.parse(value);
};
