import type { CustomerLink } from "../contract/customer-link.ts";
import { readCustomers } from "../formats/import/customers.ts";
import { linkCustomers } from "../use-cases/link-customers.ts";
import { type Command, onlyWord, readWords } from "./command.ts";
import { connect } from "./connection.ts";
import { importFile, printSummary } from "./import-file.ts";

const help = `Usage: regard customers import FILE [options]

Reads which customer may ask for their record under which mail address. FILE is a CSV file, packed with
gzip or not: customer id, then address, one pair a line. A first line "customerId,email" may be there.
A customer with several addresses and an address of several customers are normal: one line for each pair.
Running it twice adds nothing. Only keyed hashes are kept.

  --quarantine PATH    where refused rows go; FILE.quarantine.ndjson if left out
  --json               prints the summary as JSON
  --stage NAME         the portal of that stage on AWS; without it, the one on this computer (PORT, 4000)

linked + quarantined = rows read. Exits with 1 if any row was quarantined.

Example:
  npx regard customers import customers.csv
`;

const options = {
  quarantine: { type: "string" },
  json: { type: "boolean", default: false },
  stage: { type: "string" },
} as const;

/** `regard customers import`: who may ask for whose record. */
export const customersImportCommand: Command = {
  summary: "reads which customer may ask under which mail address",
  help,
  run: async (words) => {
    const { values, positionals } = readWords(words, options);
    const file = onlyWord(positionals, "file to import");
    const portal = await connect(values.stage);
    try {
      const report = await importFile({
        file,
        quarantineFile: values.quarantine,
        read: readCustomers,
        take: async (links: readonly CustomerLink[]) => {
          await linkCustomers(portal, links);
          return links.map(() => "linked" as const);
        },
      });
      return printSummary(report, [["linked", report.tally.taken.get("linked") ?? 0]], values.json);
    } finally {
      portal.close();
    }
  },
};
