import {
  type CsvMap,
  EVENT_PATHS,
  type EventDraft,
  type EventPath,
  type MapValue,
  putAt,
} from "../../contract/csv-map.ts";
import { Refusal } from "../../domain/errors.ts";
import { instantOf } from "./local-time.ts";

type Cells = readonly string[];

/** Reads what a row has at one path of the event; undefined where it has nothing. */
type Read = (cells: Cells) => MapValue | undefined;

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["0", false],
]);

/** A cell's text as the kind of value that belongs at a path. What does not fit is left for the event's schema. */
const contentOf = (at: EventPath, text: string, timeZone: string | undefined): MapValue => {
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
      return text.split(";").map((part) => part.trim());
    default:
      return text;
  }
};

const translate = (at: EventPath, text: string, table: Readonly<Record<string, MapValue>>): MapValue => {
  const value = [text, "*"].filter((key) => Object.hasOwn(table, key)).map((key) => table[key])[0];
  if (value !== undefined) return value;
  throw new Refusal("EVENT_FIELD_INVALID", { field: at, detail: "The map has no translation for this text." });
};

/**
 * What a map makes of a row, given the file's header: an object for `readEvent`.
 * @throws {Refusal} MAP_INVALID where the header lacks a column of the map or has it twice.
 */
export const rowReader = (map: CsvMap, header: Cells): ((cells: Cells) => EventDraft) => {
  const missing = new Set(map.missing);

  const textIn = (at: EventPath, column: string): ((cells: Cells) => string | undefined) => {
    const index = header.indexOf(column);
    if (index < 0 || header.includes(column, index + 1)) {
      const fault = index < 0 ? "lacks" : "has twice";
      const detail = `${at}: the map names a column that the file's header ${fault}.`;
      throw new Refusal("MAP_INVALID", { field: at, detail });
    }
    return (cells) => {
      const text = cells[index];
      return text === undefined || text === "" || missing.has(text) ? undefined : text;
    };
  };

  const readerOf = (at: EventPath): Read | undefined => {
    const { [at]: column } = map.columns;
    const { [at]: translation } = map.translate;
    const name = column ?? translation?.column;
    if (name === undefined) return undefined;
    const read = textIn(at, name);
    return (cells) => {
      const text = read(cells);
      if (text === undefined) return undefined;
      return translation ? translate(at, text, translation.table) : contentOf(at, text, map.timeZone);
    };
  };

  const readers = EVENT_PATHS.flatMap((at) => {
    const read = readerOf(at);
    return read ? [{ at, read }] : [];
  });
  const readsCases = readers.some(({ at }) => at.startsWith("case."));

  return (cells) => {
    const event: EventDraft = { source: map.source, employee: {} };
    for (const { at, read } of readers) {
      const value = read(cells);
      if (value !== undefined) putAt(event, at, value);
    }
    for (const at of EVENT_PATHS) {
      // A row without a case has none, even where every case of the file is of one type.
      if (at.startsWith("case.") && readsCases && event["case"] === undefined) continue;
      const { [at]: value } = map.values;
      if (value !== undefined) putAt(event, at, value);
    }
    return event;
  };
};
