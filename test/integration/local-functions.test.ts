import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { Assembly } from "../../infra/local/assembly.ts";
import { type Functions, functionsOf } from "../../infra/local/functions.ts";

const CODE = `
  let calls = 0;
  export const handler = async ({ act }) => {
    calls += 1;
    if (act === "throw") throw new Error("thrown on purpose");
    if (act === "exit") process.exit(3);
    if (act === "hang") await new Promise(() => {});
    if (act === "say") console.log("a line of its own");
    return { calls, environment: process.env };
  };`;

const seen = z.object({ environment: z.record(z.string(), z.string()) });

let directory: string;
let functions: Functions;
const lines: string[] = [];
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "regard-function-"));
  await writeFile(join(directory, "index.mjs"), CODE);
  const Properties = {
    Code: { S3Key: "code.zip" },
    Handler: "index.handler",
    Timeout: 1,
    MemorySize: 128,
    Environment: { Variables: { TABLE: "its-own" } },
  };
  const assembly: Assembly = {
    resources: (_, schema) => [{ id: "Tried", properties: schema.parse(Properties) }],
    output: () => "",
    assetOf: () => directory,
  };
  functions = functionsOf(assembly, () => ({ AWS_REGION: "nowhere" }), {
    line: (part, text) => lines.push(`${part}: ${text}`),
    follow: (part, stream) => stream.on("data", (chunk) => lines.push(`${part}: ${chunk}`)),
    close: async () => {},
  });
});
afterAll(async () => {
  await functions.stop();
  await rm(directory, { recursive: true });
});

const invoke = (act: string) => functions.invoke("Tried", { act });

describe("a function of the template", () => {
  it("sees its own environment and nothing of its surroundings", async () => {
    const { environment } = seen.parse(await invoke("look"));
    expect(environment).toMatchObject({ AWS_REGION: "nowhere", TABLE: "its-own" });
    expect(Object.keys(environment).filter((name) => name in process.env && name !== "AWS_REGION")).toEqual([]);
  });

  it("keeps its process between events, and its lines go to the log under its name", async () => {
    expect(await invoke("say")).toMatchObject({ calls: 2 });
    await expect.poll(() => lines).toContain("Tried: a line of its own\n");
  });

  it("answers the next event after it threw, ended or took longer than its timeout", async () => {
    await expect(invoke("throw")).rejects.toThrow("thrown on purpose");
    expect(await invoke("look")).toMatchObject({ calls: 4 });
    await expect(invoke("exit")).rejects.toThrow("ended before it answered");
    expect(await invoke("look")).toMatchObject({ calls: 1 });
    await expect(invoke("hang")).rejects.toThrow("ended before it answered");
    expect(lines).toContain("Tried: Task timed out after 1 seconds");
    expect(await invoke("look")).toMatchObject({ calls: 1 });
  });

  it("gets processes of its own for events at the same time, one event each", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => invoke("look")));
    expect(answers).toHaveLength(3);
    expect(functions.processIds("Tried")).toHaveLength(3);
  });
});
