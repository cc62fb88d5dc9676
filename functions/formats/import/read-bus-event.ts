import { busEvent } from "../../contract/cloud-event.ts";
import { Refusal } from "../../domain/errors.ts";
import type { SentEvent } from "../../domain/sent-event.ts";
import { readSent } from "./read-sent.ts";

/** Of times, the instant counts, however it is written. */
const isSame = (name: string, one: unknown, other: string): boolean =>
  one === other || (name === "occurredAt" && Date.parse(String(one)) === Date.parse(other));

const parseEnvelope = (text: string) => {
  try {
    return busEvent.safeParse(JSON.parse(text)).data?.detail;
  } catch {
    return undefined;
  }
};

/**
 * Reads an event of the bus, as JSON. Undefined where it is no CloudEvent with an access event in it, so that nobody can
 * say what it is.
 */
export const readBusEvent = (text: string): SentEvent | undefined => {
  const envelope = parseEnvelope(text);
  if (envelope === undefined) return undefined;
  const { id, source, time, late, data } = envelope;
  const outside = { eventId: id, source, ...(time !== undefined && { occurredAt: time }) };
  const sent = readSent({ ...outside, ...data }, late);
  const field = Object.entries(outside).find(([name, value]) => name in data && !isSame(name, data[name], value))?.[0];
  if (field === undefined) return sent;
  const { event: _, ...rest } = sent;
  return { ...rest, refusal: new Refusal("EVENT_ENVELOPE_DIFFERS", { field }) };
};
