import * as z from "zod/mini";
import type { RegardConfig } from "../contract/config.ts";
import { type Check, type CheckState, check, fine, toDo } from "../domain/doctor/check.ts";
import { configChecks } from "../domain/doctor/config-checks.ts";
import { Refusal } from "../domain/errors.ts";
import { civilDateOf } from "../domain/period.ts";
import { row } from "../words/en/row.ts";
import { type Command, readOptions } from "./command.ts";
import { readConfigFile, readLetterLogoFile, readLogoFile } from "./config-file.ts";

const help = `Usage: regard doctor [options]

Looks whether everything is in order and says what is to do. Without --stage: regard.config.ts, with its
colours, logo, words, public holidays and restrictions, and the portal on this computer where one runs.
With --stage also what is deployed: the stack, certificate and DNS, SES and the mail domain, tables, key
and secret, alarms and which of them ring, queues, how much waits in the quarantine, and which sources
fell silent. It changes nothing, and reads no access, no message and no secret.

  --stage NAME         looks at the portal of that stage on AWS, too
  --dns ADDRESS        asks this name server, as customers' computers would, where the company's own knows more
  --config FILE        another file than regard.config.ts
  --json               one JSON object instead of text: stage, checks (id, about, state, says, next), toDo

Exit code 1 if something is to do, 0 if not; what cannot be checked is listed and does not count. On AWS
the role needs the policy of the stack's output DoctorPolicyArn.

Examples:
  npx regard doctor
  npx regard doctor --stage production
  npx regard doctor --stage production --json | jq -r '.checks[] | select(.state != "ok") | .id'
`;

const options = {
  stage: { type: "string" },
  config: { type: "string" },
  dns: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

const input = z.object({
  stage: z.optional(z.string().check(z.minLength(1))),
  config: z.optional(z.string().check(z.minLength(1))),
  dns: z.optional(z.string().check(z.regex(/^[0-9a-fA-F.:[\]]+$/))),
  json: z.boolean(),
});

type Asked = z.infer<typeof input>;

const examine = async (config: RegardConfig, { stage, dns }: Asked): Promise<readonly Check[]> => {
  // Many clients of AWS, which nobody waits for who asks for help.
  const { examineDeployed, examineLocal } = await import("./examine.ts");
  return [
    check("config", "Configuration", fine("Every field is valid.")),
    ...configChecks(config, {
      today: civilDateOf(Date.now(), config.timeZone),
      knownCases: new Set(Object.keys(row.cases)),
      readLogo: readLogoFile,
      readLetterLogo: readLetterLogoFile,
    }),
    ...(stage === undefined ? await examineLocal(config) : await examineDeployed(config, stage, dns)),
  ];
};

/** A configuration that is not valid is the first thing to do, and keeps everything else from being looked at. */
const examineFile = async (asked: Asked): Promise<readonly Check[]> => {
  try {
    return await examine(await readConfigFile(asked.config), asked);
  } catch (error) {
    const isMissing = error instanceof Refusal && error.code === "FILE_UNREADABLE" && asked.config === undefined;
    if (!(error instanceof Refusal) || (error.code !== "CONFIG_INVALID" && !isMissing)) throw error;
    const next = isMissing ? "npx regard init > regard.config.ts" : "Mend it";
    return [
      check("config", "Configuration", toDo(error.detail, `${next} and ask again: nothing else is looked at before.`)),
    ];
  }
};

const WORDS: Readonly<Record<CheckState, string>> = { ok: "ok", todo: "to do", unknown: "cannot be checked" };
const WIDTH = 19;

const linesOf = ({ about, state, says, next }: Check): string => {
  const indented = (text: string) => text.replaceAll("\n", `\n${" ".repeat(WIDTH)}`);
  const what = `${WORDS[state].padEnd(WIDTH)}${indented(`${about}: ${says}`)}\n`;
  return next === undefined ? what : `${what}${" ".repeat(WIDTH)}→ ${next}\n`;
};

/** `regard doctor`: what is in order, and what is to do. */
export const doctorCommand: Command = {
  summary: "looks whether everything is in order, and says what is to do",
  help,
  run: async (words) => {
    const asked = readOptions(words, options, input);
    const { stage, json } = asked;
    const checks = await examineFile(asked);
    const count = (state: CheckState) => checks.filter((one) => one.state === state).length;
    process.stdout.write(
      json
        ? `${JSON.stringify({ stage: stage ?? null, checks, toDo: count("todo") })}\n`
        : checks.map(linesOf).join(""),
    );
    process.stderr.write(`${count("ok")} ok, ${count("todo")} to do, ${count("unknown")} cannot be checked.\n`);
    return count("todo") === 0 ? 0 : 1;
  },
};
