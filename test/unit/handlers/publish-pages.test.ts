import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { publisher } from "../../../functions/handlers/publish-pages.ts";
import { serveHere } from "../../support/loopback.ts";

/** What reached the bucket (`/pages-bucket/…`) and CloudFormation (`/answer`), in this order. */
let received: { readonly line: string; readonly type: string | undefined; readonly body: string }[] = [];
let bucketRefuses = false;

const LISTING =
  "<ListBucketResult><Contents><Key>aaaaaaaaaaaaaaaa/home</Key></Contents><Contents><Key>aaaaaaaaaaaaaaaa/fr</Key></Contents></ListBucketResult>";

const { endpoint: origin, stop } = await serveHere(async (request, response) => {
  const path = request.url?.replace(/\?.*prefix=/, "?prefix=").replace(/[?&]x-id=\w+/, "");
  received.push({
    line: `${request.method} ${path}`,
    type: request.headers["content-type"],
    body: await text(request),
  });
  if (bucketRefuses && !path?.startsWith("/answer")) response.writeHead(403).end();
  else response.end(request.method === "GET" ? LISTING : "");
});

afterAll(stop);
beforeEach(() => {
  received = [];
  bucketRefuses = false;
  vi.stubEnv("AWS_ENDPOINT_URL_S3", origin);
  vi.stubEnv("AWS_REGION", "eu-west-2");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "key");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
});
afterEach(() => void vi.unstubAllEnvs());

const folder = mkdtempSync(join(tmpdir(), "regard-pages-"));
const page = { type: "text/html; charset=utf-8", cacheControl: "max-age=60" };
writeFileSync(join(folder, "home.html"), "<h1>Home</h1>");
writeFileSync(join(folder, "fr.html"), "<h1>Accueil</h1>");
writeFileSync(
  join(folder, "pages.json"),
  JSON.stringify([
    { path: "/", file: "home.html", ...page },
    { path: "/fr", file: "fr.html", ...page },
  ]),
);
const handler = publisher(pathToFileURL(`${folder}/`));

const event = (RequestType: string, version: string) => ({
  RequestType,
  ResponseURL: `${origin}/answer`,
  StackId: "stack",
  RequestId: "request",
  LogicalResourceId: "PublishedPages",
  ...(RequestType === "Create" ? {} : { PhysicalResourceId: version }),
  ResourceProperties: { ServiceToken: "arn", Bucket: "pages-bucket", Folder: version },
});
const answer = () => {
  const last = received.at(-1);
  expect(last?.line).toBe("PUT /answer");
  // CloudFormation signs its address for a request without a type.
  expect(last?.type).toBeUndefined();
  return z.record(z.string(), z.string()).parse(JSON.parse(last?.body ?? ""));
};

describe("publishing the pages", () => {
  it.each(["Create", "Update"])("puts every page into the folder of its version on %s, and says so", async (type) => {
    await handler(event(type, "bbbbbbbbbbbbbbbb"));
    expect(received.slice(0, -1).map(({ line, type }) => [line, type])).toEqual([
      ["PUT /pages-bucket/bbbbbbbbbbbbbbbb/home", "text/html; charset=utf-8"],
      ["PUT /pages-bucket/bbbbbbbbbbbbbbbb/fr", "text/html; charset=utf-8"],
    ]);
    expect(answer()).toMatchObject({ Status: "SUCCESS", PhysicalResourceId: "bbbbbbbbbbbbbbbb", RequestId: "request" });
  });

  it("removes an old version's folder and nothing else", async () => {
    await handler(event("Delete", "aaaaaaaaaaaaaaaa"));
    expect(received.slice(0, -1).map(({ line }) => line)).toEqual([
      "GET /pages-bucket/?prefix=aaaaaaaaaaaaaaaa%2F",
      "DELETE /pages-bucket/aaaaaaaaaaaaaaaa/home",
      "DELETE /pages-bucket/aaaaaaaaaaaaaaaa/fr",
    ]);
    expect(answer()).toMatchObject({ Status: "SUCCESS", PhysicalResourceId: "aaaaaaaaaaaaaaaa" });
  });

  it("tells CloudFormation when the bucket refuses, so that the deployment goes back", async () => {
    bucketRefuses = true;
    await handler(event("Create", "bbbbbbbbbbbbbbbb"));
    expect(answer()).toMatchObject({ Status: "FAILED", PhysicalResourceId: "bbbbbbbbbbbbbbbb" });
  });
});
