import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod/mini";
import { type Assembly, makeAssembly, readAssembly } from "../../infra/local/assembly.ts";
import { freePort } from "../../infra/local/free-port.ts";
import { type RunningPortal, startPortal } from "../../infra/local/portal.ts";

const synthesise = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), "regard-bench-"));
  process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
  await makeAssembly(directory);
  return directory;
};
let synthesised: Promise<string> | undefined;
/** The stack of stage `local`, built once for all measurements of a run. */
const assemblyDir = (): Promise<string> => {
  synthesised ??= synthesise();
  return synthesised;
};

/** The whole portal with the sample company, for as long as `work` takes. */
export const withPortal = async <Result>(work: (portal: RunningPortal) => Promise<Result>): Promise<Result> => {
  const portal = await startPortal({ port: await freePort(), assemblyDir: await assemblyDir() });
  try {
    return await work(portal);
  } finally {
    await portal.stop();
  }
};

/** What was synthesised, with names of its own. */
export const portalAssembly = async (): Promise<Assembly> =>
  readAssembly(await assemblyDir(), {
    origin: "http://127.0.0.1:4000",
    suffix: "bench",
    issuer: "http://127.0.0.1:4001",
  });

const code = z.object({ Code: z.object({ S3Key: z.string() }) });

/** The folder of a function's bundle, as it would be uploaded. */
export const bundleOf = async (functionId: string): Promise<string> => {
  const assembly = await portalAssembly();
  const found = assembly.resources("AWS::Lambda::Function", code).find(({ id }) => id === functionId);
  if (found === undefined) throw new Error(`The template has no function ${functionId}.`);
  return assembly.assetOf(found.properties.Code.S3Key);
};
