import { readFileSync } from "node:fs";
import type { Plugin, Rolldown } from "vite";
import type { RegardConfig } from "../../functions/contract/config.ts";
import { type BuiltPages, builtPages } from "../../functions/contract/pages.ts";
import { firstLanguage } from "../../functions/domain/vocabulary.ts";
import { renderPage } from "../templates/page.ts";
import { brandLogo, brandStyle } from "./brand.ts";
import { PAGE_NAMES, PAGES, pathOf, STYLES, WORDS } from "./site.ts";

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
};
const typeOf = (file: string): string => {
  const type = TYPES[file.split(".").at(-1) ?? ""];
  if (type === undefined) throw new Error(`no content type for ${file}`);
  return type;
};

// The name of an asset carries the hash of its content. Pages are the same for everybody and hold no data of anybody.
const FOR_EVER = "public, max-age=31536000, immutable";
const MINUTES = "public, max-age=300";

/** A script and everything that it imports, so that a browser can fetch them at once. */
const scriptsOf = (bundle: Rolldown.OutputBundle, name: string): string[] => {
  const files: string[] = [];
  const visit = (file: string): void => {
    const chunk = bundle[file];
    if (chunk?.type !== "chunk" || files.includes(file)) return;
    files.push(file);
    for (const imported of chunk.imports) visit(imported);
  };
  for (const chunk of Object.values(bundle))
    if (chunk.type === "chunk" && chunk.isEntry && chunk.name === name) visit(chunk.fileName);
  if (files.length === 0) throw new Error(`no script ${name}`);
  return files;
};

/** Takes a style out of what is published: it goes out inside the pages. */
const takeStyle = (bundle: Rolldown.OutputBundle, name: string): string => {
  const found = Object.values(bundle).find((one) => one.type === "asset" && one.names.includes(`${name}-style.css`));
  if (found?.type !== "asset") throw new Error(`no style ${name}`);
  delete bundle[found.fileName];
  return String(found.source).trim();
};

/** Writes every page in every language, and `pages.json`, which says how each file is served. */
export const pages = (config: RegardConfig): Plugin => ({
  name: "regard-pages",
  // After Vite has written the styles.
  enforce: "post",
  generateBundle(_, bundle) {
    const list: BuiltPages = [];
    const emit = (path: string, file: string, source: string, cacheControl: string) => {
      this.emitFile({ type: "asset", fileName: file, source });
      list.push({ path, file, type: typeOf(file), cacheControl });
    };
    const asset = (name: string, source: string | Uint8Array) =>
      this.getFileName(this.emitFile({ type: "asset", name, source }));
    const icon = asset("icon.svg", readFileSync("web/icon.svg", "utf8"));
    const logo = brandLogo(config.brand, (name, { bytes }) => `/${asset(name, bytes)}`);
    const { languages } = config;
    const first = firstLanguage(config);
    const base = takeStyle(bundle, "base");
    const own = new Map(STYLES.map((name) => [name, takeStyle(bundle, name)]));
    const brand = brandStyle(config.brand);
    const pictures = [`/${icon}`, logo?.light, logo?.dark].flatMap((path) => path?.slice(1) ?? []);
    const files = new Set([...Object.keys(bundle), ...pictures]);
    for (const file of files) list.push({ path: `/${file}`, file, type: typeOf(file), cacheControl: FOR_EVER });
    for (const name of PAGE_NAMES)
      for (const language of languages) {
        const styles = [base, brand, ...PAGES[name].styles.map((style) => own.get(style) ?? "")].filter(Boolean);
        const scripts = scriptsOf(bundle, PAGES[name].script).map((file) => `/${file}`);
        const assets = { styles, scripts, icon: `/${icon}`, ...(logo && { logo }) };
        const page = renderPage({ name, language, languages, words: WORDS[language], config, assets });
        const file = `${language}/${name}.html`;
        emit(pathOf(name, language), file, page, MINUTES);
        // Somebody who types the portal's bare name is in the company's first language, where it has no English.
        if (language === first && !languages.includes("en"))
          list.push({ path: pathOf(name, "en"), file, type: typeOf(file), cacheControl: MINUTES });
      }
    emit("/robots.txt", "robots.txt", "User-agent: *\nAllow: /\n", MINUTES);
    const manifest = JSON.stringify(builtPages.parse(list), null, 2);
    this.emitFile({ type: "asset", fileName: "pages.json", source: `${manifest}\n` });
  },
});
