import * as z from "zod/mini";
import { ASKED, MAX_ACCESSES, MAX_WORDS, OUTCOMES, REFUSAL_GROUNDS } from "../domain/matter-vocabulary.ts";
import { LANGUAGES } from "../domain/vocabulary.ts";
import { balancing, breachDecision, eventRef } from "./matter.ts";
import { civilDate, emailAddress, purposeCode, reference, text, words } from "./text.ts";

/** What the desk sends. Every act names the matter and the revision that whoever acts has seen. */

const language = z.enum(LANGUAGES);
const employeeId = text(120);
const accesses = z.array(eventRef).check(z.minLength(1), z.maxLength(MAX_ACCESSES));
const said = words(MAX_WORDS);
const on = { reference, revision: z.int().check(z.minimum(1)) } as const;
const saying = { ...on, words: said } as const;

export const readDeskMatter = z.strictObject({ reference, language });

export const takeMatter = z.strictObject(on);
export const writeNote = z.strictObject(saying);
export const messageCustomer = z.strictObject(saying);
export const askEmployee = z.strictObject({
  ...saying,
  to: z.enum(ASKED),
  employeeId,
  email: emailAddress,
  /** None where the question is about the number or account alone from which the customer was contacted. */
  accesses: z.array(eventRef).check(z.maxLength(MAX_ACCESSES)),
});
export const explainLooks = z.strictObject({ ...saying, accesses });
export const pauseClock = z.strictObject(saying);
export const resumeClock = z.strictObject(saying);
export const extendTime = z.strictObject(saying);
export const restrictPurpose = z.strictObject({ ...saying, purpose: purposeCode, until: civilDate });
export const liftRestriction = z.strictObject({ ...saying, purpose: purposeCode });
export const proposeRelease = z.strictObject({ ...saying, employeeId, balancing });
export const decideRelease = z.strictObject({ ...saying, approve: z.boolean() });
export const markMisuse = z.strictObject({ ...saying, employeeId, accesses, letterWords: z.optional(said) });
export const lookBack = z.strictObject({ ...on, employeeId });
/** Opens matters for other customers whom the employee looked up. */
export const openForOthers = z.strictObject({
  reference,
  employeeId,
  customerKeys: z.array(text(60)).check(z.minLength(1), z.maxLength(25)),
});
export const decideBreach = z.strictObject({ ...on, decision: breachDecision });
export const refuseMatter = z.strictObject({ ...saying, ground: z.enum(REFUSAL_GROUNDS), partly: z.boolean() });
export const closeMatter = z.strictObject({
  ...saying,
  outcome: z.enum(OUTCOMES.filter((outcome) => outcome !== "refused" && outcome !== "partly-refused")),
});

/** The letter that an act would send, exactly. */
export const previewLetter = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("message"), reference, words: said }),
  z.strictObject({ kind: z.literal("clarification"), reference, words: said }),
  z.strictObject({ kind: z.literal("explanation"), reference, words: said, accesses }),
  z.strictObject({ kind: z.literal("extension"), reference, words: said }),
  z.strictObject({ kind: z.literal("misuse"), reference, words: said, accesses }),
  z.strictObject({ kind: z.literal("name-released"), reference, words: said, employeeId }),
  z.strictObject({ kind: z.literal("refusal"), reference, words: said, ground: z.enum(REFUSAL_GROUNDS) }),
  z.strictObject({ kind: z.literal("partial-refusal"), reference, words: said, ground: z.enum(REFUSAL_GROUNDS) }),
  z.strictObject({ kind: z.literal("closing"), reference, words: said, outcome: z.enum(OUTCOMES) }),
]);
export type PreviewLetter = z.infer<typeof previewLetter>;

/** Whoever holds the link of an ask. */
export const readAsk = z.strictObject({ token: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)) });
export const answerAsk = z.extend(readAsk, { words: said });
export const askShown = z.strictObject({
  company: z.string(),
  to: z.enum(ASKED),
  words: z.string(),
  answerBy: civilDate,
  looks: z.array(
    z.strictObject({
      occurredAt: z.string(),
      source: z.string(),
      saw: z.string(),
      why: z.string(),
      case: z.optional(z.string()),
    }),
  ),
});
export type AskShown = z.infer<typeof askShown>;
