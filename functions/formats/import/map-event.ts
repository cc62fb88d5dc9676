import {
  EVENT_PATHS,
  type EventDraft,
  type EventMap,
  type EventPath,
  type MapValue,
  putAt,
} from "../../contract/event-map.ts";
import { Refusal } from "../../domain/errors.ts";
import { instantOf } from "./local-time.ts";

/** Finds what a row has in a column: nothing, a text, or several where the column is a list. */
export type Lookup<Row> = (at: EventPath | "only", column: string) => (row: Row) => readonly string[];

/** What a row says, put into `event`. Throws `EVENT_NOT_ACCESS` for a row that the map leaves out. */
export type MapReader<Row> = (row: Row, event: EventDraft) => EventDraft;

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["0", false],
]);

/** Texts as the kind of value that belongs at a path. What does not fit is left for the event's schema. */
export const contentOf = (at: EventPath, texts: readonly string[], timeZone: string | undefined): MapValue => {
  const [text = ""] = texts;
  switch (at) {
    case "occurredAt":
      return instantOf(text, timeZone);
    case "sourceSeq":
    case "recordCount":
      return /^\d{1,15}$/.test(text) ? Number(text) : text;
    case "breakGlass":
      return BOOLEANS.get(text.toLowerCase()) ?? text;
    case "dataCategories":
    case "fieldsRevealed":
      return texts.flatMap((one) => one.split(";")).map((part) => part.trim());
    case "customerId":
      return texts.length > 1 ? [...new Set(texts)] : text;
    default:
      return text;
  }
};

const translate = (at: EventPath, text: string, table: Readonly<Record<string, MapValue>>): MapValue => {
  const value = [text, "*"].filter((key) => Object.hasOwn(table, key)).map((key) => table[key])[0];
  if (value !== undefined) return value;
  throw new Refusal("EVENT_FIELD_INVALID", { field: at, detail: "The map has no translation for this text." });
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What a template takes of a text: the shortest that fits, of one part of a path where a slash comes after it. */
const takeBy = (templates: readonly string[]): ((text: string) => string | undefined) => {
  const patterns = templates.map((template) => {
    const [before = "", after = ""] = template.split("{}").map((side) => side.split("*").map(escaped).join(".*"));
    return new RegExp(`^${before}(${after.startsWith("/") ? "[^/]+" : ".+?"})${after}$`, "su");
  });
  return (text) => patterns.map((pattern) => pattern.exec(text)?.[1]).find((taken) => taken !== undefined);
};

/** What a map makes of a file's rows, whatever these are, given where to find a column in them. */
export const mapReader = <Row>(map: EventMap, lookup: Lookup<Row>): MapReader<Row> => {
  const missing = new Set(map.missing);

  const textsIn = (at: EventPath | "only", columns: string | readonly string[]): ((row: Row) => readonly string[]) => {
    const reads = [columns].flat().map((column) => lookup(at, column));
    return (row) => {
      for (const read of reads) {
        const texts = read(row).filter((text) => text !== "" && !missing.has(text));
        if (texts.length > 0) return texts;
      }
      return [];
    };
  };

  const readerOf = (at: EventPath): ((row: Row) => MapValue | undefined) | undefined => {
    const { [at]: column } = map.columns;
    const { [at]: translation } = map.translate;
    const { [at]: template } = map.templates;
    const columns = column ?? translation?.column ?? template?.column;
    if (columns === undefined) return undefined;
    const read = textsIn(at, columns);
    const take = template && takeBy([template.template].flat());
    return (row) => {
      const texts = take ? read(row).flatMap((text) => take(text) ?? []) : read(row);
      const [text] = texts;
      if (text === undefined) return undefined;
      return translation ? translate(at, text, translation.table) : contentOf(at, texts, map.timeZone);
    };
  };

  const readers = EVENT_PATHS.flatMap((at) => {
    const read = readerOf(at);
    return read ? [{ at, read }] : [];
  });
  const readsCases = readers.some(({ at }) => at.startsWith("case."));
  const values = EVENT_PATHS.flatMap((at) => {
    const { [at]: value } = map.values;
    return value === undefined ? [] : [{ at, value }];
  });
  const wanted = Object.entries(map.only).map(([column, texts]) => ({
    read: textsIn("only", column),
    texts: new Set(texts),
  }));

  return (row, event) => {
    if (wanted.some(({ read, texts }) => !read(row).some((text) => texts.has(text)))) {
      throw new Refusal("EVENT_NOT_ACCESS", { detail: 'The map leaves such rows out ("only").' });
    }
    event["source"] = map.source;
    for (const { at, read } of readers) {
      const value = read(row);
      if (value !== undefined) putAt(event, at, value);
    }
    for (const { at, value } of values) {
      // A row without a case has none, even where every case of the file is of one type.
      if (at.startsWith("case.") && readsCases && event["case"] === undefined) continue;
      putAt(event, at, value);
    }
    return event;
  };
};
