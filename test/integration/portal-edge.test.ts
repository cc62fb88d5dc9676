import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problem } from "../../functions/contract/problem.ts";
import type { RunningPortal } from "../../infra/local/portal.ts";
import { openBrowser, startTestPortal } from "../support/portal.ts";

/** No style but those that were built, by their hashes. */
const POLICY = /^default-src 'none'; script-src 'self'; style-src(?: 'sha256-[^']{44}')+; img-src 'self';/;

let portal: RunningPortal;
beforeAll(async () => {
  portal = await startTestPortal({ empty: true });
});
afterAll(() => portal.stop());

describe("the one origin", () => {
  it("serves every page in every language, with the template's security headers", async () => {
    for (const language of ["", "/fr", "/de", "/es"])
      for (const page of ["/address", "/code", "/record", "/requests", "/how"]) {
        const answer = await fetch(`${portal.origin}${language}${page}`);
        expect([language + page, answer.status]).toEqual([language + page, 200]);
        expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
        expect(answer.headers.get("content-security-policy")).toMatch(POLICY);
        expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
        expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
      }
    expect((await fetch(`${portal.origin}/`)).status).toBe(200);
    expect((await fetch(`${portal.origin}/desk`)).status).toBe(200);
  });

  it("answers a path that leads nowhere with a kind page in the path's language, and 404", async () => {
    for (const [path, language, home] of [
      ["/nowhere", "en-GB", "/"],
      ["/fr/nowhere", "fr", "/fr"],
      ["/DE/Auskunft", "de", "/de"],
      ["/es/no/hay/nada", "es", "/es"],
      ["/it/pagina", "en-GB", "/"],
      ["/fr/not-found", "fr", "/fr"],
      ["/%ff", "en-GB", "/"],
      ["/..%2f..%2fsecret", "en-GB", "/"],
      [`/${"a".repeat(8_000)}`, "en-GB", "/"],
    ] as const) {
      const answer = await fetch(`${portal.origin}${path}`, { headers: { "if-none-match": "*", range: "bytes=0-9" } });
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(answer.headers.get("content-security-policy")).toMatch(POLICY);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      const page = await answer.text();
      expect([path, page]).toEqual([path, expect.stringContaining(`<html lang="${language}"`)]);
      expect([path, page]).toEqual([path, expect.stringContaining(`<a class="button" href="${home}">`)]);
    }
  });

  it("gives the whole unknown page again to a browser that has it", async () => {
    const etag = (await fetch(`${portal.origin}/nowhere`)).headers.get("etag") ?? "";
    const again = await fetch(`${portal.origin}/nowhere`, { headers: { "if-none-match": etag } });
    expect([again.status, (await again.text()).length > 0]).toEqual([404, true]);
  });

  it("sends a page with a slash behind it to the page", async () => {
    for (const [path, page] of [
      ["/record/", "/record"],
      ["//", "/"],
      ["/fr/", "/fr"],
      ["/de/how/?from=mail", "/de/how"],
    ]) {
      const answer = await fetch(`${portal.origin}${path}`, { redirect: "manual" });
      expect([path, answer.status, answer.headers.get("location")]).toEqual([path, 301, page]);
    }
    const followed = await fetch(`${portal.origin}/fr/`);
    expect([followed.status, followed.url]).toEqual([200, `${portal.origin}/fr`]);
  });

  it("leaves the API's own refusals as they are", async () => {
    const unknown = await fetch(`${portal.origin}/api/nowhere/`, { redirect: "manual" });
    expect([unknown.status, await unknown.json()]).toEqual([404, { message: "Not Found" }]);
    const foreign = await fetch(`${portal.origin}/api/codes`, { method: "POST", body: "{}" });
    expect([foreign.status, problem.parse(await foreign.json()).status]).toEqual([403, 403]);
  });

  it("puts the same headers on the API's answers, and none of them may be kept", async () => {
    const answer = await fetch(`${portal.origin}/api/session`);
    expect(answer.status).toBe(401);
    expect(problem.parse(await answer.json()).code).toBe("SIGN_IN_NEEDED");
    expect(answer.headers.get("content-security-policy")).toMatch(POLICY);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("has no route that the contract does not list", async () => {
    const { send } = openBrowser(portal.origin);
    expect((await send("GET", "/api/records")).status).toBe(404);
    expect((await send("PUT", "/api/session", {})).status).toBe(404);
    expect((await send("POST", "/record", {})).status).toBe(403);
  });

  it("compresses pages as the browser likes, and answers 304 to who has them", async () => {
    const brotli = await fetch(`${portal.origin}/`, { headers: { "accept-encoding": "gzip, br" } });
    expect(brotli.headers.get("content-encoding")).toBe("br");
    expect(await brotli.text()).toContain("<!doctype html>");
    const etag = brotli.headers.get("etag") ?? "";
    expect((await fetch(`${portal.origin}/`, { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  it("does not say what lies beside the pages", async () => {
    const paths = ["/pages.json", "/index.mjs", "/..%2findex.mjs", "/%2e%2e/%2e%2e/secret", "/%ff"];
    const statuses = await Promise.all(paths.map(async (path) => (await fetch(`${portal.origin}${path}`)).status));
    expect(statuses.filter((status) => status < 400)).toEqual([]);
  });
});
