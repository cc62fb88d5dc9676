import { type CustomerLink, customerLink } from "../../contract/customer-link.ts";
import { Refusal } from "../../domain/errors.ts";
import type { ImportedRow } from "../../domain/imported-row.ts";
import { readCsvRows } from "./csv-rows.ts";
import { readRows } from "./split-rows.ts";

const isHeader = ([customerId, email]: readonly string[]) =>
  customerId?.toLowerCase() === "customerid" && email?.toLowerCase() === "email";

const linkOf = (cells: readonly string[]): CustomerLink => {
  const [customerId = "", email = "", ...more] = cells;
  if (more.length > 0 || cells.length < 2) {
    throw new Refusal("EVENT_UNREADABLE", { detail: "A row is a customer id and a mail address." });
  }
  const empty = customerId === "" ? "customerId" : email === "" ? "email" : undefined;
  if (empty) throw new Refusal("EVENT_FIELD_MISSING", { field: empty });
  const parsed = customerLink.safeParse({ customerId, email });
  if (parsed.success) return parsed.data;
  throw new Refusal("EVENT_FIELD_INVALID", { field: parsed.error.issues[0]?.path.join(".") ?? "" });
};

/**
 * The company's list of customers and addresses from a CSV file: customer id, then address, one pair a line. A first
 * line `customerId,email` is a header and may be left out. Holds one row in memory.
 */
export const readCustomers = async function* (
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<ImportedRow<CustomerLink>> {
  const rows = readCsvRows(chunks, ",");
  const first = await rows.next();
  if (first.done) return;
  const begun = async function* () {
    if (!first.value.value || !isHeader(first.value.value)) yield first.value;
    yield* rows;
  };
  yield* readRows(begun(), linkOf);
};
