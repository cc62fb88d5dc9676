import { Refusal } from "../domain/errors.ts";
import { readFacts } from "../formats/import/facts.ts";
import { keepFacts } from "../use-cases/keep-facts.ts";
import { type Command, onlyWord, readWords } from "./command.ts";
import { connect } from "./connection.ts";
import { importFile, printSummary } from "./import-file.ts";

const help = `Usage: regard facts import FILE --format ndjson [options]

Reads business facts: what the company's own systems know about cases, shifts, employees and customers.
Records judge by them whether a reason is borne out, and the rules of detection what needs an explanation.
FILE may be packed with gzip. The latest word on a case, shift, employee or customer replaces the one before
it, whole. Running it twice adds nothing; stopping it half-way and running it again loses nothing. Customer
ids, numbers and accounts are kept as keyed hashes only.

  --format ndjson      one fact as JSON on each line, of one of the kinds below
  --quarantine PATH    where refused rows go; FILE.quarantine.ndjson if left out
  --json               prints the summary as JSON
  --stage NAME         the portal of that stage on AWS; without it, the one on this computer (PORT, 4000)

cases + employees + shifts + customers + quarantined = rows read. Exits with 1 if any row was quarantined.

The kinds, with what is required first ("regard openapi" has every field):
  {"kind": "case", "type": "order", "id": "O-77", "customerId": "C-1", "openedAt": "2026-05-03T08:00:00Z",
   "closedAt": "2026-05-04T09:00:00Z", "employeeIds": ["emp-7"], "units": ["Deliveries North"]}
  {"kind": "employee", "id": "emp-7", "managerId": "emp-2", "unit": "Deliveries North", "protected": true,
   "leftOn": "2026-06-30", "customerId": "C-9", "addressHashes": ["…"], "contacts": ["+44 7700 900117"]}
  {"kind": "shift", "employeeId": "emp-7", "from": "2026-05-03T08:00:00Z", "to": "2026-05-03T16:00:00Z"}
  {"kind": "customer", "customerId": "C-1", "addressHashes": ["…"], "conflictEmployeeIds": ["emp-3"]}
Hashes are the company's own, salted: OPERATIONS.md, "Facts in", says how to make them.

Example:
  npx regard facts import facts.ndjson.gz --format ndjson --stage production
`;

const options = {
  format: { type: "string" },
  quarantine: { type: "string" },
  json: { type: "boolean", default: false },
  stage: { type: "string" },
} as const;

/** `regard facts import`: what bears reasons out, from a file. */
export const factsImportCommand: Command = {
  summary: "reads cases, employees, shifts and customers from a file",
  help,
  run: async (words) => {
    const { values, positionals } = readWords(words, options);
    const file = onlyWord(positionals, "file to import");
    if (values.format !== "ndjson") throw new Refusal("COMMAND_INVALID", { detail: "Give --format ndjson." });
    const portal = await connect(values.stage);
    try {
      const report = await importFile({
        file,
        quarantineFile: values.quarantine,
        read: readFacts,
        take: async (facts) => {
          await keepFacts(portal, facts);
          return facts.map(({ kind }) => kind);
        },
      });
      const { taken } = report.tally;
      return printSummary(
        report,
        [
          ["cases", taken.get("case") ?? 0],
          ["employees", taken.get("employee") ?? 0],
          ["shifts", taken.get("shift") ?? 0],
          ["customers", taken.get("customer") ?? 0],
        ],
        values.json,
      );
    } finally {
      portal.close();
    }
  },
};
