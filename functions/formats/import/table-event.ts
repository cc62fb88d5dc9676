import type { AccessEvent } from "../../contract/access-event.ts";
import type { TableMap } from "../../contract/table-map.ts";
import type { ItemTexts } from "../../domain/imported-row.ts";
import { rowReader } from "./csv-event.ts";
import { readEvent } from "./read-event.ts";

/** Makes the id of an item that carries none, from its primary key. */
export type DeriveItemId = (...key: readonly string[]) => string;

/**
 * Reads items of a company's own table as access events.
 * @throws {Refusal} What `readEvent` throws, for an item that does not fit the map.
 */
export const itemReader = (
  { map, primaryKey }: TableMap,
  deriveId: DeriveItemId,
): ((texts: ItemTexts) => AccessEvent) => {
  const named = [...Object.values(map.columns), ...Object.values(map.translate).map(({ column }) => column)];
  const columns = [...new Set(named)];
  const read = rowReader(map, columns);
  const carriesId = map.columns.eventId !== undefined || map.translate.eventId !== undefined;
  return (texts) => {
    const event = read(columns.map((column) => texts.get(column)?.trim() ?? ""));
    const key = primaryKey.map((name) => texts.get(name) ?? "");
    return readEvent({ ...(carriesId ? {} : { eventId: deriveId(...key) }), ...event });
  };
};
