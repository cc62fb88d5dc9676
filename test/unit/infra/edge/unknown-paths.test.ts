import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../../functions/domain/vocabulary.ts";
import { unknownPathsCode } from "../../../../infra/constructs/unknown-paths.ts";
import { runnable } from "../../../../infra/local/edge-functions.ts";
import { PAGE_NAMES, pathOf } from "../../../../web/build/site.ts";

const PAGES = LANGUAGES.flatMap((language) => PAGE_NAMES.map((name) => pathOf(name, language))).concat("/robots.txt");
const NOT_FOUND_PAGES = LANGUAGES.map((language) => pathOf("not-found", language));
const LEADING_SOMEWHERE = PAGES.filter((path) => !NOT_FOUND_PAGES.includes(path));

const code = unknownPathsCode(PAGES);
const handler = runnable(code);
const headers = {
  host: { value: "privacy.example" },
  "if-none-match": { value: '"1"' },
  range: { value: "bytes=0-9" },
};
const request = (uri: string) => ({ method: "GET", uri, querystring: {}, headers, cookies: {} });
const asked = (uri: string) => handler({ context: { eventType: "viewer-request" }, request: request(uri) });
const answered = (uri: string, statusCode = 200) =>
  handler({ context: { eventType: "viewer-response" }, request: request(uri), response: { statusCode, headers: {} } });

/** Where a path goes on to: unconditional, whole, and otherwise as it was asked. */
const rewritten = (uri: string) => ({ ...request(uri), headers: { host: headers.host } });
const moved = (to: string) => ({
  statusCode: 301,
  statusDescription: "Moved Permanently",
  headers: { location: { value: to }, "cache-control": { value: "public, max-age=300" } },
});
const NOT_FOUND = { statusCode: 404, statusDescription: "Not Found", headers: {} };

describe("the function at the edge", () => {
  it("fits into CloudFront's limit with all pages, and leaves room", () => {
    expect(Buffer.byteLength(code)).toBeLessThan(5 * 1024);
    expect(() => unknownPathsCode(Array.from({ length: 1_000 }, (_, at) => `/page-${at}`))).toThrow("more pages");
  });

  it("keeps to the language of CloudFront's runtime", () => {
    expect(code).not.toMatch(/\?\.[^`]|\?\?|\.\.\.|\bimport\s|\bexport\b|\bclass\b|=> *\{? *async|for *\(.* of /);
  });

  it.each(LEADING_SOMEWHERE)("lets %s pass, there and back", (path) => {
    expect(asked(path)).toEqual(request(path));
    expect(answered(path)).toEqual({ statusCode: 200, headers: {} });
  });

  it("lets the first page pass under its own key too", () => {
    expect(asked("/home")).toEqual(request("/home"));
    expect(answered("/home")).toEqual({ statusCode: 200, headers: {} });
  });

  it("lets assets pass, those of the last version too", () => {
    for (const path of ["/assets/home-1a2b3c4d.js", "/assets/gone.js"]) {
      expect(asked(path)).toEqual(request(path));
      expect(answered(path)).toEqual({ statusCode: 200, headers: {} });
    }
  });

  it("sends every page with a slash behind it to the page", () => {
    for (const path of LEADING_SOMEWHERE) expect(asked(`${path}/`)).toEqual(moved(path));
  });

  it.each(LANGUAGES)("puts the page in the path's language where there is none: %s", (language) => {
    const start = pathOf("home", language).replace(/\/$/, "");
    const page = pathOf("not-found", language);
    for (const path of [`${start}/nowhere`, `${start}/no/where/`, `${start.toUpperCase()}/record/x`, page])
      expect([path, asked(path)]).toEqual([path, rewritten(page)]);
  });

  it.each([
    "/it",
    "/french/record",
    "//fr/record",
    "//evil.example/",
    "/\\evil.example/",
    "/record//",
    "/not-found/",
    "/%",
    "/%ff",
    "/%2e%2e/%2e%2e/secret",
    "/..%2findex.mjs",
    "/fr%2Frecord",
    "/r%65cord",
    "/pages.json",
    "/constructor",
    "/__proto__/",
    "/assets",
    "/api",
    `/${"a".repeat(8_000)}`,
    "/".repeat(8_000),
  ])("takes nothing from a path for anything else: %.40s", (path) => {
    expect(asked(path)).toEqual(rewritten("/not-found"));
    expect(answered(path)).toEqual(NOT_FOUND);
  });

  it("makes it a 404 by the path that was asked for and by the one that was put in", () => {
    const unknown = fc.string({ unit: "binary" }).map((text) => `/${text}`);
    fc.assert(
      fc.property(unknown, (path) => {
        const result = asked(path);
        if (PAGES.includes(path) || path.startsWith("/assets/")) return;
        if (path.endsWith("/") && LEADING_SOMEWHERE.includes(path.slice(0, -1))) return;
        expect(NOT_FOUND_PAGES.map(rewritten)).toContainEqual(result);
        expect(answered(path)).toEqual(NOT_FOUND);
      }),
    );
    for (const page of NOT_FOUND_PAGES) expect(answered(page)).toEqual(NOT_FOUND);
  });

  it("changes no answer but a whole page", () => {
    for (const status of [206, 301, 304])
      expect(answered("/nowhere", status)).toEqual({ statusCode: status, headers: {} });
  });
});

describe("the runtime of edge functions on this computer", () => {
  it("gives a function nothing of Node, no code from strings and no sloppy mode", () => {
    const seen = runnable(`
      const attempt = (what) => { try { return what(); } catch (error) { return error.name; } };
      function handler() {
        return [typeof process, typeof require, attempt(() => eval("1")), attempt(() => { undeclared = 1; })];
      }`);
    expect(seen({})).toEqual(["undefined", "undefined", "EvalError", "ReferenceError"]);
  });

  it("ends a function that does not end", () => {
    expect(() => runnable("function handler() { while (true); }")({})).toThrow(/timed out/);
  });
});
