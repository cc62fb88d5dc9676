import { userInfo } from "node:os";
import { Refusal } from "../domain/errors.ts";
import { readSentAgain } from "../formats/import/read-sent.ts";
import { replayQuarantined } from "../use-cases/replay-quarantined.ts";
import { type Command, readWords } from "./command.ts";
import { connect } from "./connection.ts";
import { english } from "./english.ts";
import { isAsked } from "./quarantine.ts";

const help = `Usage: regard quarantine replay ID... | --all [options]

Sends events of the quarantine through the intake again, once their cause is gone. They may be of any age.
What is in the log then leaves the quarantine; what still cannot be taken stays there, and its code is
printed. What may not be kept any more, because its time is over or its customers had their data erased,
goes (EVENT_EXPIRED). Running it twice adds nothing. That you did it is noted in the audit log, under your user name.

  --all                every event that waits
  --code CODE          with --all: those with this code alone
  --source SOURCE      with --all: those of this source alone
  --json               prints the counts as JSON
  --stage NAME         the portal of that stage on AWS; without it, the one on this computer (PORT, 4000)

Exits with 1 if anything stayed.

Examples:
  npx regard quarantine replay 4f0c9a1b2d3e4f5061728394a5b6c7d8
  npx regard quarantine replay --all --code EVENT_LATE --source tablets
`;

const options = {
  all: { type: "boolean", default: false },
  code: { type: "string" },
  source: { type: "string" },
  json: { type: "boolean", default: false },
  stage: { type: "string" },
} as const;

/** `regard quarantine replay`: what could not be taken, once more. */
export const quarantineReplayCommand: Command = {
  summary: "sends them through again, once their cause is gone",
  help,
  run: async (words) => {
    const { values, positionals } = readWords(words, options);
    const { all, stage, json, ...asked } = values;
    if (all === positionals.length > 0 || (!all && (asked.code ?? asked.source) !== undefined))
      throw new Refusal("COMMAND_INVALID", { detail: "Give ids, or --all with or without --code and --source." });
    const portal = await connect(stage);
    const found = async function* () {
      for await (const page of portal.quarantine.all()) yield* page.filter(isAsked(asked)).map(({ id }) => id);
    };
    let unwatched = 0;
    const deps = {
      ...portal,
      missed: () => {
        unwatched += 1;
      },
    };
    const counts: Record<string, number> = {};
    try {
      const replay = { ids: all ? found() : positionals, by: userInfo().username, read: readSentAgain };
      for await (const { id, taken } of replayQuarantined(deps, replay)) {
        const outcome = taken === undefined ? "unknown" : "refusal" in taken ? taken.refusal.code : taken.outcome;
        counts[outcome] = (counts[outcome] ?? 0) + 1;
        if (!json) process.stdout.write(`${id}  ${outcome}\n`);
      }
      if (json) process.stdout.write(`${JSON.stringify(counts)}\n`);
      if (unwatched > 0)
        process.stderr.write("Some of it could not be set apart for the rules: regard signals --since DATE --open\n");
      const { accepted = 0, duplicate = 0, EVENT_EXPIRED: over = 0, ...stayed } = counts;
      process.stderr.write(`${english(accepted + duplicate, "# event is", "# events are")} in the log.\n`);
      if (over > 0)
        process.stderr.write(`${english(over, "# event", "# events")} may not be kept any more, and went.\n`);
      return Object.keys(stayed).length === 0 ? 0 : 1;
    } finally {
      portal.close();
    }
  },
};
