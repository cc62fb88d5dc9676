import type { AccessEventInput } from "../contract/access-event.ts";
import { LIMITS } from "./limits.ts";

const ENVELOPE = '{"events":[]}'.length;

/** The events of a call's body, from the front, as many as one call may hold: at most 500, and 1 MiB of JSON. */
export const nextCall = (events: readonly AccessEventInput[]): { readonly body: string; readonly count: number } => {
  const texts: string[] = [];
  let bytes = ENVELOPE;
  for (const event of events) {
    const text = JSON.stringify(event);
    bytes += Buffer.byteLength(text) + 1;
    if (texts.length === LIMITS.eventsPerCall || bytes > LIMITS.callBytes) break;
    texts.push(text);
  }
  return { body: `{"events":[${texts.join()}]}`, count: texts.length };
};
