import type { AccessEvent } from "../contract/access-event.ts";
import { Refusal } from "../domain/errors.ts";
import { isShared } from "../formats/import/foreign.ts";
import { isForeign } from "../formats/import/foreign-formats.ts";
import { type AppendAccesses, appendAccesses, type EventOutcome } from "../use-cases/append-accesses.ts";
import { type Command, onlyWord, readWords } from "./command.ts";
import { connect, type Portal } from "./connection.ts";
import { importFile, printSummary } from "./import-file.ts";
import { readerFor, readMap } from "./import-formats.ts";
import { copyTable } from "./import-table.ts";

const help = `Usage: regard import FILE --format FORMAT [--map MAP] [options]
       regard import --from-table NAME --map MAP [options]

Reads access events into the access log. FILE may be packed with gzip. Running it twice adds nothing;
stopping it half-way and running it again loses nothing.

  --format FORMAT      what FILE is written in; FORMATS.md says field by field what becomes of each:
      ndjson           one access event of our own shape as JSON on each line
      csv              a CSV file with a header; --map says which column is what
      ocsf             OCSF 1.x events that name an actor and a resource, entity or user of type Customer
      fhir             FHIR AuditEvents (IHE BALP): a Bundle, NDJSON or one; both sides of a request count once
      cloudtrail       AWS CloudTrail's files; the map takes the customer out of the key of the item or object
      salesforce       event streams (JSON) and event log files (CSV); lists and reports count as bulk accesses
      m365             Microsoft 365's unified audit log; the map takes the customer out of the file's address
      find-usage       the answer of Estonia's data tracker (Andmejälgija), SOAP or JSON
      pgaudit          names no customer: every line is refused, and says what to do instead
  --map MAP            what the format does not say by itself, or says differently; a JSON file (see below)
  --keep-expired       stores events past the retention time too, and keeps them as long as new ones
  --quarantine PATH    where refused rows go; FILE.quarantine.ndjson if left out
  --json               prints the summary as JSON
  --from-table NAME    copies a DynamoDB table of your own instead of a file, by a parallel scan that goes on
                       where it was stopped; its map names attributes, and "primaryKey": ["PK", "SK"]
  --segments N         how many parts of that table are read at once; 4 if left out
  --checkpoint PATH    how far the copy is, until it is done; NAME.checkpoint.json if left out
  --stage NAME         the portal of that stage on AWS; without it, the one on this computer (PORT, 4000)

Every row ends up in one count: accepted + duplicates + expired + quarantined = rows read. Exits with 1
if any row was quarantined.

A map:
  {
    "source": "permit-desk",
    "timeZone": "Europe/Amsterdam",
    "columns": { "occurredAt": "Time", "customerId": "File", "employee.id": "Clerk", "case.id": "File" },
    "values": { "action": "view", "case.type": "permit", "dataCategories": ["permit"] },
    "translate": { "purpose": { "column": "Step", "table": { "Intake": "ACCOUNT_ADMIN", "*": "COMPLAINT_CLAIM" } } },
    "missing": ["n/a"]
  }
The words before the colons are paths into the event. "timeZone" is for times without an offset: one that
the clock shows twice is read as the earlier, one that it skips is quarantined. "*" stands for every other
text, "missing" lists texts that mean "no value", "delimiter" may be ";", "|" or a tab. Lists stand in one
cell with ";" between. Without a column for "eventId", ids are made from each row's content and line: keep
the lines of a file where they are when you import it again.

In all other formats a column is a path into the record ("actor.user.uid", "resources[].uid",
"enrichments[name=purpose].value"), and nothing but "source" is needed. For every format:
  "columns":   a list of columns stands for the first that has something
  "templates": { "customerId": { "column": "requestParameters.key", "template": "customers/{}/*" } }
               takes the part of a text that {} stands for; * stands for anything; a list is tried in turn
  "only":      { "requestParameters.tableName": ["Customers"] } leaves out rows about something else

Examples:
  npx regard import accesses.ndjson.gz --format ndjson
  npx regard import log.csv --format csv --map log-map.json --keep-expired
  npx regard import 111122223333_CloudTrail_eu-west-1_20260503.json.gz --format cloudtrail --map keys.json
`;

const NOT_WATCHED =
  "Everything is in the log, but some of it could not be set apart for the rules of detection. Run the import again " +
  "(it adds nothing twice), or let the rules read the whole time: regard signals --since DATE --open\n";

const options = {
  format: { type: "string" },
  map: { type: "string" },
  "keep-expired": { type: "boolean", default: false },
  "from-table": { type: "string" },
  segments: { type: "string" },
  checkpoint: { type: "string" },
  quarantine: { type: "string" },
  json: { type: "boolean", default: false },
  stage: { type: "string" },
} as const;

/**
 * Takes events; of two in another system's log that report the same look the second is no other event, however it
 * describes it.
 */
const takeWith =
  (deps: AppendAccesses, { format, keepExpired }: { readonly format: string; readonly keepExpired: boolean }): Take =>
  async (events) => {
    const outcomes = await appendAccesses(deps, { events, keepExpired });
    if (!isForeign(format)) return outcomes;
    return outcomes.map((outcome, n) => {
      const isTwin =
        outcome instanceof Refusal && outcome.code === "EVENT_CONFLICT" && events.slice(n, n + 1).some(isShared);
      return isTwin ? "duplicate" : outcome;
    });
  };

type Values = ReturnType<typeof readWords<typeof options>>["values"];
type Take = (events: readonly AccessEvent[]) => Promise<readonly EventOutcome[]>;

/** What is to be read, and how: wrong options are told before any portal is looked for. */
const importer = async (values: Values, positionals: readonly string[]) => {
  const { "from-table": table, format, map, segments, checkpoint: checkpointFile, quarantine: quarantineFile } = values;
  if (table === undefined) {
    const file = onlyWord(positionals, "file to import");
    const reader = await readerFor(format, map);
    return ({ keyring }: Portal, take: Take) => importFile({ file, quarantineFile, read: reader(keyring), take });
  }
  if (positionals.length > 0 || format !== undefined || map === undefined) {
    throw new Refusal("COMMAND_INVALID", { detail: "--from-table needs --map, and neither a file nor --format." });
  }
  const copy = { table, map: await readMap(map), segments, checkpointFile, quarantineFile };
  return ({ keyring, scanOf }: Portal, take: Take) => copyTable({ ...copy, keyring, scan: scanOf(table), take });
};

/** `regard import`: access events from a file, or a table of the company's own, into the log. */
export const importCommand: Command = {
  summary: "reads access events from a file into the access log",
  help,
  run: async (words) => {
    const { values, positionals } = readWords(words, options);
    const takeIn = await importer(values, positionals);
    const portal = await connect(values.stage);
    let unwatched = 0;
    const deps = {
      ...portal,
      missed: () => {
        unwatched += 1;
      },
    };
    try {
      const { format = "", "keep-expired": keepExpired } = values;
      const report = await takeIn(portal, takeWith(deps, { format, keepExpired }));
      if (unwatched > 0) process.stderr.write(NOT_WATCHED);
      const { taken } = report.tally;
      return printSummary(
        report,
        [
          ["accepted", taken.get("accepted") ?? 0],
          ["duplicates", taken.get("duplicate") ?? 0, "in the log already"],
          [
            "expired",
            taken.get("expired") ?? 0,
            `older than ${portal.config.retention.months} months, or erased at the customer's request; not stored`,
          ],
        ],
        values.json,
      );
    } finally {
      portal.close();
    }
  },
};
