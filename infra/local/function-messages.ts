import * as z from "zod/mini";

/** One event for a function, and what Lambda's context says about it. `deadline`: milliseconds since 1970. */
export const toEnvironment = z.strictObject({
  event: z.unknown(),
  requestId: z.string(),
  deadline: z.number(),
  functionName: z.string(),
  memoryLimitInMB: z.int(),
});

export const fromEnvironment = z.union([
  z.strictObject({ ready: z.literal(true) }),
  z.strictObject({ result: z.unknown() }),
  z.strictObject({ failure: z.string() }),
]);
export type FromEnvironment = z.infer<typeof fromEnvironment>;
