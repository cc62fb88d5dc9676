import { Refusal } from "../../domain/errors.ts";
import { readCsvRows } from "./csv-rows.ts";
import type { ForeignFormat } from "./foreign.ts";

const ADVICE =
  "A database knows the role that the application signed in with and the statement, and neither the customer nor the person. Have the application report the look where it knows both: with the recorder, or as NDJSON.";

/**
 * PostgreSQL's csvlog with lines of pgaudit. It holds statements, and whose data they read stands in none of its columns:
 * every line is refused with what to do instead, so that nobody takes an empty record for a clean one.
 */
export const PGAUDIT: ForeignFormat = {
  recordsOf: (chunks) => readCsvRows(chunks, ","),
  read: (record) => {
    const isAudit = Array.isArray(record) && record.some((cell) => typeof cell === "string" && /^AUDIT: /.test(cell));
    throw isAudit
      ? new Refusal("EVENT_UNATTRIBUTABLE", { field: "customerId", detail: ADVICE })
      : new Refusal("EVENT_NOT_ACCESS", { detail: "A line of the server's own, not of pgaudit." });
  },
  advice: { customer: ADVICE, employee: ADVICE },
};
