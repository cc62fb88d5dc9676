import type { AccessEvent } from "../contract/access-event.ts";
import { Refusal } from "../domain/errors.ts";
import type { ItemTexts } from "../domain/imported-row.ts";
import type { EventOutcome } from "./append-accesses.ts";
import type { ImportTally } from "./import-rows.ts";
import type { TableScan } from "./table-ports.ts";

/** Where a segment goes on; `done` behind its last page, undefined before its first. */
type SegmentState = string | undefined;
const SEGMENT_DONE = "done";

export interface TableImport {
  /** How far each segment is. Changed in place, together with the tally: whoever keeps both keeps one truth. */
  readonly segments: SegmentState[];
  readonly tally: ImportTally<Exclude<EventOutcome, Refusal>>;
}

/** An item that could not be taken. */
export interface RefusedItem {
  readonly item: ItemTexts;
  readonly refusal: Refusal;
}

export interface ImportTableDeps {
  readonly scan: TableScan;
  /** @throws {Refusal} for an item that is no event. */
  readonly read: (item: ItemTexts) => AccessEvent;
  /** Takes events and answers in their order. */
  readonly take: (events: readonly AccessEvent[]) => Promise<readonly EventOutcome[]>;
  /** Keeps how far the import is, and what was refused since the last time. Never called twice at once. */
  readonly keep: (refused: readonly RefusedItem[]) => Promise<void>;
}

const readOrRefuse = (read: ImportTableDeps["read"], item: ItemTexts): AccessEvent | Refusal => {
  try {
    return read(item);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

/**
 * Copies a company's own table into the access log, all segments side by side. A page is counted when its events are in
 * the log and never before, together with where the next one begins: stopped anywhere and called again with what was kept
 * last, it loses nothing, adds nothing twice (the log knows its events again), and counts every item once.
 */
export const importTable = async (
  { scan, read, take, keep }: ImportTableDeps,
  { segments, tally }: TableImport,
): Promise<void> => {
  let keeping = Promise.resolve();

  const settle = (
    items: readonly ItemTexts[],
    outcomes: readonly (EventOutcome | undefined)[],
  ): readonly RefusedItem[] => {
    const refused: RefusedItem[] = [];
    items.forEach((item, n) => {
      const outcome = outcomes[n];
      if (outcome === undefined) throw new Error("An item was not answered for.");
      tally.rows += 1;
      if (!(outcome instanceof Refusal)) {
        tally.taken.set(outcome, (tally.taken.get(outcome) ?? 0) + 1);
        return;
      }
      tally.quarantined += 1;
      tally.refused.set(outcome.code, (tally.refused.get(outcome.code) ?? 0) + 1);
      refused.push({ item, refusal: outcome });
    });
    return refused;
  };

  const work = async (segment: number): Promise<void> => {
    const from = segments[segment];
    if (from === SEGMENT_DONE) return;
    for await (const { items, next = SEGMENT_DONE } of scan.pages(segment, segments.length, from)) {
      const events = items.map((item) => readOrRefuse(read, item));
      const taken = (await take(events.flatMap((event) => (event instanceof Refusal ? [] : [event])))).values();
      const outcomes = events.map((event) => (event instanceof Refusal ? event : taken.next().value));
      keeping = keeping.then(async () => {
        const refused = settle(items, outcomes);
        segments[segment] = next;
        await keep(refused);
      });
      await keeping;
    }
  };
  await Promise.all(segments.map((_, segment) => work(segment)));
};
