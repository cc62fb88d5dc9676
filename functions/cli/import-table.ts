import { parseTableMap } from "../contract/table-map.ts";
import { Refusal } from "../domain/errors.ts";
import { itemReader } from "../formats/import/table-event.ts";
import type { ImportTally } from "../use-cases/import-rows.ts";
import { type ImportTableDeps, importTable } from "../use-cases/import-table.ts";
import type { Keyring } from "../use-cases/ports.ts";
import type { TableScan } from "../use-cases/table-ports.ts";
import { english } from "./english.ts";
import { showProgress } from "./progress.ts";
import { importOf, openCheckpoint } from "./table-checkpoint.ts";

const SEGMENTS = 4;
/** DynamoDB allows a million; more than these would wait for each other here. */
const MOST_SEGMENTS = 64;

const segmentsIn = (text: string | undefined): number => {
  const segments = text === undefined ? SEGMENTS : Number(text);
  if (Number.isInteger(segments) && segments >= 1 && segments <= MOST_SEGMENTS) return segments;
  throw new Refusal("COMMAND_INVALID", { detail: `Give --segments a number from 1 to ${MOST_SEGMENTS}.` });
};

interface Copy {
  readonly table: string;
  readonly map: unknown;
  readonly segments: string | undefined;
  readonly checkpointFile: string | undefined;
  readonly quarantineFile: string | undefined;
  readonly keyring: Pick<Keyring, "mac">;
  readonly scan: TableScan;
  readonly take: ImportTableDeps["take"];
}

/** Copies a company's own table into the access log, with a checkpoint beside it. What became of its items, as of a file's rows. */
export const copyTable = async (
  copy: Copy,
): Promise<{
  readonly file: string;
  readonly tally: ImportTally<"accepted" | "duplicate" | "expired">;
  readonly quarantineFile: string;
}> => {
  const { table, map, scan, take, keyring } = copy;
  const { checkpointFile = `${table}.checkpoint.json`, quarantineFile = `${table}.quarantine.ndjson` } = copy;
  const parsed = parseTableMap(map);
  const checkpoint = await openCheckpoint({
    path: checkpointFile,
    quarantineFile,
    of: importOf(table, map),
    segments: segmentsIn(copy.segments),
    primaryKey: parsed.primaryKey,
  });
  const { state, isResumed } = checkpoint;
  const items = () => english(state.tally.rows, "# item", "# items");
  if (isResumed) process.stderr.write(`Going on after ${items()} (${checkpointFile}).\n`);
  const progress = showProgress(0, { write: (line: string) => process.stderr.write(line) });
  // Keyed: an id must not tell whose row it was to someone who can guess.
  const deriveId = (...key: readonly string[]) =>
    `item-${keyring
      .mac("item", ...key)
      .toString("base64url")
      .slice(0, 22)}`;
  try {
    await importTable(
      {
        scan,
        read: itemReader(parsed, deriveId),
        take,
        keep: async (refused) => {
          await checkpoint.keep(refused);
          progress.rows(state.tally.rows);
        },
      },
      state,
    );
  } catch (error) {
    process.stderr.write(`Broken off after ${items()}. Run it again: it goes on from ${checkpointFile}.\n`);
    throw error;
  } finally {
    progress.end();
  }
  await checkpoint.end();
  return { file: table, tally: state.tally, quarantineFile };
};
