import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod/mini";

/** As much of a stream record as its delivery looks at. */
interface Sequenced {
  readonly dynamodb?: { readonly SequenceNumber?: string | undefined } | undefined;
}

/** How the records of one shard reach a function. */
export interface Delivery<Item extends Sequenced> {
  /** The function says which records it could not work on (`ReportBatchItemFailures`). */
  readonly reportsFailures: boolean;
  /** A batch that fails as a whole is halved. */
  readonly bisects: boolean;
  /** Further tries after the first one. */
  readonly retries: number;
  /** Waited before each of them. */
  readonly retryMs: number;
  readonly signal: AbortSignal;
  invoke(records: readonly Item[]): Promise<unknown>;
  /** Takes what is given up. */
  park(records: readonly Item[]): void;
}

/** A Lambda that says nothing has worked on everything. */
const report = z.union([
  z.null(),
  z.object({ batchItemFailures: z._default(z.array(z.object({ itemIdentifier: z.string() })), []) }),
]);

/**
 * Brings one batch to a function until it has been worked on or is given up; the order is kept. Everything from the
 * first reported failure on is tried again (Lambda Developer Guide, "Reporting batch item failures").
 */
export const deliver = async <Item extends Sequenced>(
  batch: readonly Item[],
  delivery: Delivery<Item>,
): Promise<void> => {
  let left = batch;
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (delivery.signal.aborted) return;
    if (attempt > delivery.retries) return delivery.park(left);
    if (attempt > 0) await sleep(delivery.retryMs, undefined, { signal: delivery.signal }).catch(() => {});
    const failedAt = await firstFailure(left, delivery);
    if (failedAt === undefined) return;
    left = left.slice(failedAt);
    if (delivery.bisects && left.length > 1) {
      const half = Math.ceil(left.length / 2);
      await deliver(left.slice(0, half), delivery);
      return deliver(left.slice(half), delivery);
    }
  }
};

/** The position of the first record that was not worked on. */
const firstFailure = async <Item extends Sequenced>(
  batch: readonly Item[],
  { invoke, reportsFailures }: Delivery<Item>,
): Promise<number | undefined> => {
  try {
    const answered = report.safeParse((await invoke(batch)) ?? null);
    if (!reportsFailures) return undefined;
    if (!answered.success) return 0;
    const failed = (answered.data?.batchItemFailures ?? []).map(({ itemIdentifier }) =>
      batch.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === itemIdentifier),
    );
    // An identifier that is not in the batch makes all of it a failure, as on Lambda.
    return failed.length === 0 ? undefined : Math.max(0, Math.min(...failed));
  } catch {
    return 0; // the function's own log has said why
  }
};
