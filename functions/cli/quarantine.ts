import { userInfo } from "node:os";
import * as z from "zod/mini";
import { Refusal } from "../domain/errors.ts";
import { readSentAgain } from "../formats/import/read-sent.ts";
import type { QuarantineEntry } from "../use-cases/intake-ports.ts";
import { showQuarantined } from "../use-cases/show-quarantined.ts";
import { type Command, onlyWord, readOptions, readWords } from "./command.ts";
import { connect } from "./connection.ts";
import { english } from "./english.ts";

const listHelp = `Usage: regard quarantine list [options]

Lists the events that systems sent and that could not be taken: their id, when they came last, from which
source, and why. They are in no record until somebody looks into them. Nothing is opened, so this is no look
at anybody's data.

  --code CODE          those with this code alone
  --source SOURCE      those of this source alone
  --json               one JSON object a line
  --stage NAME         the portal of that stage on AWS; without it, the one on this computer (PORT, 4000)

The codes stand in functions/domain/errors.ts; what to do about them, in OPERATIONS.md ("Events wait in the
quarantine").

Example:
  npx regard quarantine list --code PURPOSE_UNKNOWN
`;

const listOptions = {
  code: { type: "string" },
  source: { type: "string" },
  json: { type: "boolean", default: false },
  stage: { type: "string" },
} as const;
const listInput = z.object({
  code: z.optional(z.string()),
  source: z.optional(z.string()),
  json: z.boolean(),
  stage: z.optional(z.string()),
});

/** Whether an entry is among those that were asked for. */
export const isAsked =
  ({ code, source }: { readonly code?: string | undefined; readonly source?: string | undefined }) =>
  (entry: QuarantineEntry): boolean =>
    (code === undefined || entry.code === code) && (source === undefined || entry.source === source);

const lineOf = ({ id, receivedAt, source, code, field }: QuarantineEntry): string =>
  [id, receivedAt, (source || "-").padEnd(16), code, field].join("  ").trimEnd();

/** `regard quarantine list`: what could not be taken. */
export const quarantineListCommand: Command = {
  summary: "lists the events that could not be taken",
  help: listHelp,
  run: async (words) => {
    const { json, stage, ...asked } = readOptions(words, listOptions, listInput);
    const portal = await connect(stage);
    let count = 0;
    try {
      for await (const entries of portal.quarantine.all())
        for (const entry of entries.filter(isAsked(asked))) {
          process.stdout.write(`${json ? JSON.stringify(entry) : lineOf(entry)}\n`);
          count += 1;
        }
      process.stderr.write(`${english(count, "# event waits", "# events wait")} in the quarantine.\n`);
      return 0;
    } finally {
      portal.close();
    }
  },
};

const showHelp = `Usage: regard quarantine show ID [--stage NAME]

Writes an event of the quarantine to standard output, as it was sent. It holds personal data: the look is
logged as an access of the customers whom it names, under your user name on this computer, before anything
is shown.

Example:
  npx regard quarantine show 4f0c9a1b2d3e4f5061728394a5b6c7d8
`;

/** `regard quarantine show`: one event, as it was sent. */
export const quarantineShowCommand: Command = {
  summary: "shows one of them, and logs that you looked",
  help: showHelp,
  run: async (words) => {
    const { values, positionals } = readWords(words, { stage: { type: "string" } });
    const id = onlyWord(positionals, "id of an event in the quarantine");
    const portal = await connect(values.stage);
    try {
      const shown = await showQuarantined(portal, { id, employeeId: userInfo().username, read: readSentAgain });
      if (shown === undefined) throw new Refusal("NOT_FOUND", { detail: "No such event waits in the quarantine." });
      process.stderr.write(`${lineOf(shown)}\nThis look was logged.\n`);
      process.stdout.write(`${shown.text}\n`);
      return 0;
    } finally {
      portal.close();
    }
  },
};
