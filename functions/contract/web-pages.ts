import * as z from "zod/mini";

/**
 * `dist/web/pages.json`: every file that the build of the pages made. `path` is where customers find it (`/`, `/fr`,
 * `/assets/…`), `file` lies beside the manifest, `type` and `cacheControl` are its headers.
 */
export const pageManifest = z.array(
  z.strictObject({
    path: z.string().check(z.regex(/^\/[a-z0-9/._-]*$/i)),
    file: z.string(),
    type: z.string(),
    cacheControl: z.string(),
  }),
);
export type PageManifest = z.infer<typeof pageManifest>;

/** The key of a page in its bucket. `/` has none of its own: CloudFront's default root object stands in for it. */
export const pageKey = (path: string): string => path.slice(1) || "home";
