import * as z from "zod/mini";
import { retentionHorizon } from "../domain/retention.ts";
import { firstLanguage, LANGUAGES } from "../domain/vocabulary.ts";
import { sourceSignals } from "../use-cases/source-signals.ts";
import { dateWriter } from "../words/dates.ts";
import { signalDescriber } from "../words/describe-signal.ts";
import { type Command, readOptions } from "./command.ts";
import { connect } from "./connection.ts";

const help = `Usage: regard sources [options]

Says of every source when it last sent something, and what is missing: numbers of its counter that never
came, days of which another number of events came than it says it sent, days of which it says nothing, and
silence. It is what customers' records and the desk's findings say; nothing of it is about a person.

  --json               one JSON object a line instead of text
  --language CODE      of the text: en, fr, de or es; the first language of regard.config.ts if left out
  --stage NAME         the portal of that stage on AWS; without it, the one on this computer (PORT, 4000)

Exits with 1 if anything is missing.

Example:
  npx regard sources --stage production
`;

const options = {
  json: { type: "boolean", default: false },
  language: { type: "string" },
  stage: { type: "string" },
} as const;

const input = z.object({
  json: z.boolean(),
  language: z.optional(z.enum(LANGUAGES)),
  stage: z.optional(z.string()),
});

/** `regard sources`: what is missing from whom. */
export const sourcesCommand: Command = {
  summary: "says of every source when it reported last, and what is missing",
  help,
  run: async (words) => {
    const { json, stage, language } = readOptions(words, options, input);
    const portal = await connect(stage);
    try {
      const { config, clock, sources } = portal;
      const now = new Date(clock()).toISOString();
      const held = { from: retentionHorizon(now, config.retention.months), to: now };
      const missing = new Map((await sourceSignals(portal, held, now)).map(({ source, hits }) => [source, hits]));
      const reported = new Map((await sources.all()).map((report) => [report.source, report]));
      const describe = signalDescriber(config, language ?? firstLanguage(config));
      const date = dateWriter(language ?? firstLanguage(config), config.timeZone);

      for (const source of new Set([...reported.keys(), ...missing.keys()])) {
        const { since, lastReceivedAt } = reported.get(source ?? "") ?? {};
        const hits = missing.get(source) ?? [];
        const lines = hits.map((hit) => `  ${describe(hit).sentence}\n`);
        const stretch = since && lastReceivedAt ? `: ${date(since)} – ${date(lastReceivedAt)}` : "";
        process.stdout.write(
          json
            ? `${JSON.stringify({ source, since, lastReceivedAt, missing: hits.map(({ inputs }) => inputs) })}\n`
            : `${source}${stretch}\n${lines.join("")}`,
        );
      }
      return missing.size === 0 ? 0 : 1;
    } finally {
      portal.close();
    }
  },
};
