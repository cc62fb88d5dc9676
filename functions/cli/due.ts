import * as z from "zod/mini";
import { civilDate } from "../contract/text.ts";
import { Refusal } from "../domain/errors.ts";
import { HOLIDAYS } from "../domain/holidays/calendar.ts";
import { type Jurisdiction, jurisdictionOf } from "../domain/jurisdiction.ts";
import type { Inquiry } from "../domain/pauses.ts";
import { REGIME_IDS } from "../domain/regimes.ts";
import { pauseObstacle, type RequestClock, type RequestDeadlines, requestDeadlines } from "../domain/request-clock.ts";
import { firstLanguage, LANGUAGES } from "../domain/vocabulary.ts";
import { deadlineDescriber } from "../words/describe-deadline.ts";
import { type Command, readWords } from "./command.ts";
import { readConfigFile } from "./config-file.ts";

const help = `Usage: regard due --received DATE --regime CODE [options]

Says when the answer to a request falls due, by when an extension must be announced, and how both dates
were worked out. Dates are days in the company's time zone, YYYY-MM-DD. No portal has to run.

  --received DATE      the day on which the request arrived
  --regime CODE        whose law and public holidays count: ${REGIME_IDS.slice(0, 6).join(", ")},
                       ${REGIME_IDS.slice(6).join(", ")}
  --paused FROM/TO     the days on which clarification was asked for and given (UK only); may be repeated;
                       FROM/ alone where the answer is still awaited
  --extended           the time was extended to three months
  --identity DATE      the day on which identity information arrived that was reasonably asked for
  --language CODE      en, fr, de or es; the first language of regard.config.ts if left out
  --json               one JSON object: dueOn, houseTargetOn, extensionNoticeBy, why; a date is null while
                       an answer is awaited

The public holidays are a dated snapshot; "holidays" in regard.config.ts replaces it year by year. This is
arithmetic by the rules of Art. 12(3) GDPR and Regulation 1182/71, and no legal advice.

Examples:
  npx regard due --received 2026-01-31 --regime GB-ENG
  npx regard due --received 2026-03-02 --regime GB-ENG --paused 2026-03-10/2026-03-17 --json
  npx regard due --received 2026-11-25 --regime FR --extended --language fr
`;

const options = {
  received: { type: "string" },
  regime: { type: "string" },
  paused: { type: "string", multiple: true },
  extended: { type: "boolean" },
  identity: { type: "string" },
  language: { type: "string" },
  json: { type: "boolean" },
} as const;

/** The GDPR applies since the first; the last leaves every date within four digits. */
const [FIRST, LAST] = ["2018-05-25", "2099-12-31"];
const date = civilDate.check(z.refine((day) => day >= FIRST && day <= LAST));

const pause = z.pipe(
  z.pipe(
    z.string().check(z.regex(/^[^/]+\/[^/]*$/)),
    z.transform((stretch) => {
      const [askedOn, answeredOn] = stretch.split("/");
      return { askedOn, ...(answeredOn !== "" && { answeredOn }) };
    }),
  ),
  z
    .object({ askedOn: date, answeredOn: z.exactOptional(date) })
    .check(z.refine(({ askedOn, answeredOn }) => answeredOn === undefined || answeredOn >= askedOn)),
);

const input = z
  .object({
    received: date,
    regime: z.enum(REGIME_IDS),
    paused: z._default(z.array(pause), []),
    extended: z._default(z.boolean(), false),
    identity: z.optional(date),
    language: z.optional(z.enum(LANGUAGES)),
    json: z._default(z.boolean(), false),
  })
  .check(z.refine(({ received, identity = received }) => identity >= received, { path: ["identity"] }));

