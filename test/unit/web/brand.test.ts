import { describe, expect, it } from "vitest";
import config from "../../../regard.config.ts";
import { buildPages } from "../../support/built-pages.ts";
import { pngLogo, SVG_LOGO, useLogos } from "../../support/logos.ts";

const logo = useLogos({
  "logo.svg": SVG_LOGO,
  "dark.png": pngLogo(240, 72, { tEXt: "Author\0Somebody" }),
  "evil.svg": SVG_LOGO.replace("<path", "<script>alert(1)</script><path"),
});
const COLOURS = {
  light: { accent: "#8a1c4a", background: "#fffaf5" },
  dark: { accent: "#f0a6c4" },
};

const branded = await buildPages({
  brand: { ...config.brand, colours: COLOURS, logo: { light: logo("logo.svg"), dark: logo("dark.png") } },
});
const german = await buildPages({ languages: ["de"] });
const page = (pages: typeof branded, path: string): string => pages.get(path)?.body.toString("utf8") ?? "";

describe("pages of a company with colours of its own", () => {
  it("have them on every page, in both schemes, and let whoever wants more contrast have black and white", () => {
    for (const path of ["/", "/fr/record", "/desk", "/not-found"]) {
      const html = page(branded, path);
      expect(html).toContain(":root{--deep:#8a1c4a;--on-deep:#ffffff}");
      expect(html).toContain("@media (prefers-color-scheme:dark){:root{--deep:#f0a6c4;--on-deep:#0d2022}}");
      expect(html).toContain(
        "@media (prefers-color-scheme:light) and (not (prefers-contrast:more)){:root{--paper:#fffaf5}}",
      );
    }
  });

  it("change nothing where the company chose nothing", () => {
    expect(page(german, "/").match(/<style>/g)).toHaveLength(2);
    expect(page(branded, "/").match(/<style>/g)).toHaveLength(3);
  });
});

describe("pages of a company with a logo", () => {
  const files = [...branded].filter(([path]) => path.startsWith("/assets/logo"));

  it("carry it under names of its own content, as pictures and nothing else", () => {
    expect(files.map(([path, { type }]) => [path.replace(/-[\w-]{8}\./, "-hash."), type]).sort()).toEqual([
      ["/assets/logo-hash.png", "image/png"],
      ["/assets/logo-hash.svg", "image/svg+xml"],
    ]);
    for (const [, { body }] of files) expect(body.toString("latin1")).not.toMatch(/title|Author|Somebody/);
  });

  it("show it once, with the company's name for those who do not see it, and room kept for it", () => {
    const [light = "", dark = ""] = ["svg", "png"].map((end) => files.find(([path]) => path.endsWith(end))?.[0]);
    for (const path of ["/", "/es/address", "/desk"]) {
      const header = /<header>.*?<\/header>/s.exec(page(branded, path))?.[0] ?? "";
      expect(header).toContain(`<source srcset="${dark}" media="(prefers-color-scheme: dark)">`);
      expect(header).toContain(`<img src="${light}" alt="Marlow &amp; Finch" width="120" height="36">`);
      expect(header.match(/Marlow &amp; Finch/g)).toHaveLength(1);
      expect(header).not.toContain("<svg");
    }
  });

  it("put one that has no twin for dark pages on a light plate there", async () => {
    const pages = await buildPages({ brand: { ...config.brand, logo: { light: logo("logo.svg") } } });
    expect(page(pages, "/")).toContain('<picture class="plate">');
    expect(page(branded, "/")).not.toContain('<picture class="plate">');
  });

  it("are not built where it could do more than be looked at, or is not there", async () => {
    const build = (file: string) => buildPages({ brand: { ...config.brand, logo: { light: file } } });
    await expect(build(logo("evil.svg"))).rejects.toThrow(
      /brand\.logo\.light: .*evil\.svg cannot be the logo: <script>/,
    );
    await expect(build(logo("none.svg"))).rejects.toThrow(
      /brand\.logo\.light: .*none\.svg cannot be the logo: there is no such file/,
    );
  });
});

describe("pages of a company that speaks German alone", () => {
  it("are there in German and in nothing else, also where somebody types the bare name", () => {
    const html = [...german].filter(([, { type }]) => type.startsWith("text/html"));
    expect(html.length).toBeGreaterThan(20);
    for (const [path, { body }] of html) {
      expect([path, /<html lang="(\w+)/.exec(body.toString("utf8"))?.[1]]).toEqual([path, "de"]);
    }
    expect(page(german, "/desk")).toBe(page(german, "/de/desk"));
    expect([...german.keys()].filter((path) => /^\/(en|fr|es)\b/.test(path))).toEqual([]);
  });

  it("offer no other language", () => {
    expect(page(german, "/")).not.toMatch(/class="languages"|hreflang="(en|fr|es)"/);
    expect(page(branded, "/")).toContain('class="languages"');
  });
});
