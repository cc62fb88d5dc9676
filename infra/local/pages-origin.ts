import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { builtPages, pageKey } from "../../functions/contract/pages.ts";
import type { Assembly } from "./assembly.ts";
import { type EdgeAnswer, type Origin, plainAnswer } from "./edge-message.ts";
import { resourceOf } from "./references.ts";

const published = z.object({ ServiceToken: z.string() });
const publisher = z.object({ Code: z.object({ S3Key: z.string() }) });

/** S3's answer where there is no object, or none that CloudFront may know of. */
const DENIED = plainAnswer(403, "<Error><Code>AccessDenied</Code></Error>", "application/xml");

/**
 * The bucket of the pages, filled with what the template's custom resource would publish: the pages that lie beside its
 * function's bundle.
 */
export const pagesOrigin = async (assembly: Assembly): Promise<Origin> => {
  const publishers = new Map(
    assembly.resources("AWS::Lambda::Function", publisher).map(({ id, properties }) => [id, properties.Code.S3Key]),
  );
  const objects = new Map<string, EdgeAnswer>();
  for (const { properties } of assembly.resources("Custom::PublishedPages", published)) {
    const folder = join(assembly.assetOf(publishers.get(resourceOf(properties.ServiceToken)) ?? ""), "pages");
    const pages = builtPages.parse(JSON.parse(await readFile(join(folder, "pages.json"), "utf8")));
    for (const { path, file, type, cacheControl } of pages) {
      const body = await readFile(join(folder, file));
      const etag = `"${createHash("md5").update(body).digest("hex")}"`;
      objects.set(pageKey(path), {
        status: 200,
        headers: { "content-type": type, "cache-control": cacheControl, etag },
        body,
      });
    }
  }
  return async ({ path, headers }) => {
    const object = objects.get(keyOf(path));
    if (object === undefined) return DENIED;
    return headers["if-none-match"]?.replace(/^W\//, "") === object.headers["etag"]
      ? { ...object, status: 304, body: Buffer.alloc(0) }
      : object;
  };
};

const keyOf = (path: string): string => {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return path.slice(1);
  }
};
