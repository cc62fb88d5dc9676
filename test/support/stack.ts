import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import * as z from "zod/mini";
import type { RegardConfig } from "../../functions/contract/config.ts";
import type { Bundles, FUNCTIONS } from "../../infra/bundle.ts";
import { RegardPortal, type RegardPortalProps } from "../../infra/regard-portal.ts";
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
  Outputs: z._default(z.record(z.string(), z.object({ Value: z.unknown() })), {}),
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
    "keep-rows": folderOf("keep-rows"),
    "publish-pages": folderOf("publish-pages"),
    pagesVersion: "0123456789abcdef",
    pagePaths: ["/", "/address", "/not-found", "/fr", "/fr/address", "/fr/not-found"],
    pageStyles: ["'sha256-style'"],
  };
};

/** An app with the stacks of one stage in it, not yet synthesised. */
export const appOf = (
  stageName = "production",
  company: RegardConfig = config,
  options: Omit<RegardPortalProps, "stage" | "bundles"> = {},
): { app: App; regard: RegardPortal } => {
  const app = new App({ context: CONTEXT, outdir: mkdtempSync(join(tmpdir(), "regard-out-")) });
  const stage = stageOf(company, { REGARD_STAGE: stageName, REGARD_ORIGIN: "http://127.0.0.1:4000" });
  return { app, regard: new RegardPortal(app, "Regard", { stage, bundles: emptyBundles(), ...options }) };
};

const stackOutput = z.object({
  "Fn::GetStackOutput": z.object({ StackName: z.string(), OutputName: z.string() }),
});

const stackId = z.strictObject({ Ref: z.literal("AWS::StackId") });

/** The templates of one stage as one: what a stack asks of another stands where it asks for it. */
export const templateOf = (stageName = "production", company: RegardConfig = config) => {
  const { app, regard } = appOf(stageName, company);
  const stacks = app.synth().stacksRecursively;
  const outputs = new Map(
    stacks.flatMap((stack) =>
      Object.entries(template.parse(stack.template).Outputs).map(([name, { Value }]) => [
        `${stack.stackName}/${name}`,
        stackId.safeParse(Value).success ? stack.stackName : Value,
      ]),
    ),
  );
  const joined = (_: string, value: unknown): unknown => {
    const asked = stackOutput.safeParse(value);
    if (!asked.success) return value;
    const { StackName, OutputName } = asked.data["Fn::GetStackOutput"];
    return outputs.get(`${StackName}/${OutputName}`);
  };
  const templates = new Map(
    stacks.map(({ stackName, template: one }) => [stackName, template.parse(JSON.parse(JSON.stringify(one), joined))]),
  );
  const Resources = Object.fromEntries([...templates.values()].flatMap((one) => Object.entries(one.Resources)));
  return {
    resources: Resources,
    /** What the stack of what runs says of itself. */
    outputs: templates.get(regard.portal.stackName)?.Outputs ?? {},
    /** Ids of the resources of each stack. */
    stacks: Object.fromEntries([...templates].map(([name, one]) => [name, Object.keys(one.Resources)])),
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
