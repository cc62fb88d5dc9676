import * as z from "zod/mini";
import { readBusEvent } from "../formats/import/read-bus-event.ts";
import { faultOf } from "../http/problems.ts";
import { type TakeSent, takeSent } from "./take-sent.ts";

/** A batch of a queue, as far as it is used (Lambda Developer Guide, "Using Lambda with Amazon SQS"). */
const queueBatch = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

const ROUTE = "on-event";

/**
 * Takes the bus's events from their queue. What over the API is answered with `rejected`, nobody hears of here: it is
 * reported as failed, like what cannot be read at all, and ends in the dead letters after its last try. So does what
 * could not be kept because the store stayed away.
 */
export const onQueuedEvents =
  (deps: TakeSent) =>
  async (event: unknown): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> => {
    const records = queueBatch.parse(event).Records.map(({ messageId, body }) => ({
      itemIdentifier: messageId,
      sent: readBusEvent(body),
    }));
    const unreadable = records.filter(({ sent }) => sent === undefined);
    if (unreadable.length > 0) deps.log({ code: "EVENT_UNREADABLE", route: ROUTE, count: unreadable.length });
    const failed = new Set(unreadable);
    try {
      const readable = records.flatMap(({ sent }) => (sent === undefined ? [] : [sent]));
      const taken = (await takeSent(deps, ROUTE, readable)).values();
      for (const record of records) {
        if (record.sent === undefined) continue;
        const outcome = taken.next().value;
        // What may not be kept any more may not be kept in a queue either.
        if (outcome?.outcome === "rejected" && outcome.refusal.code !== "EVENT_EXPIRED") failed.add(record);
      }
    } catch (error) {
      const fault = faultOf(error);
      deps.log({ code: "UNAVAILABLE", route: ROUTE, ...(fault !== undefined && { fault }) });
      for (const record of records) failed.add(record);
    }
    return { batchItemFailures: [...failed].map(({ itemIdentifier }) => ({ itemIdentifier })) };
  };
