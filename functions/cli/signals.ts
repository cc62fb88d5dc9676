import { userInfo } from "node:os";
import * as z from "zod/mini";
import { civilDate } from "../contract/text.ts";
import type { Signal } from "../domain/signals/group-hits.ts";
import { firstLanguage, LANGUAGES } from "../domain/vocabulary.ts";
import { checkSignals } from "../use-cases/check-signals.ts";
import { raiseSignals, tellSignals } from "../use-cases/raise-signals.ts";
import { type SignalDescription, signalDescriber } from "../words/describe-signal.ts";
import { type Command, readOptions } from "./command.ts";
import { connect } from "./connection.ts";
import { english } from "./english.ts";

const help = `Usage: regard signals --since DATE [options]

Runs the rules of detection over the access log and writes what needs an explanation to standard output,
one signal for each employee and customer. A signal accuses nobody: it says what was seen. What a case of
the customer explains is left out first. That you looked is noted in the audit log, and in the log of each
customer about whom there is a signal, under your user name on this computer. Customers appear by their
keyed hash: Regard stores no clear identity; the accesses are named as your systems sent them.

  --since DATE         the first day, YYYY-MM-DD in the company's time zone
  --until DATE         the last day; until now if left out
  --open               opens matters at the desk for what is found, as the portal does by itself when accesses
                       arrive: one part for each employee and customer, what belongs to no customer in the list
                       of findings, nothing that was raised before, and one mail to the desk for all of it
  --json               one JSON object a line instead of text
  --language CODE      en, fr, de or es; the first language of regard.config.ts if left out
  --stage NAME         the portal of that stage on AWS; without it, the one on this computer (PORT, 4000)

Reads the whole index of the log once, and the months asked for employee by employee. The portal itself
reads only what arrives and cannot be explained. It compares somebody's day with the days of others in
their role ("volume") as far as they have arrived: run this once after a first import.

Examples:
  npx regard signals --since 2026-10-01
  npx regard signals --since 2026-10-01 --open
  npx regard signals --since 2026-01-01 --json | jq -r '.rules[]' | sort | uniq -c
`;

const options = {
  since: { type: "string" },
  until: { type: "string" },
  open: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  language: { type: "string" },
  stage: { type: "string" },
} as const;

const input = z.object({
  since: civilDate,
  until: z.optional(civilDate),
  open: z.boolean(),
  json: z.boolean(),
  language: z.optional(z.enum(LANGUAGES)),
  stage: z.optional(z.string()),
});

const textOf = (signal: Signal, described: readonly SignalDescription[]): string => {
  const { employeeId, customerKey, source, accesses } = signal;
  const subject = [employeeId, customerKey && `customer ${customerKey}`, source].filter((part) => part !== undefined);
  const lines = described.map(({ title, sentence }) => `  ${title}: ${sentence}`);
  const named = accesses.length === 0 ? [] : [`  ${accesses.join(", ")}`];
  return `${[subject.join(", "), ...lines, ...named].join("\n")}\n`;
};

type Portal = Awaited<ReturnType<typeof connect>>;
type Asked = Omit<z.infer<typeof input>, "stage">;

const write = async (portal: Portal, { open, json, language, since, until }: Asked): Promise<number> => {
  const describe = signalDescriber(portal.config, language ?? firstLanguage(portal.config));
  let [count, raised] = [0, 0];
  try {
    for await (const signals of checkSignals(portal, { since, until, employeeId: userInfo().username })) {
      if (open) raised += await raiseSignals(portal, signals);
      for (const signal of signals) {
        const described = signal.hits.map(describe);
        const hits = signal.hits.map((hit, n) => ({ ...hit, words: described[n]?.sentence }));
        process.stdout.write(json ? `${JSON.stringify({ ...signal, hits })}\n` : textOf(signal, described));
        count += 1;
      }
    }
  } finally {
    // Even where it broke off: what was raised waits at the desk.
    if (open) await tellSignals(portal);
  }
  const opened = open ? ` ${raised} of them brought something new to the desk.` : "";
  process.stderr.write(`${english(count, "# signal", "# signals")}.${opened} This look was logged.\n`);
  return 0;
};

/** `regard signals`: what the record of accesses cannot explain. */
export const signalsCommand: Command = {
  summary: "writes what needs an explanation, and logs that you looked",
  help,
  run: async (words) => {
    const { stage, ...asked } = readOptions(words, options, input);
    const portal = await connect(stage);
    try {
      return await write(portal, asked);
    } finally {
      portal.close();
    }
  },
};
