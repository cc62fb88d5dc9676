import * as z from "zod/mini";
import { REFUSALS } from "../domain/errors.ts";

const codes = Object.keys(REFUSALS);

/** Stable; see `functions/domain/errors.ts`. */
export const refusalCode = z.string().check(z.refine((code) => codes.includes(code)));

/** The body of every refusal (RFC 9457, application/problem+json). It never repeats what was sent. */
export const problem = z.strictObject({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  code: refusalCode,
  detail: z.string(),
  field: z.optional(z.string()),
  retryAfterSeconds: z.optional(z.int()),
});
export type Problem = z.infer<typeof problem>;
