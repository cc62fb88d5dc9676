import type * as z from "zod/mini";
import { type AccessEvent, accessEvent } from "../../contract/access-event.ts";
import { Refusal } from "../../domain/errors.ts";

/** The names of an event's own fields may be repeated in a refusal; anything else that stands there may be data. */
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9]{0,29}$/;

const at = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inside, name) => (typeof inside === "object" && inside !== null ? Reflect.get(inside, name) : undefined),
    input,
  );

const refusalOf = (issue: z.core.$ZodIssue, input: unknown): Refusal => {
  if (issue.code === "unrecognized_keys") {
    const name = issue.keys.find((key) => FIELD_NAME.test(key));
    return new Refusal("EVENT_FIELD_UNKNOWN", { field: [...issue.path, ...(name ? [name] : [])].join(".") });
  }
  const code = at(input, issue.path) === undefined ? "EVENT_FIELD_MISSING" : "EVENT_FIELD_INVALID";
  return new Refusal(code, { field: issue.path.join(".") });
};

/**
 * Reads what a company sends, whatever it was written in.
 * @throws {Refusal} EVENT_FIELD_MISSING, EVENT_FIELD_INVALID or EVENT_FIELD_UNKNOWN with the first wrong field.
 */
export const readBy = <Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw issue ? refusalOf(issue, input) : new Refusal("EVENT_UNREADABLE");
};

/** Reads an access event; throws as `readBy` does. */
export const readEvent = (input: unknown): AccessEvent => readBy(accessEvent, input);
