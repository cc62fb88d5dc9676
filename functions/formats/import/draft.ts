import * as z from "zod/mini";
import { EVENT_PATHS, type EventDraft, type EventPath, type MapValue, putAt } from "../../contract/event-map.ts";
import { isSourceName } from "../../contract/text.ts";
import { contentOf } from "./map-event.ts";

/** What a format says of an event, path by path; what it does not say is undefined, and an empty text says nothing. */
export type Said = { readonly [at in EventPath | "source"]?: MapValue | undefined };

/** The draft of an event that has just what was said. */
export const draftOf = (said: Said): EventDraft => {
  const draft: EventDraft = { employee: {}, ...(said.source !== undefined && { source: said.source }) };
  for (const at of EVENT_PATHS) {
    const { [at]: value } = said;
    if (value !== undefined && value !== "") putAt(draft, at, value);
  }
  return draft;
};

/** Several texts as the kind of value that belongs at a path: a list is taken as it is. */
export const givenAt = (at: EventPath, texts: readonly string[]): MapValue =>
  at === "dataCategories" || at === "fieldsRevealed" ? [...texts] : contentOf(at, texts, undefined);

/** A name as a source may be called: "Amazon EKS" is `amazon-eks`. Undefined where nothing is left of it. */
export const sourceNameOf = (name: string | undefined): string | undefined =>
  name !== undefined && isSourceName(name) ? name : plainName(name);

const plainName = (name: string | undefined): string | undefined =>
  name
    ?.toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, "-")
    .replaceAll(/^[^a-z0-9]+|-+$/g, "")
    .slice(0, 63) || undefined;

/** The text, or where it is longer than an event may have it, its beginning. */
export const shortened = (text: string | undefined, max: number): string | undefined =>
  text?.slice(0, max).toWellFormed();

/** A member that has the wrong kind says nothing, and spoils nothing else of its record. */
export const optional = <T extends z.ZodMiniType>(type: T) => z.catch(z.optional(type), undefined);
export const optionalText = optional(z.string().check(z.trim()));
/** An id, also where it is written as a number. */
export const optionalId = optional(z.pipe(z.union([z.string(), z.number()]), z.transform(String)));

/** One customer as such: with a number beside it, the look is one of several that are told one by one. */
export const oneOrAll = (ids: readonly string[]): string | string[] => {
  const [only = "", ...more] = new Set(ids);
  return more.length === 0 ? only : [only, ...more];
};
