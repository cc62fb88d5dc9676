import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { INTAKE_ROUTES } from "../../functions/contract/intake-api.ts";
import { buildRecorder } from "../../infra/recorder-package.ts";
import { serveHere } from "../support/loopback.ts";

/** A back-office system: the package, and nothing else of this project. */
const system = mkdtempSync(join(tmpdir(), "regard-system-"));
const installed = join(system, "node_modules/regard");
await buildRecorder(installed);
const files = readdirSync(installed).sort();
const code = files.filter((file) => file.endsWith(".js"));
const textOf = (file: string) => readFileSync(join(installed, file), "utf8");

/** Every Node on this computer's path: the one that runs the tests, and what the system has. */
const NODES = [
  ...new Set([process.execPath, ...(process.env["PATH"] ?? "").split(delimiter).map((at) => join(at, "node"))]),
]
  .filter((node) => {
    try {
      accessSync(node, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  })
  .map((node) => realpathSync(node))
  .map((node) => ({ node, version: execFileSync(node, ["--version"], { encoding: "utf8" }).trim() }))
  .filter(({ version }, n, all) => all.findIndex((one) => one.version === version) === n);

const bodies: string[] = [];
const intake = await serveHere(async (request, response) => {
  bodies.push(await text(request));
  response.end(JSON.stringify({ results: [{ outcome: "accepted" }] }));
});
afterAll(intake.stop);
const env = {
  REGARD_INTAKE: intake.endpoint,
  ...{ AWS_REGION: "eu-west-1", AWS_ACCESS_KEY_ID: "A", AWS_SECRET_ACCESS_KEY: "s" },
};

const LOOK = `{ customer: "C-1", employee: { id: "E-1" }, purpose: "BILLING", case: { type: "order", id: "O-1" } }`;
const PROGRAM = `
  const recorder = createRecorder({ source: "orders-desk" });
  recorder.withAccess(${LOOK}, () => "shown").then(console.log);
`;

describe("the recorder's package", () => {
  it.each(NODES)("runs as JavaScript on Node $version, as a module and from CommonJS", async ({ node }) => {
    writeFileSync(join(system, "esm.mjs"), `import { createRecorder } from "regard/recorder";${PROGRAM}`);
    writeFileSync(join(system, "cjs.cjs"), `const { createRecorder } = require("regard/recorder");${PROGRAM}`);
    for (const program of ["esm.mjs", "cjs.cjs"]) {
      const { stdout } = await promisify(execFile)(node, [join(system, program)], { env });
      expect(stdout.trim()).toBe("shown");
      const { events } = INTAKE_ROUTES.sendAccessEvents.body.parse(JSON.parse(bodies.at(-1) ?? ""));
      expect(events).toEqual([expect.objectContaining({ customerId: "C-1", purpose: "BILLING" })]);
    }
  });

  it("needs nothing but Node: no package, no zod, no AWS SDK, in less than 32 KB", () => {
    const imported = code.flatMap((file) =>
      [...textOf(file).matchAll(/(?:from|import\(?) ?"([^"]+)"/g)].map(([, name]) => name),
    );
    expect(imported.filter((name) => !name?.startsWith("node:") && !name?.startsWith("./"))).toEqual([]);
    expect(JSON.parse(textOf("package.json"))).not.toHaveProperty("dependencies");
    expect(code.reduce((sum, file) => sum + textOf(file).length, 0)).toBeLessThan(32 * 1024);
  });

  it("has types of its own, which a system compiles strictly and without our contract", async () => {
    const program = `
      import { createRecorder, RecorderError } from "regard/recorder";
      import { recordAccess } from "regard/recorder/hono";
      const recorder = createRecorder({ source: "orders-desk" });
      export const shown: Promise<number> = recorder.withAccess(${LOOK}, () => 1);
      export const guard = recordAccess(recorder, (id: string) => ({ ...${LOOK}, customer: id }));
      export const failed = (error: unknown) => error instanceof RecorderError && error.code === "ACCESS_NOT_RECORDED";
      // @ts-expect-error: a look says why
      recorder.record({ customer: "C-1", employee: { id: "E-1" } });
      // @ts-expect-error: an action that does not exist
      recorder.record({ ...${LOOK}, action: "peek" });
    `;
    mkdirSync(join(system, "src"), { recursive: true });
    writeFileSync(join(system, "src/program.ts"), program);
    const options = {
      strict: true,
      noEmit: true,
      module: "nodenext",
      target: "es2023",
      lib: ["es2023", "dom"],
      types: [],
    };
    writeFileSync(join(system, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["src"] }));
    const compiler = resolve("node_modules/typescript/bin/tsc");
    const compiled = promisify(execFile)(process.execPath, [compiler, "-p", system]);
    await expect(compiled).resolves.toMatchObject({ stdout: "" });
  });

  it("is the same, byte for byte, when it is built again", async () => {
    const again = mkdtempSync(join(tmpdir(), "regard-again-"));
    await buildRecorder(again);
    const hash = (folder: string) =>
      files.map((file) =>
        createHash("sha256")
          .update(readFileSync(join(folder, file)))
          .digest("hex"),
      );
    expect(readdirSync(again).sort()).toEqual(files);
    expect(hash(again)).toEqual(hash(installed));
  });
});
