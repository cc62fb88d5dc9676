import type { AccessEvent } from "../../contract/access-event.ts";
import type { EventMap } from "../../contract/event-map.ts";
import { Refusal } from "../../domain/errors.ts";
import type { ImportedRow } from "../../domain/imported-row.ts";
import { readCsvRows } from "./csv-rows.ts";
import { type Lookup, mapReader } from "./map-event.ts";
import { readEvent } from "./read-event.ts";
import { readRows } from "./split-rows.ts";

/** Throws `MAP_INVALID` where the header lacks a column of the map or has it twice. */
const columnOf =
  (header: readonly string[]): Lookup<readonly string[]> =>
  (at, column) => {
    const index = header.indexOf(column);
    if (index < 0 || header.includes(column, index + 1)) {
      const fault = index < 0 ? "lacks" : "has twice";
      const detail = `${at}: the map names a column that the file's header ${fault}.`;
      throw new Refusal("MAP_INVALID", { field: at, detail });
    }
    return (cells) => {
      const text = cells[index];
      return text === undefined ? [] : [text];
    };
  };

/** Makes the id of a row that carries none; the same for the same line of the same file. */
export type DeriveId = (line: number, cells: readonly string[]) => string;

/**
 * Access events from a CSV file with a header line, through a map. Holds one row in memory.
 * @throws {Refusal} FILE_UNREADABLE without a header, MAP_INVALID where the map does not fit it; both before any row.
 */
export const readCsv = async function* (
  chunks: AsyncIterable<Buffer>,
  map: EventMap,
  deriveId: DeriveId,
): AsyncGenerator<ImportedRow<AccessEvent>> {
  const rows = readCsvRows(chunks, map.delimiter);
  const first = await rows.next();
  const header = first.done ? undefined : first.value.value;
  if (header === undefined) throw new Refusal("FILE_UNREADABLE", { detail: "The file does not begin with a header." });
  const read = mapReader(map, columnOf(header));
  const carriesId = [map.columns, map.translate, map.templates].some(({ eventId }) => eventId !== undefined);

  yield* readRows(rows, (cells, { line }) => {
    if (cells.length !== header.length) {
      throw new Refusal("EVENT_UNREADABLE", { detail: "The row has more or fewer cells than the header." });
    }
    return readEvent(read(cells, { employee: {}, ...(!carriesId && { eventId: deriveId(line, cells) }) }));
  });
};
