import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import type { RegardConfig } from "../functions/contract/config.ts";
import { builtPages } from "../functions/contract/pages.ts";
import { FONT_FILES } from "../functions/formats/export/fonts.ts";

const ROOT = resolve(import.meta.dirname, "..");
const PAGES = join(ROOT, "dist/web");

export const FUNCTIONS = ["identify", "record", "download", "on-change", "on-schedule", "publish-pages"] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** A folder for each function, ready to be its code, and the fingerprint of the pages that go out with them. */
export type Bundles = Readonly<Record<FunctionName, string>> & { readonly pagesVersion: string };

// Packages in CommonJS ask for Node's own modules through `require`, which a module does not have.
const REQUIRE =
  'import { createRequire as regardRequire } from "node:module"; const require = regardRequire(import.meta.url);';

/**
 * One folder for one function: `index.mjs` and its chunks. What is imported lazily stays in chunks of its own, so that
 * of the AWS clients only the credential provider that is needed gets loaded: a third of the start. The clients are
 * bundled: smaller than what the runtime would load, and of the version that was tested. No source map: it would be
 * read at every start, and the same commit makes the same bundle, so a map can be made when one is needed.
 */
const bundle = async (name: FunctionName, folder: string): Promise<void> => {
  await build({
    absWorkingDir: ROOT,
    entryPoints: { index: `functions/handlers/${name}.ts` },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    minify: true,
    legalComments: "none",
    banner: { js: REQUIRE },
    logLevel: "warning",
  });
};

/** Copies the built pages into `folder` and answers their fingerprint. */
const copyPages = (folder: string): string => {
  if (!existsSync(join(PAGES, "pages.json"))) throw new Error("The pages are not built: run npm run build first.");
  const manifest = readFileSync(join(PAGES, "pages.json"), "utf8");
  const files = ["pages.json", ...builtPages.parse(JSON.parse(manifest)).map(({ file }) => file)];
  const fingerprint = createHash("sha256");
  for (const file of files) {
    cpSync(join(PAGES, file), join(folder, file));
    fingerprint.update(readFileSync(join(PAGES, file)));
  }
  return fingerprint.digest("hex").slice(0, 16);
};

/** Bytes of code in a bundle, all chunks together. */
export const codeBytes = (folder: string): number =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".mjs"))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);

/**
 * Builds every function into a folder below `into`, with what it reads at run time beside it: the company's
 * configuration, the letter's fonts, the pages to publish. The same sources make the same bytes.
 *
 * @param into An empty folder.
 */
export const bundleFunctions = async (into: string, config: RegardConfig): Promise<Bundles> => {
  const folderOf = (name: FunctionName) => join(into, name);
  await Promise.all(FUNCTIONS.map((name) => bundle(name, folderOf(name))));
  for (const name of FUNCTIONS)
    if (name !== "publish-pages") writeFileSync(join(folderOf(name), "config.json"), JSON.stringify(config));
  for (const file of FONT_FILES)
    cpSync(join(ROOT, "node_modules", file), join(folderOf("download"), "node_modules", file));
  return {
    identify: folderOf("identify"),
    record: folderOf("record"),
    download: folderOf("download"),
    "on-change": folderOf("on-change"),
    "on-schedule": folderOf("on-schedule"),
    "publish-pages": folderOf("publish-pages"),
    pagesVersion: copyPages(join(folderOf("publish-pages"), "pages")),
  };
};
