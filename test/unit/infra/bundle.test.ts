import { createHash } from "node:crypto";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FONT_FILES } from "../../../functions/formats/export/fonts.ts";
import { installed, PROJECT_ROOT } from "../../../infra/build-pages.ts";
import { bundleFunctions, codeBytes, FUNCTIONS } from "../../../infra/bundle.ts";
import sample from "../../../regard.config.ts";
import { pngLogo, useLogos } from "../../support/logos.ts";

const pages = mkdtempSync(join(tmpdir(), "regard-pages-"));
writeFileSync(join(pages, "home.html"), "<style>h1{margin:0}</style><h1>Home</h1>");
writeFileSync(join(pages, "home.js"), "");
writeFileSync(
  join(pages, "pages.json"),
  JSON.stringify([
    { path: "/", file: "home.html", type: "text/html", cacheControl: "no-cache" },
    { path: "/assets/home-1a2b.js", file: "home.js", type: "text/javascript", cacheControl: "no-cache" },
  ]),
);

const logoFile = useLogos({ "logo.png": pngLogo(240, 72), "broken.png": pngLogo(240, 72).fill(7, 50, 60) });
const withLogo = (letters: string) => ({ ...sample, brand: { ...sample.brand, logo: { light: "x.svg", letters } } });
const config = withLogo(logoFile("logo.png"));

const bundled = () => bundleFunctions(mkdtempSync(join(tmpdir(), "regard-bundles-")), config, pages);
const bundles = await bundled();

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
const fingerprint = (folder: string) =>
  filesOf(folder).map(
    (file) =>
      `${file} ${createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex")}`,
  );

describe("the bundles", () => {
  it("are the same, byte for byte, when they are built again", async () => {
    const again = await bundled();
    for (const name of FUNCTIONS) expect(fingerprint(again[name])).toEqual(fingerprint(bundles[name]));
    expect(again.pagesVersion).toBe(bundles.pagesVersion);
  });

  it("keep the function that shows records small, and the letters out of it", () => {
    expect(codeBytes(bundles.record)).toBeLessThanOrEqual(450 * 1024);
    expect(codeBytes(bundles.download)).toBeGreaterThan(codeBytes(bundles.record) + 300 * 1024);
  });

  it("carry the company's configuration, but not where it is of no use", () => {
    for (const name of FUNCTIONS) expect(filesOf(bundles[name]).includes("config.json")).toBe(name !== "publish-pages");
    expect(JSON.parse(readFileSync(join(bundles.record, "config.json"), "utf8"))).toEqual(config);
  });

  it("carry the letter's fonts and the pages where they are used", () => {
    for (const name of ["download", "desk"] as const)
      expect(filesOf(bundles[name])).toEqual(expect.arrayContaining(FONT_FILES.map((file) => `node_modules/${file}`)));
    expect(filesOf(bundles["publish-pages"])).toEqual(expect.arrayContaining(["pages/home.html", "pages/pages.json"]));
  });

  it("carry the logo of letters where they are written, and are not made with one that is broken", async () => {
    const carry = [bundles.download, bundles.record].map((folder) => filesOf(folder).includes("letter-logo.png"));
    expect(carry).toEqual([true, false]);
    const bundle = (letters: string) =>
      bundleFunctions(mkdtempSync(join(tmpdir(), "regard-bundles-")), withLogo(letters), pages);
    await expect(bundle(logoFile("broken.png"))).rejects.toThrow("cannot be the logo in letters: its picture");
    await expect(bundle("nowhere.png")).rejects.toThrow("there is no such file");
  });

  it("know the styles that stand in the pages by their hashes", () => {
    const hash = createHash("sha256").update("h1{margin:0}").digest("base64");
    expect(bundles.pageStyles).toEqual([`'sha256-${hash}'`]);
  });

  it("know the paths that a person may ask for", () => {
    expect(bundles.pagePaths).toEqual(["/"]);
  });

  it("get a new version when a page changes", async () => {
    writeFileSync(join(pages, "home.html"), "<h1>Welcome</h1>");
    expect((await bundled()).pagesVersion).not.toBe(bundles.pagesVersion);
  });

  it("find what is installed where Regard is a workspace in a company's own project", async () => {
    const company = realpathSync(mkdtempSync(join(tmpdir(), "regard-workspace-")));
    symlinkSync(join(PROJECT_ROOT, "node_modules"), join(company, "node_modules"));
    const file = join(company, "regard", "infra", "build-pages.ts");
    cpSync(join(PROJECT_ROOT, "infra", "build-pages.ts"), file);
    // Vite would look for the copy among the project's own files, and warn that it cannot.
    const there = await import(/* @vite-ignore */ file);
    expect([there.PROJECT_ROOT, there.installed("vite")]).toEqual([join(company, "regard"), installed("vite")]);
  });

  it("are made with pages that are built for them, where nobody names others", async () => {
    const { pagePaths } = await bundleFunctions(mkdtempSync(join(tmpdir(), "regard-bundles-")), config);
    expect(pagePaths).toEqual(expect.arrayContaining(["/", "/record", "/desk"]));
  });
});
