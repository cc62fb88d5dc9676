import { CUSTOMER_ROUTES, type RecordPage, ROWS_PER_ANSWER } from "../contract/customer-api.ts";
import type { RecordAccess, RecordStream } from "../contract/record.ts";
import { type Route, route } from "../http/route.ts";
import { type GiveRecordDeps, giveRecord } from "../use-cases/give-record.ts";
import type { PortalStore } from "../use-cases/identity-ports.ts";
import { listRequests } from "../use-cases/list-requests.ts";

/** Rows that are so long that fewer of them fill an answer; Lambda takes 6 MB, not compressed where nobody asks for it. */
const BYTES_PER_ANSWER = 4_000_000;

/** The rows from `offset` on that one answer can hold, and where the next one begins. */
const pageOf = async ({ header, accesses }: RecordStream, offset: number): Promise<RecordPage> => {
  const rows: RecordAccess[] = [];
  let at = 0;
  let bytes = 0;
  for await (const page of accesses) {
    for (const access of page.slice(Math.max(0, offset - at))) {
      bytes += Buffer.byteLength(JSON.stringify(access));
      const isFull = rows.length === ROWS_PER_ANSWER || (bytes > BYTES_PER_ANSWER && rows.length > 0);
      if (isFull) return { header, accesses: rows, nextOffset: offset + rows.length };
      rows.push(access);
    }
    at += page.length;
  }
  return { header, accesses: rows };
};

/** The record on the page, and the requests that records answered. */
export const recordRoutes = (deps: GiveRecordDeps & { readonly store: PortalStore }): Route[] => [
  route(CUSTOMER_ROUTES.readRecord, async ({ body: { offset, account, language, ...dates }, caller: customer }) => ({
    answer: await giveRecord(deps, { customer, account, language, dates }, (record) => pageOf(record, offset)),
  })),
  route(CUSTOMER_ROUTES.readRequests, async ({ caller }) => ({
    answer: { requests: [...(await listRequests(deps, caller))] },
  })),
];
