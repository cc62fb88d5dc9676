import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import * as z from "zod/mini";
import { PROJECT_ROOT } from "../../infra/build-pages.ts";

const stack = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z._default(z.unknown(), {}) })),
});
const manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      properties: z.optional(z.object({ stackName: z.optional(z.string()), templateFile: z.optional(z.string()) })),
    }),
  ),
});

let outdir: string;
const stacks = new Map<string, z.infer<typeof stack>["Resources"]>();
const resources = (name: string) => Object.values(stacks.get(name) ?? {});

beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), "regard-company-"));
  // As the company's own `cdk synth` would: another process, which knows Regard by its package's name alone.
  await promisify(execFile)(process.execPath, [join("infra", "example", "company-app.ts")], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, CDK_OUTDIR: outdir, REGARD_PAGES: join(inject("assemblyDir"), "pages") },
  });
  const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(outdir, file), "utf8"));
  for (const [id, { properties }] of Object.entries(manifest.parse(await read("manifest.json")).artifacts))
    if (properties?.templateFile !== undefined)
      stacks.set(properties.stackName ?? id, stack.parse(await read(properties.templateFile)).Resources);
});
afterAll(() => rm(outdir, { recursive: true, force: true }));

describe("the portal in a company's own CDK app", () => {
  it("is three stacks beside the company's", () => {
    expect([...stacks.keys()].sort()).toEqual([
      "Regard-production",
      "Regard-production-data",
      "Regard-production-edge",
      "Security",
    ]);
  });

  it("lies under the company's key, which lets its logs and alarms in, and makes none of its own", () => {
    const types = [...stacks.values()].flatMap(Object.values).map(({ Type }) => Type);
    expect(types.filter((type) => type === "AWS::KMS::Key")).toHaveLength(1);
    const [key] = resources("Security").filter(({ Type }) => Type === "AWS::KMS::Key");
    const policy = JSON.stringify(key?.Properties);
    expect(policy).toContain(":log-group:Regard-production-*");
    expect(policy).toContain("cloudwatch.amazonaws.com");
    for (const table of resources("Regard-production-data").filter(({ Type }) => Type === "AWS::DynamoDB::Table"))
      expect(JSON.stringify(table.Properties)).toMatch(/"KMSMasterKeyId":\{"Fn::ImportValue":"Security:/);
  });

  it("rings where the company's people listen, and makes no topic", () => {
    const alarms = resources("Regard-production").filter(({ Type }) => Type === "AWS::CloudWatch::Alarm");
    expect(alarms.length).toBeGreaterThan(20);
    for (const { Properties } of alarms)
      expect(Properties).toMatchObject({ AlarmActions: ["arn:aws:sns:eu-west-1:111122223333:on-call"] });
    expect(resources("Regard-production").filter(({ Type }) => Type === "AWS::SNS::Topic")).toEqual([]);
  });
});
