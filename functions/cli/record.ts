import { userInfo } from "node:os";
import { pipeline } from "node:stream/promises";
import * as z from "zod/mini";
import { FILE_FORMATS } from "../contract/customer-api.ts";
import { civilDate, text } from "../contract/text.ts";
import { Refusal } from "../domain/errors.ts";
import { firstLanguage, LANGUAGES } from "../domain/vocabulary.ts";
import { EXCHANGE_FILES, EXCHANGE_FORMATS, RECORD_FILES } from "../formats/export/record-files.ts";
import { checkRecord } from "../use-cases/check-record.ts";
import { type Command, isClosedPipe, readOptions } from "./command.ts";
import { readLetterLogo } from "./config-file.ts";
import { connect } from "./connection.ts";
import { english } from "./english.ts";

const help = `Usage: regard record --customer ID --format json|csv|pdf|ocsf|fhir [options]

Writes a customer's record to standard output, for the company's own checks: the same as the customer
would download. It opens no request and sends no mail. The look is itself logged as an access of that
customer, under your user name on this computer, before anything is read; it shows in the next record.

  --customer ID        the customer id, exactly as the company writes it
  --format FORMAT      json, csv or pdf, as the customer gets it;
                       ocsf (API Activity, one event a line) or fhir (a Bundle of AuditEvents), for other
                       systems: the rows alone, with the customer's id in clear. See FORMATS.md
  --from DATE          the first day, YYYY-MM-DD in the company's time zone; everything held if left out
  --to DATE            the last day; until now if left out
  --language CODE      en, fr, de or es; the first language of regard.config.ts if left out
  --stage NAME         the portal of that stage on AWS; without it, the one on this computer (PORT, 4000)

Examples:
  npx regard record --customer C-1001 --format json | jq .summary
  npx regard record --customer C-1001 --format pdf --from 2026-01-01 > record.pdf
`;

const options = {
  customer: { type: "string" },
  format: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  language: { type: "string" },
  stage: { type: "string" },
} as const;

const input = z.object({
  customer: text(200),
  format: z.enum([...FILE_FORMATS, ...EXCHANGE_FORMATS]),
  from: z.optional(civilDate),
  to: z.optional(civilDate),
  language: z.optional(z.enum(LANGUAGES)),
  stage: z.optional(z.string()),
});

/** `regard record`: a customer's record for the company's own checks. */
export const recordCommand: Command = {
  summary: "writes a customer's record, and logs that you looked",
  help,
  run: async (words) => {
    const { customer, format, stage, language, ...dates } = readOptions(words, options, input);
    if (format === "pdf" && process.stdout.isTTY) {
      throw new Refusal("COMMAND_INVALID", { detail: "A PDF is not for the terminal: add > record.pdf" });
    }
    const portal = await connect(stage);
    try {
      const record = await checkRecord(portal, {
        customerId: customer,
        employeeId: userInfo().username,
        language: language ?? firstLanguage(portal.config),
        dates,
      });
      const { reference, summary } = record.header;
      process.stderr.write(
        summary.accesses === 0
          ? `${reference}: nothing is held about this customer in this period. The record is empty.\n`
          : `${reference}: ${english(summary.accesses, "# access", "# accesses")}.\n`,
      );
      process.stderr.write("This look was logged and shows in the customer's next record.\n");
      const file =
        format === "ocsf" || format === "fhir"
          ? EXCHANGE_FILES[format](record, customer)
          : RECORD_FILES[format].write(record, format === "pdf" ? readLetterLogo(portal.config) : undefined);
      await pipeline(file, process.stdout, { end: false });
      return 0;
    } catch (error) {
      // Whoever read the output (head, less) has seen enough.
      if (isClosedPipe(error)) return 0;
      throw error;
    } finally {
      portal.close();
    }
  },
};
