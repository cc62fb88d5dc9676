import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "regard-config-"));
afterAll(() => rmSync(folder, { recursive: true }));
for (const name of ["functions", "node_modules", "package.json"]) symlinkSync(join(ROOT, name), join(folder, name));

const IMPORT = 'import { defineConfig } from "./functions/contract/define-config.ts";';
/** The project as somebody has it whose configuration is this text; undefined: who has none. */
const withConfig = (config: string | undefined) => {
  const file = join(folder, "regard.config.ts");
  rmSync(file, { force: true });
  if (config !== undefined) writeFileSync(file, config);
};
/** The command line of that project, in a process of its own; no portal runs. */
const run = async (...words: string[]) => {
  const flags = ["--preserve-symlinks", "--preserve-symlinks-main"];
  const child = spawn(process.execPath, [...flags, join(folder, "functions/cli/regard.ts"), ...words], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { REGARD_LOCAL_DIR: folder },
  });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  expect(stdout + stderr).not.toMatch(/^ {4}at /m);
  return { code, stdout, stderr };
};

const FAULTS: readonly (readonly [what: string, config: string | undefined, says: RegExp])[] = [
  ["is not there", undefined, /There is no such configuration\. To begin with one: npx regard init/],
  ["is empty", "", /regard\.config\.ts is not valid:/],
  [
    "has a wrong field",
    `${IMPORT}\nexport default defineConfig({ timezone: "x" });`,
    /\n +timezone: is no field .*timeZone/,
  ],
  ["is half written", `${IMPORT}\nexport default defineConfig({`, /regard\.config\.ts cannot be loaded: /],
  ["throws", 'throw new Error("no such file");', /regard\.config\.ts cannot be loaded: no such file/],
];

describe.each(FAULTS)("where regard.config.ts %s", (_, config, says) => {
  it("commands that need none do their work", async () => {
    withConfig(config);
    const overview = await run("--help");
    expect([overview.code, overview.stdout]).toEqual([0, expect.stringMatching(/^Usage: regard COMMAND/)]);
    expect((await run("record", "--help")).code).toBe(0);
    const init = await run("init");
    expect([init.code, init.stderr, init.stdout.includes(IMPORT)]).toEqual([0, "", true]);
    expect(await run("cost", "--accesses", "1e6", "--requests", "10")).toMatchObject({ code: 0, stderr: "" });
    const openapi = await run("openapi");
    expect([openapi.code, JSON.parse(openapi.stdout).openapi]).toEqual([0, "3.1.0"]);
    const due = await run("due", "--received", "2026-07-01", "--regime", "GB-ENG");
    expect([due.code, due.stdout]).toEqual([0, expect.stringContaining("Due by the end of Monday 3 August 2026")]);
    expect(due.stderr).toContain("regard.config.ts is left out with its holidays and its language");
  });

  it("the doctor says what to write, and whatever needs it says the same and does nothing", async () => {
    withConfig(config);
    const doctor = await run("doctor");
    expect([doctor.code, doctor.stdout]).toEqual([1, expect.stringMatching(says)]);
    expect(doctor.stdout).toMatch(/^to do {14}Configuration: [\s\S]+\n {19}→ .* and ask again/);
    for (const words of [
      ["record", "--customer", "C-1", "--format", "json"],
      ["quarantine", "list"],
      ["erase", "--list"],
    ]) {
      const { code, stdout, stderr } = await run(...words);
      expect([code, stdout, stderr]).toEqual([1, "", expect.stringMatching(/^(CONFIG_INVALID|FILE_UNREADABLE): /)]);
      expect(stderr).toMatch(says);
    }
  });
});

it("init writes a configuration that lacks the company's own decision and nothing else", async () => {
  const { stdout } = await run("init");
  withConfig(stdout);
  expect((await run("doctor")).stdout).toMatch(/\n +staffIdentity: is missing\. Write one of/);
  withConfig(stdout.replace("// staffIdentity", "staffIdentity"));
  expect((await run("doctor")).stderr).toBe("9 ok, 1 to do, 1 cannot be checked.\n");
  expect((await run("due", "--received", "2026-07-01", "--regime", "GB-ENG")).stderr).not.toContain("left out");
});
