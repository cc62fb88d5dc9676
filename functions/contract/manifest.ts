import * as z from "zod/mini";
import { civilDate, sourceName } from "./text.ts";

const sequenceNumber = z.optional(z.int().check(z.minimum(1)));

/**
 * What a source says it sent of one civil day (of `timeZone` in the configuration), once the day is over: the other half
 * of a count that Regard keeps itself. A day without an event is announced with 0, so that a manifest that is missing
 * shows as well.
 */
export const manifest = z
  .strictObject({
    source: sourceName,
    day: civilDate,
    /** Different events whose `occurredAt` falls on the day, however often each was sent. */
    count: z.int().check(z.minimum(0)),
    /** The lowest and the highest `sourceSeq` among them, where the source counts. */
    firstSeq: sequenceNumber,
    lastSeq: sequenceNumber,
  })
  .check(z.refine(({ firstSeq: first, lastSeq: last }) => (first ?? 1) <= (last ?? first ?? 1), { path: ["lastSeq"] }));
export type Manifest = z.infer<typeof manifest>;
