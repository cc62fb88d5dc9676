/**
 * Everything that holds Regard to its word: `npm test`, or with `--quick` (`npm run check`) the part that needs no
 * engine, no stack and no browser. A static check counts as one test. Ends with the line `N passed, N failed`.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import * as z from "zod/mini";

const root = resolve(import.meta.dirname, "..");
const quick = process.argv.includes("--quick");

interface Check {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

const CHECKS: readonly Check[] = [
  { name: "types", command: ["tsc", "--noEmit"] },
  { name: "format and lint", command: ["biome", "ci", "."] },
  { name: "dead code", command: ["knip"] },
];
const SYNTH: Check = { name: "synth with cdk-nag", command: ["npm", "run", "--silent", "synth"] };

/** Runs one command; its output is shown only where it fails, unless it is `live`. */
const run = ({ name, command: [program, ...args] }: Check, live = false): Promise<boolean> =>
  new Promise((done) => {
    const from = Date.now();
    const child = spawn(program, args, {
      cwd: root,
      stdio: ["ignore", live ? "inherit" : "pipe", live ? "inherit" : "pipe"],
    });
    const output: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => output.push(chunk));
    child.once("error", (error) => output.push(Buffer.from(`${error.message}\n`)));
    child.once("close", (code) => {
      console.log(`${code === 0 ? "passed" : "FAILED"}  ${name}  (${((Date.now() - from) / 1000).toFixed(1)} s)`);
      if (code !== 0 && !live) process.stdout.write(Buffer.concat(output));
      done(code === 0);
    });
  });

const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  success: z.boolean(),
});

/**
 * The vitest projects `rooms` without the files in `except`; what vitest cannot count (a file that does not load) counts as
 * one failure.
 */
const runTests = async (
  rooms: readonly string[],
  except: readonly string[] = [],
): Promise<{ passed: number; failed: number }> => {
  const folder = mkdtempSync(join(tmpdir(), "regard-test-"));
  const outputFile = join(folder, "report.json");
  const projects = rooms.flatMap((room) => ["--project", room]);
  const name = `tests: ${rooms.join(", ")}`;
  const excluded = except.flatMap((files) => ["--exclude", files]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${outputFile}`];
  try {
    const succeeded = await run({ name, command: ["vitest", "run", ...projects, ...excluded, ...reporters] }, true);
    const { numPassedTests, numFailedTests, numPendingTests } = report.parse(
      JSON.parse(readFileSync(outputFile, "utf8")),
    );
    const failed = numFailedTests + numPendingTests;
    return { passed: numPassedTests, failed: succeeded || failed > 0 ? failed : 1 };
  } catch (error) {
    console.log(`No report of ${name}: ${error instanceof Error ? error.message : "unknown"}`);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const checks = await Promise.all(CHECKS.map((check) => run(check)));
if (!quick) checks.push(await run(SYNTH));
const tests = quick
  ? await runTests(["architecture", "unit"], ["test/unit/infra/**"])
  : await runTests(["architecture", "unit", "contract", "integration", "browser"]);
const passed = checks.filter(Boolean).length + tests.passed;
const failed = checks.filter((ok) => !ok).length + tests.failed;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
