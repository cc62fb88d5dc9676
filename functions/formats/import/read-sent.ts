import * as z from "zod/mini";
import { accessEvent, MAX_EVENT_BYTES } from "../../contract/access-event.ts";
import { instant, sourceName, text } from "../../contract/text.ts";
import { Refusal } from "../../domain/errors.ts";
import type { SentEvent } from "../../domain/sent-event.ts";
import { readEvent } from "./read-event.ts";

const readable = z.object({
  eventId: z.catch(z.optional(text(200)), undefined),
  source: z.catch(z.optional(sourceName), undefined),
  occurredAt: z.catch(z.optional(instant), undefined),
  customerId: z.catch(z.optional(accessEvent.shape.customerId), undefined),
});

/** JSON that is nested too deeply to be written again is no event either. */
export const textOf = (input: unknown): string => {
  try {
    return JSON.stringify(input);
  } catch {
    return "";
  }
};

/** Reads one event of a call, whatever it is: nothing that stands in it throws. */
export const readSent = (input: unknown, late: boolean): SentEvent => {
  const text = textOf(input);
  try {
    if (text === "" || Buffer.byteLength(text) > MAX_EVENT_BYTES) throw new Refusal("EVENT_TOO_LARGE");
    const event = readEvent(input);
    const { eventId, source, occurredAt, customerId } = event;
    return { text, late, event, eventId, source, occurredAt, customerId };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { text, late, refusal: error, ...readable.safeParse(input).data };
  }
};

/** The same, from the JSON that an earlier reading left. */
export const readSentAgain = (text: string): SentEvent => readSent(JSON.parse(text), false);
