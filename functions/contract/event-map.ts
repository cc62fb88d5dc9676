import * as z from "zod/mini";
import { Refusal } from "../domain/errors.ts";
import { accessEvent } from "./access-event.ts";
import { sourceName, text } from "./text.ts";

/** Where in an event a map can put something: everything but `source`, which is one for the whole file. */
export const EVENT_PATHS = [
  "eventId",
  "sourceSeq",
  "occurredAt",
  "customerId",
  "employee.id",
  "employee.name",
  "employee.role",
  "employee.unit",
  "employee.site",
  "employee.type",
  "onBehalfOf",
  "action",
  "involvement",
  "dataCategories",
  "fieldsRevealed",
  "recordCount",
  "partOf",
  "purpose",
  "purposeText",
  "case.type",
  "case.id",
  "breakGlass",
  "recipient",
  "outcome",
  "correlationId",
  "supersedes",
] as const;
export type EventPath = (typeof EVENT_PATHS)[number];

/** No map makes an event without these; `eventId` is derived where no column holds one. */
const REQUIRED = ["occurredAt", "customerId", "employee.id", "action"] as const;

const path = z.enum(EVENT_PATHS);
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const columnName = text(200);
/** A column, or several of which the first with something in it counts. */
const column = z.union([columnName, z.array(columnName).check(z.minLength(1), z.maxLength(20))]);

/**
 * What of a text to take: `{}` stands for it, `*` for anything else (`customers/{}/*`). Several are tried in turn; a text
 * that none of them fits has nothing there.
 */
const TEMPLATE = /^[^{}]*\{\}[^{}]*$/;
const template = text(200).check(z.regex(TEMPLATE));

/**
 * How the rows of a file become access events. A column is one of a CSV file's header, or of any other format a path into
 * its records (`actor.user.uid`, `resources[].uid`, `enrichments[name=purpose].value`).
 */
export const eventMap = z.strictObject({
  source: sourceName,
  /** IANA zone of times that carry no offset; without it such times are refused. */
  timeZone: z.optional(z.string().check(z.refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone)))),
  delimiter: z._default(z.enum([",", ";", "\t", "|"]), ","),
  /** Path into the event → name of the column that holds it. Lists are written in one cell with `;` between. */
  columns: z._default(z.partialRecord(path, column), {}),
  /** Path into the event → the same value for every row. */
  values: z._default(z.partialRecord(path, value), {}),
  /** Path into the event → a column, and what its texts stand for; `*` stands for every other text. */
  translate: z._default(z.partialRecord(path, z.strictObject({ column, table: z.record(z.string(), value) })), {}),
  /** Path into the event → the part of a column's text that a template names. */
  templates: z._default(
    z.partialRecord(
      path,
      z.strictObject({ column, template: z.union([template, z.array(template).check(z.minLength(1))]) }),
    ),
    {},
  ),
  /** Column → texts: a row that has none of them there is about something else, and no access to a customer's data. */
  only: z._default(z.record(columnName, z.array(z.string()).check(z.minLength(1))), {}),
  /** Texts that mean "no value" in this file, such as `EMPTY` or `n/a`. An empty cell always does. */
  missing: z._default(z.array(z.string()), []),
});
export type EventMap = z.infer<typeof eventMap>;
export type EventMapInput = z.input<typeof eventMap>;
export type MapValue = z.infer<typeof value>;

const invalid = (field: string, detail: string) => new Refusal("MAP_INVALID", { field, detail: `${field}: ${detail}` });

/** An event that is being put together. */
export type EventDraft = Record<string, MapValue | Record<string, MapValue>>;

export const putAt = (event: EventDraft, at: EventPath, content: MapValue): void => {
  const dot = at.indexOf(".");
  if (dot < 0) {
    event[at] = content;
    return;
  }
  const [outer, inner] = [at.slice(0, dot), at.slice(dot + 1)];
  const nested = event[outer];
  if (typeof nested === "object" && !Array.isArray(nested)) nested[inner] = content;
  else event[outer] = { [inner]: content };
};

/** An event that is right but for what a map writes into it. */
const fits = (at: EventPath, content: MapValue): boolean => {
  const event: EventDraft = {
    source: "a",
    eventId: "a",
    occurredAt: "2026-01-01T00:00:00Z",
    customerId: "a",
    employee: { id: "a" },
    action: "view",
    case: { type: "a", id: "a" },
  };
  putAt(event, at, content);
  return accessEvent.safeParse(event).success;
};

const checkTogether = (map: EventMap, required: readonly EventPath[]): void => {
  const given = [map.columns, map.translate, map.templates, map.values].flatMap((part) =>
    EVENT_PATHS.filter((at) => Object.hasOwn(part, at)),
  );
  const twice = given.find((at, n) => given.indexOf(at) < n);
  if (twice) throw invalid(twice, "is given twice. Leave it in one of columns, translate, templates and values.");
  const lacking = required.find((at) => !given.includes(at));
  if (lacking) throw invalid(lacking, "is needed for every event. Name its column, or give one value for all rows.");
  for (const at of EVENT_PATHS) {
    const written = [map.values[at], ...Object.values(map.translate[at]?.table ?? {})];
    if (written.some((content) => content !== undefined && !fits(at, content))) {
      throw invalid(at, "has a value in this map that no event may have there.");
    }
  }
};

const parseMap = (input: unknown, required: readonly EventPath[]): EventMap => {
  const parsed = eventMap.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(
      issue?.path.join(".") || "map",
      "is missing, unknown or not of the right kind. See regard import --help.",
    );
  }
  checkTogether(parsed.data, required);
  return parsed.data;
};

/**
 * Reads a map that makes whole events by itself: of a CSV file, or of a table.
 * @throws {Refusal} MAP_INVALID that names the field and says what to do, before any row is read.
 */
export const parseEventMap = (input: unknown): EventMap => parseMap(input, REQUIRED);

/**
 * Reads the map that adds to what a format says by itself, and replaces it where it says the same.
 * @throws {Refusal} MAP_INVALID likewise.
 */
export const parseFormatMap = (input: unknown): EventMap => parseMap(input, []);
