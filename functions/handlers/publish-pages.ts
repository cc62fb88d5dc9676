import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { createPagesBucket, type PageFile } from "../adapters/pages-bucket.ts";
import { builtPages, pageKey } from "../contract/pages.ts";
import { failsByName } from "./fails-by-name.ts";

/** What CloudFormation sends for a custom resource, as far as it is used here (CloudFormation User Guide, "crpg-ref"). */
const request = z.object({
  RequestType: z.enum(["Create", "Update", "Delete"]),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.optional(z.string()),
  ResourceProperties: z.object({ Bucket: z.string(), Folder: z.string().check(z.regex(/^[0-9a-f]{16}$/)) }),
});

const pageFiles = (pages: URL): PageFile[] =>
  builtPages
    .parse(JSON.parse(readFileSync(new URL("pages.json", pages), "utf8")))
    .map(({ path, file, type, cacheControl }) => ({
      key: pageKey(path),
      body: readFileSync(new URL(file, pages)),
      type,
      cacheControl,
    }));

/**
 * Fills a version's folder, or removes it. The folder is the resource's physical id, so a new version is a new resource
 * to CloudFormation, and the old one's `Delete` comes after everything else went well.
 *
 * @param pages The folder of the built pages, with their manifest.
 */
export const publisher =
  (pages: URL) =>
  async (event: unknown): Promise<void> => {
    const { RequestType, ResponseURL, StackId, RequestId, LogicalResourceId, ...asked } = request.parse(event);
    const { Bucket, Folder } = asked.ResourceProperties;
    const bucket = createPagesBucket(Bucket);
    const done = RequestType === "Delete" ? bucket.clear(Folder) : bucket.fill(Folder, pageFiles(pages));
    const outcome = await done.then(
      () => ({ Status: "SUCCESS" }),
      (error: unknown) => ({ Status: "FAILED", Reason: error instanceof Error ? error.name : "unknown" }),
    );
    const PhysicalResourceId = RequestType === "Delete" ? (asked.PhysicalResourceId ?? Folder) : Folder;
    const { ok, status } = await fetch(ResponseURL, {
      method: "PUT",
      // Bytes, because the address is signed for a body without a content type, and fetch gives one to strings.
      body: new TextEncoder().encode(
        JSON.stringify({ ...outcome, StackId, RequestId, LogicalResourceId, PhysicalResourceId }),
      ),
    });
    if (!ok) throw new Error(`CloudFormation did not take the answer: HTTP ${status}.`);
  };

export const handler = failsByName(publisher(new URL("./pages/", import.meta.url)));
