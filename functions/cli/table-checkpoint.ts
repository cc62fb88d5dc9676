import { createHash } from "node:crypto";
import { appendFile, readFile, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import * as z from "zod/mini";
import { REFUSALS, Refusal } from "../domain/errors.ts";
import type { RefusedItem, TableImport } from "../use-cases/import-table.ts";

const count = z.int().check(z.minimum(0));
const OUTCOMES = ["accepted", "duplicate", "expired"] as const;

const checkpoint = z.strictObject({
  /** Of the table's name and the map: a checkpoint is for one import only. */
  of: z.string(),
  segments: z.array(z.nullable(z.string())).check(z.minLength(1)),
  rows: count,
  quarantined: count,
  taken: z.partialRecord(z.enum(OUTCOMES), count),
  refused: z.record(z.string(), count),
  /** How much of the quarantine file belongs to what was counted. */
  quarantineBytes: count,
});

const isCode = (code: string): code is keyof typeof REFUSALS => Object.hasOwn(REFUSALS, code);

/** Which import a checkpoint is of. */
export const importOf = (table: string, map: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify([table, map]))
    .digest("base64url");

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

const readBefore = async (path: string): Promise<z.infer<typeof checkpoint> | undefined> => {
  try {
    return checkpoint.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return undefined; // none yet
  }
};

/**
 * How far an import of a table is, in a file beside it that is replaced as a whole; and what it refused, in another.
 * Both name items by their keys, which may name customers: only their owner can read them.
 */
export const openCheckpoint = async (options: {
  readonly path: string;
  readonly quarantineFile: string;
  readonly of: string;
  readonly segments: number;
  readonly primaryKey: readonly string[];
}) => {
  const { path, quarantineFile, of, segments, primaryKey } = options;
  const before = await readBefore(path);
  if (before !== undefined && before.of !== of) {
    throw new Refusal("COMMAND_INVALID", {
      detail: "The checkpoint file is of another table or map. Finish that import, or remove the file.",
    });
  }
  if (before === undefined) await rm(quarantineFile, { force: true });
  else if ((await sizeOf(quarantineFile)) > before.quarantineBytes)
    await truncate(quarantineFile, before.quarantineBytes);

  const refusedBefore = Object.entries(before?.refused ?? {}).flatMap(([code, n]) =>
    isCode(code) ? [[code, n] as const] : [],
  );
  const takenBefore = OUTCOMES.flatMap((outcome) => {
    const n = before?.taken[outcome];
    return n === undefined ? [] : [[outcome, n] as const];
  });
  const state: TableImport = {
    segments: before?.segments.map((one) => one ?? undefined) ?? Array.from({ length: segments }, () => undefined),
    tally: {
      rows: before?.rows ?? 0,
      quarantined: before?.quarantined ?? 0,
      taken: new Map(takenBefore),
      refused: new Map(refusedBefore),
    },
  };

  const keep = async (refused: readonly RefusedItem[]): Promise<void> => {
    const lines = refused.map(({ item, refusal: { code, detail, field } }) => {
      const key = Object.fromEntries(primaryKey.map((name) => [name, item.get(name)]));
      return `${JSON.stringify({ key, code, reason: detail, ...(field && { field }) })}\n`;
    });
    if (lines.length > 0) await appendFile(quarantineFile, lines.join(""), { mode: 0o600 });
    const { rows, quarantined, taken, refused: codes } = state.tally;
    const kept: z.infer<typeof checkpoint> = {
      ...{ of, segments: state.segments.map((one) => one ?? null), rows, quarantined },
      taken: Object.fromEntries(taken),
      refused: Object.fromEntries(codes),
      quarantineBytes: await sizeOf(quarantineFile),
    };
    await writeFile(`${path}.new`, JSON.stringify(kept), { mode: 0o600 });
    await rename(`${path}.new`, path);
  };

  return { state, isResumed: before !== undefined, keep, end: () => rm(path, { force: true }) };
};
