import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { RegardConfig } from "../functions/contract/config.ts";
import { ASSETS, builtPages } from "../functions/contract/pages.ts";
import { letterLogoFile } from "../functions/domain/logo/letter-logo-file.ts";
import { FONT_FILES, FONT_PACKAGE } from "../functions/formats/export/fonts.ts";
import { LETTER_LOGO, letterLogo } from "../functions/formats/export/letter-logo.ts";
import { buildPages, installed, PROJECT_ROOT as ROOT } from "./build-pages.ts";

export const FUNCTIONS = [
  "identify",
  "record",
  "download",
  "desk",
  "matters",
  "on-change",
  "on-schedule",
  "count-month",
  "intake",
  "on-event",
  "keep-rows",
  "publish-pages",
] as const;
/** They carry the fonts of what they print. */
const WRITE_PDFS = ["download", "desk"] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** A folder for each function, ready to be its code, and the fingerprint of the pages that go out with them. */
export interface Bundles extends Readonly<Record<FunctionName, string>> {
  readonly pagesVersion: string;
  /** Every path that a person may ask for: all but the assets. */
  readonly pagePaths: readonly string[];
  /** Every style that stands in a page, as a content security policy names it: `'sha256-…'`. */
  readonly pageStyles: readonly string[];
}

/**
 * One folder for one function: `index.mjs` and its chunks; what is imported lazily is loaded when it is needed. The AWS
 * clients are bundled (smaller than what the runtime would load, and of the version that was tested), but for their
 * search for credentials. No source map: it would be read at every start, and the same commit makes the same bundle, so
 * a map can be made when one is needed.
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
    alias: { "@aws-sdk/credential-provider-node": "./functions/adapters/lambda-credentials.ts" },
    // Imported lazily by the AWS clients, and only where they run in a browser.
    external: ["bowser"],
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  });
};

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64");
const STYLE = /<style>(.*?)<\/style>/gs;

/** Copies built pages into a function's folder and answers their fingerprint, their paths and their styles. */
const copyPages = (pages: string, folder: string): Pick<Bundles, "pagesVersion" | "pagePaths" | "pageStyles"> => {
  const manifest = readFileSync(join(pages, "pages.json"), "utf8");
  const built = builtPages.parse(JSON.parse(manifest));
  const files = ["pages.json", ...built.map(({ file }) => file)];
  const fingerprint = createHash("sha256");
  const styles = new Set<string>();
  for (const file of files) {
    const content = readFileSync(join(pages, file));
    cpSync(join(pages, file), join(folder, file));
    fingerprint.update(content);
    if (file.endsWith(".html"))
      for (const [, style = ""] of content.toString("utf8").matchAll(STYLE)) styles.add(`'sha256-${sha256(style)}'`);
  }
  return {
    pagesVersion: fingerprint.digest("hex").slice(0, 16),
    pagePaths: built.map(({ path }) => path).filter((path) => !path.startsWith(ASSETS)),
    pageStyles: [...styles].sort(),
  };
};

/** @throws {Error} That names the field and says what to do with the file. */
const readLetterLogo = ({ brand }: RegardConfig): Uint8Array | undefined => {
  const file = letterLogoFile(brand);
  if (file === undefined) return undefined;
  const path = join(ROOT, file);
  const logo = existsSync(path) ? letterLogo(file, readFileSync(path)) : { fault: "there is no such file" };
  if (!("fault" in logo)) return logo.bytes;
  throw new Error(`regard.config.ts, brand.logo: ${file} cannot be the logo in letters: ${logo.fault}.`);
};

/** Bytes of code in a bundle, all chunks together. */
export const codeBytes = (folder: string): number =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".mjs"))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);

/**
 * Builds every function into a folder below `into`, with what it reads at run time beside it: the company's
 * configuration, the letter's fonts and its logo, the pages to publish. The same sources make the same bytes.
 *
 * @param into An empty folder.
 * @param built Where the pages are that were built already. Without it they are built now: pages of another day beside
 * the functions of this configuration would be deployed without anybody noticing.
 */
export const bundleFunctions = async (into: string, config: RegardConfig, built?: string): Promise<Bundles> => {
  const folderOf = (name: FunctionName) => join(into, name);
  const pages = built ?? join(into, "pages");
  if (built === undefined) await buildPages(pages);
  const logo = readLetterLogo(config);
  const published = copyPages(pages, join(folderOf("publish-pages"), "pages"));
  await Promise.all(FUNCTIONS.map((name) => bundle(name, folderOf(name))));
  for (const name of FUNCTIONS)
    if (name !== "publish-pages") writeFileSync(join(folderOf(name), "config.json"), JSON.stringify(config));
  for (const name of WRITE_PDFS)
    for (const file of FONT_FILES)
      cpSync(join(installed(FONT_PACKAGE), "../..", file), join(folderOf(name), "node_modules", file));
  if (logo !== undefined) writeFileSync(join(folderOf("download"), LETTER_LOGO), logo);
  return {
    identify: folderOf("identify"),
    record: folderOf("record"),
    download: folderOf("download"),
    desk: folderOf("desk"),
    matters: folderOf("matters"),
    "on-change": folderOf("on-change"),
    "on-schedule": folderOf("on-schedule"),
    "count-month": folderOf("count-month"),
    intake: folderOf("intake"),
    "on-event": folderOf("on-event"),
    "keep-rows": folderOf("keep-rows"),
    "publish-pages": folderOf("publish-pages"),
    ...published,
  };
};
