import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import type { Assembly } from "../../infra/local/assembly.ts";
import { edgeOf } from "../../infra/local/edge.ts";
import { type EdgeAnswer, type Origin, plainAnswer } from "../../infra/local/edge-message.ts";
import { freePort } from "../../infra/local/free-port.ts";
import { serve } from "../../infra/local/http.ts";
import type { ProcessLog } from "../../infra/local/process-log.ts";

const FRONTEND = join(import.meta.dirname, "../../node_modules/govuk-frontend/dist/govuk");
const BUCKET = "AWS::S3::Bucket";

const fileAnswer = (type: string, body: Buffer): EdgeAnswer => ({
  status: 200,
  headers: { "content-type": type, "cache-control": "public, max-age=31536000" },
  body,
});

/** The content of one of our pages, with GOV.UK Frontend's classes on what has one there. */
const dressed = (main: string): string =>
  [
    ["<h1", '<h1 class="govuk-heading-xl"'],
    ["<h2", '<h2 class="govuk-heading-m"'],
    ['class="lead"', 'class="govuk-body-l"'],
    ['class="button"', 'class="govuk-button govuk-button--start" data-module="govuk-button"'],
    ['<ol class="steps"', '<ol class="govuk-list govuk-list--number"'],
    ["<ul>", '<ul class="govuk-list">'],
    [/<p(?=>| role| id)/g, '<p class="govuk-body"'],
  ].reduce<string>((html, [plain = "", own]) => html.replaceAll(plain, String(own)), main);

/**
 * The same content as one of our pages, as a page of GOV.UK Frontend: its template, header and footer, its style, script
 * and fonts as the package has them.
 *
 * @param ours The whole HTML of our page.
 */
export const govukPage = async (ours: string): Promise<string> => {
  const part = (component: string) =>
    readFile(join(FRONTEND, "components", component, "template-default.html"), "utf8");
  const [main = ""] = /<main[\s\S]*<\/main>/.exec(ours) ?? [];
  const [title = ""] = /<title>.*<\/title>/.exec(ours) ?? [];
  return `<!doctype html>
<html lang="en" class="govuk-template">
  <head>
    <meta charset="utf-8">
    ${title}
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <meta name="theme-color" content="#1d70b8">
    <link rel="icon" sizes="any" href="/assets/images/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/assets/govuk-frontend.min.css">
  </head>
  <body class="govuk-template__body">
    <script>document.body.className += " js-enabled govuk-frontend-supported";</script>
    ${await part("skip-link")}
    <header class="govuk-template__header">${await part("header")}</header>
    <div class="govuk-width-container">${dressed(main).replace("<main", '<main class="govuk-main-wrapper"')}</div>
    <footer class="govuk-template__footer">${await part("footer")}</footer>
    <script type="module">import { initAll } from "/assets/govuk-frontend.min.js"; initAll();</script>
  </body>
</html>`;
};

/** GOV.UK Frontend's files and these pages, by path: below `/assets/`, where the edge takes no path for unknown. */
const govukOrigin = async (pages: Readonly<Record<string, string>>): Promise<Origin> => {
  const read = (...path: readonly string[]) => readFile(join(FRONTEND, ...path));
  const files = new Map<string, EdgeAnswer>([
    ["/assets/govuk-frontend.min.css", fileAnswer("text/css; charset=utf-8", await read("govuk-frontend.min.css"))],
    [
      "/assets/govuk-frontend.min.js",
      fileAnswer("text/javascript; charset=utf-8", await read("govuk-frontend.min.js")),
    ],
    ["/assets/images/favicon.svg", fileAnswer("image/svg+xml", await read("assets", "images", "favicon.svg"))],
  ]);
  for (const font of await readdir(join(FRONTEND, "assets/fonts")))
    files.set(`/assets/fonts/${font}`, fileAnswer("font/woff2", await read("assets/fonts", font)));
  for (const [path, page] of Object.entries(pages))
    files.set(path, fileAnswer("text/html; charset=utf-8", Buffer.from(page)));
  return async ({ path }) => files.get(path) ?? plainAnswer(404, "Not Found");
};

/** Serves the pages as our own are served: through the template's distribution, with its compression. */
export const serveGovuk = async (assembly: Assembly, pages: Readonly<Record<string, string>>, log: ProcessLog) => {
  const origin = await govukOrigin(pages);
  const edge = edgeOf(assembly, new Map(assembly.resources(BUCKET, z.unknown()).map(({ id }) => [id, origin])));
  const port = await freePort();
  const served = await serve(
    port,
    async (request) => {
      const answer = await edge(request);
      // Ours allows no font and no inline script.
      const { "content-security-policy": _, ...headers } = answer.headers;
      return { ...answer, headers };
    },
    log,
  );
  return { ...served, origin: `http://127.0.0.1:${port}` };
};
