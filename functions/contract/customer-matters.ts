import * as z from "zod/mini";
import {
  CHANNELS,
  LETTER_KINDS,
  MATTER_STATES,
  MAX_ACCESSES,
  MAX_WORDS,
  OUTCOMES,
  PART_KINDS,
  SAFETY,
} from "../domain/matter-vocabulary.ts";
import { LANGUAGES } from "../domain/vocabulary.ts";
import { eventRef } from "./matter.ts";
import { civilDate, emailAddress, reference, text, utcInstant, words } from "./text.ts";

/** What customers send about looks, contacts and their address, and what they read of their matters. */

const language = z.enum(LANGUAGES);
/** Which of the customers behind the confirmed address; see `customer-api.ts`. */
const account = z._default(z.int().check(z.minimum(1), z.maximum(1_000)), 1);

/** "Ask about this": what worries them about some rows of their record. */
export const askAbout = z.strictObject({
  account,
  language,
  accesses: z.array(eventRef).check(z.minLength(1), z.maxLength(MAX_ACCESSES)),
  words: words(MAX_WORDS),
});

/** "Someone contacted me." Nothing but the day, the channel and how they feel has to be known. */
export const reportContact = z.strictObject({
  account,
  language,
  contactedOn: civilDate,
  channel: z.enum(CHANNELS),
  /** Number or account it came from; kept as a keyed hash and its last characters. */
  from: z.optional(text(200)),
  words: z.optional(words(MAX_WORDS)),
  safety: z.enum(SAFETY),
  safeWay: z.optional(words(200)),
});

/** Under which reference it is kept: a new one, or that of the matter which was open already. */
export const raised = z.strictObject({ reference });

/** A due date with its derivation in words; no date while the clock rests. */
const due = z.strictObject({
  on: z.optional(civilDate),
  why: z.array(z.string()),
});

const matterSummary = z.strictObject({
  reference,
  account: z.int(),
  state: z.enum(MATTER_STATES),
  kinds: z.array(z.enum(PART_KINDS)),
  openedAt: utcInstant,
  closedAt: z.optional(utcInstant),
  outcome: z.optional(z.enum(OUTCOMES)),
  due,
  /** Whether the customer is asked to say what they mean; the clock rests until they do. */
  awaitsWords: z.boolean(),
  /** Letters that came since the customer last opened this matter. */
  unread: z.int(),
});
export const customerMatters = z.strictObject({ matters: z.array(matterSummary) });

/** One line of the story as the customer may read it: their own words, and the letters to them. */
const customerLine = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("question"),
    at: utcInstant,
    words: z.string(),
    /** When the looks were that it is about. */
    looks: z.array(utcInstant),
  }),
  z.strictObject({
    kind: z.literal("contact-report"),
    at: utcInstant,
    contactedOn: civilDate,
    channel: z.enum(CHANNELS),
    senderTail: z.optional(z.string()),
    words: z.optional(z.string()),
  }),
  z.strictObject({ kind: z.literal("words"), at: utcInstant, words: z.string() }),
  z.strictObject({
    kind: z.literal("letter"),
    at: utcInstant,
    /** Names the letter among those of this matter. */
    letterId: z.string(),
    about: z.enum(LETTER_KINDS),
    language,
    title: z.string(),
    paragraphs: z.array(z.string()),
  }),
]);
export const customerMatter = z.strictObject({ matter: matterSummary, lines: z.array(customerLine) });

/** The language is that of the due date's derivation; letters are in their own. */
export const readMatters = z.strictObject({ language });
export const readMatter = z.strictObject({ reference, language });
export const writeInMatter = z.strictObject({ reference, words: words(MAX_WORDS) });
export const downloadLetter = z.strictObject({ reference, letterId: text(60) });

export const changeAddress = z.strictObject({ email: emailAddress, language });
/** A change that waits for the end of its hold. The new address is shown masked: j…@example.com. */
export const addressChange = z.strictObject({
  change: z.optional(z.strictObject({ to: z.string(), requestedAt: utcInstant, takesEffectAt: utcInstant })),
});

export type AskAbout = z.infer<typeof askAbout>;
export type ReportContact = z.infer<typeof reportContact>;
export type MatterSummary = z.infer<typeof matterSummary>;
export type CustomerLine = z.infer<typeof customerLine>;
export type CustomerMatter = z.infer<typeof customerMatter>;
export type AddressChange = z.infer<typeof addressChange>;
