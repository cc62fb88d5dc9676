import * as z from "zod/mini";

/**
 * An access event in the CloudEvents 1.0 envelope (cloudevents.io, "JSON Event Format"), as it stands in the `detail` of
 * an event on Regard's bus. The envelope's `id`, `source` and `time` are the event's `eventId`, `source` and
 * `occurredAt`: `data` may leave those out, and may not contradict them. Other attributes of the envelope are not read.
 */
const cloudEvent = z.object({
  specversion: z.literal("1.0"),
  type: z.literal("regard.access-event.v1"),
  id: z.string(),
  source: z.string(),
  time: z.optional(z.string()),
  /** An extension attribute: the event may be older than 7 days. */
  late: z._default(z.boolean(), false),
  data: z.record(z.string(), z.unknown()),
});

/** What EventBridge makes of it, as far as it is read. */
export const busEvent = z.object({ detail: cloudEvent });
