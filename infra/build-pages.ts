import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod/mini";

export const PROJECT_ROOT = join(import.meta.dirname, "..");

const { resolve } = createRequire(import.meta.url);

/** Where a package lies: beside this project, or, where it is a workspace of another one, at the root of that. */
export const installed = (name: string): string => dirname(resolve(`${name}/package.json`));

const run = promisify(execFile);
const failure = z.object({ stdout: z.string(), stderr: z.string() });

interface Running {
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** Runs a script of the project with this Node. Throws with the tool's own output where it fails. */
export const runTool = async (name: string, args: readonly string[], { env, signal }: Running = {}): Promise<void> => {
  try {
    await run(process.execPath, args, {
      cwd: PROJECT_ROOT,
      env: { ...process.env, NODE_ENV: "production", ...env },
      signal,
      maxBuffer: 16 * 2 ** 20,
    });
  } catch (error) {
    signal?.throwIfAborted();
    const { stdout, stderr } = failure.parse(error);
    throw new Error(`${name} failed:\n${stdout}${stderr}`);
  }
};

/** Builds the pages of `regard.config.ts` into a folder, which is emptied before. Takes a second or two. */
export const buildPages = (into: string, signal?: AbortSignal): Promise<void> =>
  runTool(
    "Building the pages",
    [join(installed("vite"), "bin", "vite.js"), "build", ...["--outDir", into, "--emptyOutDir", "--logLevel", "warn"]],
    { signal },
  );
