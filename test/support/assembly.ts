import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { makeAssembly } from "../../infra/local/assembly.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The stack of stage `local` as it was synthesised for this run. */
    assemblyDir: string;
  }
}

/** Where the first project of this run that asked left it for the others. */
const SHARED = "REGARD_TEST_ASSEMBLY";

/** Builds the pages and synthesises the stack, once for all tests that run it. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const made = process.env[SHARED];
  const assemblyDir = made ?? (await mkdtemp(join(tmpdir(), "regard-assembly-")));
  if (made === undefined) {
    await makeAssembly(assemblyDir);
    process.env[SHARED] = assemblyDir;
  }
  project.provide("assemblyDir", assemblyDir);
  return () => rm(assemblyDir, { recursive: true, force: true });
};
