import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { createPagesBucket, type PageFile, type PagesBucket } from "../adapters/pages-bucket.ts";
import { builtPages, pageKey } from "../contract/pages.ts";

/** What CloudFormation sends a custom resource, as far as it is used here (CloudFormation User Guide, "crpg-ref"). */
const request = z.object({
  RequestType: z.enum(["Create", "Update", "Delete"]),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.optional(z.string()),
  ResourceProperties: z.object({ Bucket: z.string(), Folder: z.string().check(z.regex(/^[0-9a-f]{16}$/)) }),
});
type Request = z.infer<typeof request>;

/** The pages lie beside the bundle, with their manifest. */
const PAGES = new URL("./pages/", import.meta.url);

const pageFiles = (): PageFile[] =>
  builtPages
    .parse(JSON.parse(readFileSync(new URL("pages.json", PAGES), "utf8")))
    .map(({ path, file, type, cacheControl }) => ({
      key: pageKey(path),
      body: readFileSync(new URL(file, PAGES)),
      type,
      cacheControl,
    }));

const publish = async ({ RequestType, ResourceProperties: { Folder } }: Request, bucket: PagesBucket): Promise<void> =>
  RequestType === "Delete" ? bucket.clear(Folder) : bucket.fill(Folder, pageFiles());

/**
 * Fills a version's folder, or removes it. The folder is the resource's physical id, so a new version is a new resource
 * to CloudFormation and the old one's `Delete` comes after everything else went well.
 */
export const handler = async (event: unknown): Promise<void> => {
  const asked = request.parse(event);
  const { Bucket, Folder } = asked.ResourceProperties;
  const answer = await publish(asked, createPagesBucket(Bucket)).then(
    () => ({ Status: "SUCCESS", Reason: "" }),
    (error: unknown) => ({ Status: "FAILED", Reason: error instanceof Error ? error.name : "unknown" }),
  );
  // Bytes, because the address is signed for a body without a content type, and fetch gives strings one.
  const body = new TextEncoder().encode(
    JSON.stringify({
      ...answer,
      StackId: asked.StackId,
      RequestId: asked.RequestId,
      LogicalResourceId: asked.LogicalResourceId,
      PhysicalResourceId:
        asked.PhysicalResourceId && asked.RequestType === "Delete" ? asked.PhysicalResourceId : Folder,
    }),
  );
  const { ok, status } = await fetch(asked.ResponseURL, { method: "PUT", body });
  if (!ok) throw new Error(`CloudFormation did not take the answer: HTTP ${status}`);
};
