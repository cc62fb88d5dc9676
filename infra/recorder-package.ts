/**
 * `npm run recorder`: the recorder as a package of its own, for back-office systems that run JavaScript on Node 20 and
 * know nothing of this project. It has the project's name, so that `regard/recorder` is the same import everywhere.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { build } from "esbuild";
import * as z from "zod/mini";

const ROOT = resolve(import.meta.dirname, "..");
const SOURCES = "functions/recorder";
/** What may be imported: `regard/recorder`, and `regard/recorder/express` and so on. */
const ENTRIES = ["recorder", "express", "fastify", "hono", "nestjs"] as const;

const manifest = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** Not minified: whoever lets it near their customers' data should be able to read it. */
const bundle = async (into: string): Promise<void> => {
  await build({
    absWorkingDir: ROOT,
    entryPoints: Object.fromEntries(ENTRIES.map((name) => [name, `${SOURCES}/${name}.ts`])),
    outdir: into,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "warning",
  });
};

/** The event's type written out, so that the package's types need neither the contract nor zod. */
const EVENT = `
  import type { AccessEventInput } from "../../functions/contract/access-event.ts";
  declare const plain: <T>() => { [K in keyof T]: T[K] };
  export const event = plain<AccessEventInput>();
`;

/** Runs the compiler for declarations alone: of `files`, all below `folder`, into `folder`/out. */
const declarationsOf = (folder: string, rootDir: string, files: readonly string[], options: object = {}): void => {
  const compilerOptions = { noEmit: false, declaration: true, emitDeclarationOnly: true, outDir: "out", rootDir };
  const project = {
    extends: "../../tsconfig.json",
    compilerOptions: { ...compilerOptions, ...options },
    include: [],
    files,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(project));
  const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "-p", folder], { stdio: "inherit" });
};

/** The types, and with them the promise that the code uses nothing that Node 20 lacks. */
const declare = (into: string): void => {
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, "dist/types-"));
  try {
    writeFileSync(join(folder, "event.ts"), EVENT);
    declarationsOf(folder, "../..", ["event.ts"]);
    const event = readFileSync(join(folder, "out", relative(ROOT, folder), "event.d.ts"), "utf8");
    const written = /export declare const event: (\{.*\});/s.exec(event)?.[1];
    if (!written) throw new Error("The access event's type could not be written out.");

    cpSync(join(ROOT, SOURCES), join(folder, "recorder"), { recursive: true });
    mkdirSync(join(folder, "contract"));
    writeFileSync(join(folder, "contract/access-event.ts"), `export type AccessEventInput = ${written};\n`);
    const entries = ENTRIES.map((name) => `recorder/${name}.ts`);
    declarationsOf(folder, ".", entries, { target: "es2023", lib: ["es2023", "dom"] });
    for (const file of readdirSync(join(folder, "out"), { recursive: true, encoding: "utf8" })) {
      if (!/^(recorder|contract)\/.*\.d\.ts$/.test(file)) continue;
      const text = readFileSync(join(folder, "out", file), "utf8");
      const linked = text.replaceAll(/"(?:\.\/|\.\.\/contract\/)([a-z-]+)\.ts"/g, '"./$1.js"');
      writeFileSync(join(into, basename(file)), linked);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/**
 * Builds the package. The same sources make the same bytes.
 * @param into An empty folder, or one that does not exist.
 */
export const buildRecorder = async (into: string): Promise<void> => {
  mkdirSync(into, { recursive: true });
  await bundle(into);
  declare(into);
  const { name, version, license } = manifest.parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
  const entry = (file: string) => ({ types: `./${file}.d.ts`, default: `./${file}.js` });
  const exported = ENTRIES.map((file) => [file === "recorder" ? "./recorder" : `./recorder/${file}`, entry(file)]);
  const described = {
    ...{ name, version, license, type: "module", sideEffects: false, engines: { node: ">=20.19" } },
    description: "Records who looked at whose data before the data is shown.",
    exports: Object.fromEntries(exported),
  };
  writeFileSync(join(into, "package.json"), `${JSON.stringify(described, undefined, 2)}\n`);
  for (const file of ["LICENSE", "RECORDER.md"])
    cpSync(join(ROOT, file), join(into, file === "LICENSE" ? file : "README.md"));
};

if (import.meta.main) {
  const into = join(ROOT, "dist/recorder");
  rmSync(into, { recursive: true, force: true });
  await buildRecorder(into);
}
