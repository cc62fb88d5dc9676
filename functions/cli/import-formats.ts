import { readFile } from "node:fs/promises";
import type { AccessEvent } from "../contract/access-event.ts";
import { parseEventMap, parseFormatMap } from "../contract/event-map.ts";
import { Refusal } from "../domain/errors.ts";
import type { ImportedRow } from "../domain/imported-row.ts";
import { readCsv } from "../formats/import/csv.ts";
import { type KeyedHash, readForeign } from "../formats/import/foreign.ts";
import { FOREIGN_FORMATS, isForeign } from "../formats/import/foreign-formats.ts";
import { readNdjson } from "../formats/import/ndjson.ts";
import type { Keyring } from "../use-cases/ports.ts";

/** What a map's file says; what it means is for whoever needs it. */
export const readMap = async (path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new Refusal("MAP_INVALID", { detail: "The map cannot be read as a JSON file.", cause });
  }
};

/** Keyed: an id must not tell whose row it was to someone who can guess. */
const hashWith =
  (keyring: Keyring): KeyedHash =>
  (...parts) =>
    keyring
      .mac("row", ...parts)
      .toString("base64url")
      .slice(0, 22);

type Reader = (chunks: AsyncIterable<Buffer>) => AsyncIterable<ImportedRow<AccessEvent>>;

/** What reads files of a format, with the map where one was given. */
export const readerFor = async (
  format: string | undefined,
  mapFile: string | undefined,
): Promise<(keyring: Keyring) => Reader> => {
  if (format === "ndjson") {
    if (mapFile === undefined) return () => readNdjson;
    throw new Refusal("COMMAND_INVALID", { detail: "Events of our own shape need no map: leave --map out." });
  }
  if (format === "csv") {
    if (mapFile === undefined) throw new Refusal("COMMAND_INVALID", { detail: "A CSV file needs --map." });
    const parsed = parseEventMap(await readMap(mapFile));
    return (keyring) => {
      const hash = hashWith(keyring);
      return (chunks) => readCsv(chunks, parsed, (line, cells) => `row-${line}-${hash(...cells)}`);
    };
  }
  if (format === undefined || !isForeign(format)) {
    const known = ["ndjson", "csv", ...Object.keys(FOREIGN_FORMATS)].join(", ");
    throw new Refusal("COMMAND_INVALID", { detail: `Give --format, one of: ${known}.` });
  }
  const parsed = mapFile === undefined ? undefined : parseFormatMap(await readMap(mapFile));
  return (keyring) => (chunks) => readForeign(chunks, FOREIGN_FORMATS[format], parsed, hashWith(keyring));
};
