import type * as z from "zod/mini";
import { MAX_EVENT_BYTES } from "../../contract/access-event.ts";
import { Refusal } from "../../domain/errors.ts";
import { readBy } from "./read-event.ts";
import { textOf } from "./read-sent.ts";

/** Reads one fact or manifest of a call, whatever it is: nothing that stands in it throws. */
export const readItem = <Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema> | Refusal => {
  const text = textOf(input);
  if (text === "" || Buffer.byteLength(text) > MAX_EVENT_BYTES) return new Refusal("EVENT_TOO_LARGE");
  try {
    return readBy(schema, input);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};
