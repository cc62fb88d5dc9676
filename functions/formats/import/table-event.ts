import type { AccessEvent } from "../../contract/access-event.ts";
import type { TableMap } from "../../contract/table-map.ts";
import type { ItemTexts } from "../../domain/imported-row.ts";
import { type Lookup, mapReader } from "./map-event.ts";
import { readEvent } from "./read-event.ts";

/** Makes the id of an item that carries none, from its primary key. */
export type DeriveItemId = (...key: readonly string[]) => string;

const textAt: Lookup<ItemTexts> = (_, attribute) => (texts) => [texts.get(attribute)?.trim() ?? ""];

/**
 * Reads items of a company's own table as access events.
 * @throws {Refusal} What `readEvent` throws, for an item that does not fit the map; EVENT_NOT_ACCESS for one that it leaves out.
 */
export const itemReader = (
  { map, primaryKey }: TableMap,
  deriveId: DeriveItemId,
): ((texts: ItemTexts) => AccessEvent) => {
  const read = mapReader(map, textAt);
  const carriesId = [map.columns, map.translate, map.templates].some(({ eventId }) => eventId !== undefined);
  return (texts) => {
    const key = primaryKey.map((name) => texts.get(name) ?? "");
    return readEvent(read(texts, { employee: {}, ...(!carriesId && { eventId: deriveId(...key) }) }));
  };
};
