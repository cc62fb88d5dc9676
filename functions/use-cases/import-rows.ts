import { Refusal, type RefusalCode } from "../domain/errors.ts";
import type { ImportedRow } from "../domain/imported-row.ts";

/** A row that could not be taken, as the quarantine file shows it. Nothing in it repeats what the row said. */
export interface QuarantinedRow {
  readonly line: number;
  readonly record?: number;
  readonly code: RefusalCode;
  readonly reason: string;
  readonly field?: string;
}

/** How far an import is: each row read so far has exactly one outcome. */
export interface ImportTally<Outcome extends string> {
  rows: number;
  quarantined: number;
  readonly taken: Map<Outcome, number>;
  readonly refused: Map<RefusalCode, number>;
}

/** Rows in memory at a time, twice: one batch is taken while the next is read. */
const ROWS_PER_BATCH = 1_000;

type Batch<Value> = readonly ImportedRow<Value>[];

const batchesOf = async function* <Value>(rows: AsyncIterable<ImportedRow<Value>>): AsyncGenerator<Batch<Value>> {
  let batch: ImportedRow<Value>[] = [];
  try {
    for await (const row of rows) {
      batch.push(row);
      if (batch.length < ROWS_PER_BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    // What was read before a file turned out to be damaged is taken all the same.
    if (batch.length > 0) yield batch;
    throw error;
  }
  if (batch.length > 0) yield batch;
};

const quarantined = (
  { line, record }: Pick<QuarantinedRow, "line" | "record">,
  { code, detail, field }: Refusal,
): QuarantinedRow => ({
  line,
  ...(record !== undefined && { record }),
  code,
  reason: detail,
  ...(field && { field }),
});

/**
 * Takes the rows of a file in batches, in their order. Memory does not grow with their number.
 *
 * @param take Takes a batch and answers in its order; a row that it refuses is quarantined.
 * @param aside Told, in order, about the quarantined rows of a batch, and then how far the import is.
 */
export const importRows = async <Value, Outcome extends string>(
  rows: AsyncIterable<ImportedRow<Value>>,
  take: (values: readonly Value[]) => Promise<readonly (Outcome | Refusal)[]>,
  aside: (rows: readonly QuarantinedRow[], tally: ImportTally<Outcome>) => Promise<void>,
): Promise<ImportTally<Outcome>> => {
  const tally: ImportTally<Outcome> = { rows: 0, quarantined: 0, taken: new Map(), refused: new Map() };

  const settle = async (batch: Batch<Value>): Promise<void> => {
    const outcomes = (await take(batch.flatMap((row) => (row.refusal ? [] : [row.value])))).values();
    const refused: QuarantinedRow[] = [];
    for (const row of batch) {
      const outcome = row.refusal ?? outcomes.next().value;
      if (outcome === undefined) throw new Error("A row was not answered for.");
      tally.rows += 1;
      if (outcome instanceof Refusal) {
        refused.push(quarantined(row, outcome));
        tally.quarantined += 1;
        tally.refused.set(outcome.code, (tally.refused.get(outcome.code) ?? 0) + 1);
      } else tally.taken.set(outcome, (tally.taken.get(outcome) ?? 0) + 1);
    }
    await aside(refused, tally);
  };

  let settling = Promise.resolve();
  try {
    for await (const batch of batchesOf(rows)) {
      await settling;
      settling = settle(batch);
      settling.catch(() => {}); // awaited above or below
    }
  } finally {
    await settling;
  }
  return tally;
};
