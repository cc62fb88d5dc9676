import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../functions/domain/vocabulary.ts";
import config from "../../../regard.config.ts";
import { PAGE_NAMES, PAGES, pathOf, WORDS } from "../../../web/build/site.ts";
import { renderPage } from "../../../web/templates/page.ts";

const WEB = resolve(import.meta.dirname, "../../../web");
const assets = { styles: ["body { margin: 0 }"], scripts: ["/assets/page.js"], icon: "/assets/icon.svg" };
const render = (name: (typeof PAGE_NAMES)[number], language: (typeof LANGUAGES)[number]) =>
  renderPage({ name, language, languages: config.languages, words: WORDS[language], config, assets });

/** Every sentence of a language by its path. */
const sentences = (value: unknown, path = ""): [string, string][] =>
  typeof value === "string"
    ? [[path, value]]
    : Object.entries(value ?? {}).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`));

const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe("words of the pages", () => {
  it("are there in every language, none empty, with the same places to fill in", () => {
    const english = new Map(sentences(WORDS.en));
    for (const language of LANGUAGES)
      for (const [path, text] of sentences(WORDS[language])) {
        expect([language, path, text.trim()]).not.toEqual([language, path, ""]);
        expect([language, path, placesOf(text)]).toEqual([language, path, placesOf(english.get(path) ?? "")]);
      }
  });

  it("are translated: no sentence of five words or more is left in English", () => {
    const english = new Set(sentences(WORDS.en).map(([, text]) => text));
    const left = (["fr", "de", "es"] as const).flatMap((language) =>
      sentences(WORDS[language]).filter(([, text]) => english.has(text) && text.split(" ").length > 4),
    );
    expect(left).toEqual([]);
  });

  it("keep French double punctuation on the line of its word", () => {
    const loose = sentences(WORDS.fr).filter(([, text]) => / [:;?!»]|« /.test(text));
    expect(loose).toEqual([]);
  });

  it("leave no place unfilled on a built page", () => {
    for (const language of LANGUAGES)
      for (const name of PAGE_NAMES) {
        const [shown = ""] = render(name, language).split('<template id="words">');
        expect([language, name, placesOf(shown)]).toEqual([language, name, []]);
      }
  });

  it("that scripts say are in the pages that load them", () => {
    const source = (folder: string): string[] =>
      readdirSync(join(WEB, folder)).flatMap((file) =>
        file.endsWith(".ts") ? [readFileSync(join(WEB, folder, file), "utf8")] : [],
      );
    const said = (text: string) => [...text.matchAll(/\bsay\("(\w+)"/g)].map(([, key = ""]) => key);
    const shared = new Map([
      ["record", source("record")],
      ...["ask", "contact", "matter"].map((page) => [page, source("matters")] as const),
    ]);
    for (const page of [
      "address",
      "code",
      "requests",
      "record",
      "ask",
      "contact",
      "matter",
      "new-address",
      "desk",
      "answer",
    ] as const) {
      const own = readFileSync(join(WEB, "pages", `${PAGES[page].script}.ts`), "utf8");
      const keys = said([own, ...(shared.get(page) ?? [])].join("\n"));
      expect([page, keys.length]).not.toEqual([page, 0]);
      const html = render(page, "de");
      expect([page, keys.filter((key) => !html.includes(`id="${key}"`))]).toEqual([page, []]);
    }
  });
});

describe("pages in every language", () => {
  it("stand at / in English and below the language's name otherwise", () => {
    expect(PAGE_NAMES.map((name) => pathOf(name, "en"))).toEqual([
      "/",
      "/address",
      "/code",
      "/record",
      "/requests",
      "/ask",
      "/contact",
      "/matter",
      "/new-address",
      "/how",
      "/desk",
      "/answer",
      "/not-found",
    ]);
    expect([pathOf("home", "fr"), pathOf("record", "de")]).toEqual(["/fr", "/de/record"]);
  });

  it("carry no inline script, no style but the built ones and nothing of another site but links", () => {
    for (const language of LANGUAGES)
      for (const name of PAGE_NAMES) {
        const html = render(name, language);
        expect(html).not.toMatch(/<script(?![^>]*\ssrc="\/)/);
        expect(html.match(/<style.*?<\/style>/gs)).toEqual(["<style>body { margin: 0 }</style>"]);
        expect(html).not.toMatch(/\sstyle=|\son\w+=|javascript:/i);
        expect(html).not.toMatch(/<(script|img|iframe|link (?!rel="alternate"))[^>]*(src|href)="https?:/);
      }
  });

  it("say in the head where else they are, but for those that nobody searches for", () => {
    for (const language of LANGUAGES)
      for (const name of PAGE_NAMES) {
        const page = render(name, language);
        const isPage = name !== "not-found" && name !== "answer";
        expect([language, name, page.includes('<link rel="alternate" hreflang="de"')]).toEqual([
          language,
          name,
          isPage,
        ]);
        expect([language, name, page.includes('content="noindex"')]).toEqual([language, name, !isPage]);
      }
  });

  it("say that they need JavaScript where they do", () => {
    const saying = PAGE_NAMES.filter((name) => render(name, "en").includes("<noscript>"));
    expect(saying).toEqual([
      "home",
      "address",
      "code",
      "record",
      "requests",
      "ask",
      "contact",
      "matter",
      "new-address",
      "desk",
      "answer",
    ]);
  });

  it("lead from an unknown path back to the first page and to the data protection officer", () => {
    for (const language of LANGUAGES) {
      const page = render("not-found", language);
      expect(page).toContain(`<a class="button" href="${pathOf("home", language)}">`);
      expect(page).toContain(`href="mailto:${config.dpo.email}"`);
    }
  });

  it("escape what a company writes into its configuration", () => {
    const html = renderPage({
      name: "home",
      language: "en",
      languages: ["en"],
      words: WORDS.en,
      config: { ...config, brand: { ...config.brand, name: `<img src=x onerror="alert(1)">` } },
      assets,
    });
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
  });
});
