import type { Access } from "../domain/access.ts";
import type { AccessLog } from "../use-cases/ports.ts";

const byteOrder = (one: string, other: string): number =>
  one === other ? 0 : Buffer.compare(Buffer.from(one), Buffer.from(other));

/** The order of a log: by time, and within a millisecond by source and id. */
export const inOrder = (one: Access, other: Access): number =>
  byteOrder(one.occurredAt, other.occurredAt) ||
  byteOrder(one.source, other.source) ||
  byteOrder(one.eventId, other.eventId);

type Pages = AsyncIterable<readonly Access[]>;

/** Reads pages, and shows the one that is to be read on. */
const reader = (pages: Pages) => {
  const iterator = pages[Symbol.asyncIterator]();
  let page: readonly Access[] = [];
  let at = 0;
  let isOver = false;
  return {
    /** The next access; undefined behind the last. */
    head: async (): Promise<Access | undefined> => {
      while (at >= page.length && !isOver) {
        const next = await iterator.next();
        [page, at] = [next.done ? [] : next.value, 0];
        isOver = next.done ?? false;
      }
      return page[at];
    },
    /** Whether the next access is on a page that was not asked for yet. */
    isAtEnd: () => at >= page.length && !isOver,
    take: () => {
      at += 1;
    },
    close: async () => {
      await iterator.return?.();
    },
  };
};

/** Two ordered streams as one, a page of each in memory. What both have comes once, as the first has it. */
const mergePages = async function* (one: Pages, other: Pages): AsyncGenerator<readonly Access[]> {
  const [a, b] = [reader(one), reader(other)];
  try {
    let merged: Access[] = [];
    for (;;) {
      if (merged.length > 0 && (a.isAtEnd() || b.isAtEnd())) {
        yield merged;
        merged = [];
      }
      const [left, right] = await Promise.all([a.head(), b.head()]);
      if (left === undefined && right === undefined) break;
      const order = left === undefined ? 1 : right === undefined ? -1 : inOrder(left, right);
      if (order <= 0) a.take();
      if (order >= 0) b.take();
      const next = order <= 0 ? left : right;
      if (next !== undefined) merged.push(next);
    }
    if (merged.length > 0) yield merged;
  } finally {
    await Promise.all([a.close(), b.close()]);
  }
};

/** Regard's log, which takes what comes, and a log of the company's own beside it, which is only read. */
export const mergeLogs = (
  log: AccessLog,
  own: Pick<AccessLog, "ofCustomer" | "ofEmployee" | "employeeMonths">,
): AccessLog => ({
  append: log.append,
  ofCustomer: (customerKey, period, unread) =>
    mergePages(log.ofCustomer(customerKey, period), own.ofCustomer(customerKey, period, unread)),
  ofEmployee: (employeeId, month) => mergePages(log.ofEmployee(employeeId, month), own.ofEmployee(employeeId, month)),
  employeeMonths: async function* () {
    yield* log.employeeMonths();
    yield* own.employeeMonths();
  },
  eventsOn: log.eventsOn,
});
