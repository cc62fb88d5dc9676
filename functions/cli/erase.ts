import { readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import * as z from "zod/mini";
import { text, utcInstant } from "../contract/text.ts";
import { ERASURE_GROUNDS, type Erasure } from "../domain/erasure.ts";
import { Refusal } from "../domain/errors.ts";
import { readSentAgain } from "../formats/import/read-sent.ts";
import { type ErasureReport, eraseCustomer, replayErasures } from "../use-cases/erase-customers.ts";
import { type Command, readOptions } from "./command.ts";
import { connect, type Portal } from "./connection.ts";
import { describeErasure } from "./describe-erasure.ts";

const help = `Usage: regard erase --customer ID [--reason CODE] [--execute]
       regard erase --list
       regard erase --replay [--from FILE] [--execute]

Erases what is kept of a customer at their own request (Art. 17 GDPR): every row of their access log up to
now, the addresses that lead to them, facts, cases, requests, sign-ins, their events in the quarantine and
their mails in the outbox. Without --execute nothing is changed: it says what would go, by kind and count,
and what stays and why. Stopped half-way and run again it completes what was begun. That you did it is
noted in the audit log, with nobody's name.

  --customer ID        the customer id, exactly as the company writes it
  --reason CODE        why, by Art. 17(1): ${ERASURE_GROUNDS.slice(0, 3).join(", ")},
                       ${ERASURE_GROUNDS.slice(3).join(", ")}
  --execute            does it
  --list               writes all erasures to standard output, one a line: keyed hashes and instants
  --replay             does every erasure again: after a restore from a backup, before the portal is opened
  --from FILE          with --replay: also those of a list that was written before the restore
  --access-log NAME    with --replay: the restored table instead of the stack's; likewise --portal NAME
  --json               one JSON object instead of text
  --stage NAME         the portal of that stage on AWS; without it, the one on this computer (PORT, 4000)

What is erased does not come back: the same events are not stored when they are imported again. Looks from
now on are logged as for anybody. While the customer has a matter open nothing is erased. Reads the whole
portal table once, because nothing lists a customer's addresses.

Examples:
  npx regard erase --customer C-1001
  npx regard erase --customer C-1001 --reason objected --execute --stage production
  npx regard erase --list --stage production > erasures.ndjson
`;

const flag = { type: "boolean", default: false } as const;
const word = { type: "string" } as const;
const options = {
  ...{ customer: word, reason: word, execute: flag, list: flag, replay: flag, from: word },
  ...{ "access-log": word, portal: word, json: flag, stage: word },
} as const;

const input = z.object({
  customer: z.optional(text(200)),
  reason: z.optional(z.enum(ERASURE_GROUNDS)),
  execute: z.boolean(),
  list: z.boolean(),
  replay: z.boolean(),
  from: z.optional(z.string()),
  "access-log": z.optional(z.string()),
  portal: z.optional(z.string()),
  json: z.boolean(),
  stage: z.optional(z.string()),
});
type Input = z.infer<typeof input>;

const readInput = (words: readonly string[]): Input => {
  const read = readOptions(words, options, input);
  const asked = [read.customer !== undefined, read.list, read.replay].filter(Boolean);
  if (asked.length !== 1) throw new Refusal("COMMAND_INVALID", { detail: "Give one of --customer, --list, --replay." });
  const onlyReplay = read.from ?? read["access-log"] ?? read.portal;
  if (onlyReplay !== undefined && !read.replay) {
    throw new Refusal("COMMAND_INVALID", { detail: "--from, --access-log and --portal are for --replay." });
  }
  return read;
};

const listLine = z.strictObject({
  customerKey: z.string().check(z.regex(/^[\w-]{43}$/)),
  upTo: utcInstant,
  ground: z.optional(z.enum(ERASURE_GROUNDS)),
});

const readList = async (file: string | undefined): Promise<readonly Erasure[]> => {
  if (file === undefined) return [];
  try {
    const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
    return lines.map((line) => listLine.parse(JSON.parse(line)));
  } catch (cause) {
    throw new Refusal("FILE_UNREADABLE", { detail: "This is no list that regard erase --list wrote.", cause });
  }
};

const writeList = async ({ erasures }: Portal): Promise<number> => {
  for await (const page of erasures.all())
    for (const { customerKey, upTo, ground } of page)
      process.stdout.write(`${JSON.stringify({ customerKey, upTo, ground })}\n`);
  return 0;
};

const run = (connected: Portal, asked: Input): Promise<ErasureReport> => {
  const portal = { ...connected, readSent: readSentAgain };
  const { customer, reason: ground, execute, from } = asked;
  const acting = { by: userInfo().username, execute };
  return customer === undefined
    ? readList(from).then((more) => replayErasures(portal, { ...acting, more }))
    : eraseCustomer(portal, { ...acting, customerId: customer, ground });
};

/** `regard erase`: a customer's own erasure request. */
export const eraseCommand: Command = {
  summary: "erases what is kept of a customer at their own request",
  help,
  run: async (words) => {
    const asked = readInput(words);
    const { stage, list, json, execute } = asked;
    const portal = await connect(stage, { accessLogTable: asked["access-log"], portalTable: asked.portal });
    try {
      if (list) return await writeList(portal);
      const report = await run(portal, asked);
      process.stdout.write(
        json ? `${JSON.stringify({ ...report, executed: execute })}\n` : describeErasure(report, execute),
      );
      return 0;
    } finally {
      portal.close();
    }
  },
};
