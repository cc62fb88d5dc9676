import * as z from "zod/mini";
import { accessEvent, MAX_EVENT_BYTES } from "../../contract/access-event.ts";
import { instant, sourceName, text } from "../../contract/text.ts";
import { Refusal } from "../../domain/errors.ts";
import type { SentEvent } from "../../domain/sent-event.ts";
import { readEvent } from "./read-event.ts";
import { strikeOut, struckOutOf } from "./strike-out.ts";

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

const readText = (text: string, late: boolean, input: unknown): SentEvent => {
  const sent = { text, late, without: (isErased: (customerId: string) => boolean) => strikeOut(text, isErased) };
  try {
    if (text === "" || Buffer.byteLength(text) > MAX_EVENT_BYTES) throw new Refusal("EVENT_TOO_LARGE");
    const event = readEvent(input);
    const { eventId, source, occurredAt, customerId } = event;
    return { ...sent, event, eventId, source, occurredAt, customerId };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...sent, refusal: error, ...readable.safeParse(input).data };
  }
};

/** Reads one event of a call, whatever it is: nothing that stands in it throws. */
export const readSent = (input: unknown, late: boolean): SentEvent => readText(textOf(input), late, input);

/** The same, from the JSON that an earlier reading left, and customers may have been struck out of since. */
export const readSentAgain = (text: string): SentEvent => {
  const { input, struckOut } = struckOutOf(JSON.parse(text));
  return { ...readText(text, false, input), ...(struckOut > 0 && { struckOut }) };
};
