import type { Access } from "./access.ts";

/** Identifies an event among all sources (a source's name has no space). */
export const eventKey = (source: string, eventId: string): string => `${source} ${eventId}`;

export const readEventKey = (key: string): { readonly source: string; readonly eventId: string } => {
  const [source = ""] = key.split(" ", 1);
  return { source, eventId: key.slice(source.length + 1) };
};

/** The key of the event that this one corrects; undefined for most. A source corrects its own events only. */
export const correctedBy = ({ source, supersedes }: Pick<Access, "source" | "supersedes">): string | undefined =>
  supersedes === undefined ? undefined : eventKey(source, supersedes);

/** Notes, from an access that corrects another, which one: what `superseded` is asked about. */
export const noteCorrection = (
  corrections: Map<string, string>,
  access: Pick<Access, "source" | "eventId" | "supersedes">,
): void => {
  const corrected = correctedBy(access);
  if (corrected !== undefined) corrections.set(eventKey(access.source, access.eventId), corrected);
};

/**
 * The events that corrections replace, from each correction's key to the key of what it corrects. A replaced correction
 * still replaces: of a chain only the newest event stays. Corrections that go round in a circle correct nothing, because
 * no access may vanish without one that stands in its place.
 */
export const superseded = (corrections: ReadonlyMap<string, string>): ReadonlySet<string> => {
  const circular = eventsInCircles(corrections);
  return new Set([...corrections].filter(([by]) => !circular.has(by)).map(([, corrected]) => corrected));
};

const eventsInCircles = (corrections: ReadonlyMap<string, string>): ReadonlySet<string> => {
  const seen = new Set<string>();
  const circular = new Set<string>();
  for (const start of corrections.keys()) {
    const path: string[] = [];
    let event: string | undefined = start;
    while (event !== undefined && !seen.has(event)) {
      seen.add(event);
      path.push(event);
      event = corrections.get(event);
    }
    const entry = event === undefined ? -1 : path.indexOf(event);
    if (entry >= 0) for (const member of path.slice(entry)) circular.add(member);
  }
  return circular;
};