/** What to write instead, by option. */
const FIXES: Readonly<Record<keyof typeof options, string>> = {
  received: `Give --received with a day from ${FIRST} to ${LAST}, such as --received 2026-03-02.`,
  regime: `Give --regime with one of ${REGIME_IDS.join(", ")}.`,
  paused:
    "Give --paused with the day asked and the day answered, such as --paused 2026-03-10/2026-03-17, or 2026-03-10/ while no answer has come.",
  extended: "Give --extended without a value.",
  identity: "Give --identity with the day on which the information arrived, on or after --received.",
  language: `Give --language with one of ${LANGUAGES.join(", ")}.`,
  json: "Give --json without a value.",
};

const PAUSE_OBSTACLES = {
  "not-in-this-law":
    "In the EU the time does not stand still while a request is clarified: leave --paused out. It is for GB-ENG, GB-SCT and GB-NIR.",
  "already-paused": "A pause whose answer is awaited must be the last one: give the earlier --paused its second day.",
  "before-receipt": "A pause cannot begin before the request was received: check --paused and --received.",
  "too-late": "A pause cannot begin after the answer was due: check --paused.",
} as const;

const wrong = (detail: string) => new Refusal("COMMAND_INVALID", { detail });

const readInput = (words: readonly string[]): z.infer<typeof input> => {
  const { values, positionals } = readWords(words, options);
  if (positionals.length > 0) throw wrong("Give options only.");
  const read = input.safeParse(values);
  if (read.success) return read.data;
  const fixes = Object.entries(FIXES).filter(([option]) => read.error.issues.some(({ path }) => path[0] === option));
  throw wrong(fixes.map(([, fix]) => fix).join("\n"));
};

/** Adds pauses one after the other, each as the desk would have to: while the time still runs. */
const withPauses = (
  clock: RequestClock,
  [next, ...later]: readonly Inquiry[],
  jurisdiction: Jurisdiction,
): RequestClock => {
  if (next === undefined) return clock;
  const obstacle = pauseObstacle(clock, jurisdiction, next.askedOn);
  if (obstacle !== undefined) throw wrong(PAUSE_OBSTACLES[obstacle]);
  return withPauses({ ...clock, clarifications: [...clock.clarifications, next] }, later, jurisdiction);
};

const datesOf = (deadlines: RequestDeadlines) => ({
  dueOn: deadlines.state === "running" ? deadlines.due.on : null,
  houseTargetOn: deadlines.state === "not-started" ? null : deadlines.houseTarget.on,
  extensionNoticeBy: deadlines.state === "running" ? deadlines.extensionNotice.on : null,
});

/** The dates follow from the law; the company may add its holidays, and whoever asks needs no valid configuration for them. */
const ownConfig = async () => {
  try {
    return await readConfigFile();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(
      "regard.config.ts is left out with its holidays and its language: npx regard doctor says why.\n",
    );
    return undefined;
  }
};

/** `regard due`: when an answer falls due, worked out in words. */
export const dueCommand: Command = {
  summary: "says when the answer to a request falls due, and why",
  help,
  run: async (words) => {
    const { received, regime, paused, extended, identity, language, json } = readInput(words);
    const config = await ownConfig();
    const jurisdiction = jurisdictionOf(regime, config?.holidays);
    const clock = withPauses(
      {
        receivedOn: received,
        ...(identity !== undefined && { identity: { askedOn: received, answeredOn: identity } }),
        clarifications: [],
        extended,
      },
      paused.toSorted((a, b) => (a.askedOn < b.askedOn ? -1 : 1)),
      jurisdiction,
    );
    const deadlines = requestDeadlines(clock, jurisdiction);
    const describer = deadlineDescriber(language ?? (config ? firstLanguage(config) : "en"), jurisdiction.timeZone);
    const why = describer.request(deadlines);
    process.stdout.write(json ? `${JSON.stringify({ ...datesOf(deadlines), why })}\n` : `${why.join("\n")}\n`);
    if (!json) {
      const { source, asOf } = HOLIDAYS[regime];
      process.stderr.write(`Public holidays: ${source}, as of ${asOf}. Not legal advice.\n`);
    }
    return 0;
  },
};
