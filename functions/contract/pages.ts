import * as z from "zod/mini";

/**
 * What the build of the pages leaves in `dist/web/pages.json`, for whoever serves them: the bucket on AWS and the runner
 * on this computer.
 */
export const builtPages = z.array(
  z.strictObject({
    /** As a browser asks for it: `/`, `/fr/record`, `/assets/record-1a2b3c4d.js`. */
    path: z.string().check(z.regex(/^\/[a-z0-9/._-]*$/i)),
    /** Below `dist/web`, with forward slashes. */
    file: z.string().check(z.minLength(1)),
    /** Content-Type. */
    type: z.string().check(z.minLength(1)),
    cacheControl: z.string().check(z.minLength(1)),
  }),
);
export type BuiltPages = z.infer<typeof builtPages>;

/** The key of a page in its bucket: the path without its slash. `/` has no key of its own, so `HOME_KEY` stands for it. */
export const pageKey = (path: string): string => path.slice(1) || HOME_KEY;
export const HOME_KEY = "home";

/** Files whose names carry the hash of their content lie below; nobody types their names. */
export const ASSETS = "/assets/";
