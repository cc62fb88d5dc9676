import * as z from "zod/mini";
import {
  ASK_STATES,
  ASKED,
  BREACH_DECISIONS,
  MATTER_STATES,
  MAX_ACCESSES,
  MAX_WORDS,
  OUTCOMES,
  PART_KINDS,
  RELEASE_STATES,
} from "../domain/matter-vocabulary.ts";
import { REGIME_IDS } from "../domain/regimes.ts";
import { LANGUAGES } from "../domain/vocabulary.ts";
import { civilDate, emailAddress, reference, sourceName, text, utcInstant, words } from "./text.ts";

/** An access, as the company's source names it. */
export const eventRef = z.strictObject({ source: sourceName, eventId: text(200) });
export type EventRef = z.infer<typeof eventRef>;

/** Somebody of the desk, as they were when they acted. */
export const staffMember = z.strictObject({
  /** The employee id of the company's HR system, so that a desk look is an access like any other. */
  id: text(120),
  name: text(160),
  unit: z.optional(text(120)),
  /** The identity provider does not say which employee they are: `id` is a key of ours. */
  unlisted: z.optional(z.literal(true)),
});
export type StaffMember = z.infer<typeof staffMember>;

/** A question to an employee, or to their manager, about their looks. Answered by a link that works once. */
export const ask = z.strictObject({
  askId: z.string(),
  state: z.enum(ASK_STATES),
  to: z.enum(ASKED),
  /** Whose looks it is about. */
  employeeId: text(120),
  accesses: z.array(eventRef).check(z.maxLength(MAX_ACCESSES)),
  askedAt: utcInstant,
  /** The last day on which the link works: five working days. */
  answerBy: civilDate,
});
export type Ask = z.infer<typeof ask>;

/**
 * Why a name has to be told, weighed before anybody is asked to approve it (CJEU C-579/21; LAW L8): each field is an
 * answer in the DPO's words.
 */
export const balancing = z.strictObject({
  /** Which right of the customer cannot be used without the name. */
  essentialFor: words(MAX_WORDS),
  /** What else was tried or considered. */
  otherMeans: words(MAX_WORDS),
  /** What the employee said when they were heard, or that they did not answer. */
  employeeView: words(MAX_WORDS),
  /** What the release could mean for the safety of either. */
  safety: words(MAX_WORDS),
});
export type Balancing = z.infer<typeof balancing>;

/** A name that may be told to this customer once a second person agrees. */
export const release = z.strictObject({
  state: z.enum(RELEASE_STATES),
  employeeId: text(120),
  balancing,
  /** What the letter says to the customer beside the name; the second person agrees to this too. */
  words: words(MAX_WORDS),
  proposedBy: staffMember,
  proposedAt: utcInstant,
  /** Nobody can approve it after this. */
  expiresAt: utcInstant,
  decidedBy: z.optional(staffMember),
  decidedAt: z.optional(utcInstant),
  reasons: z.optional(words(MAX_WORDS)),
});
export type Release = z.infer<typeof release>;

/** What people decided about telling the authority. */
export const breachDecision = z.strictObject({
  kind: z.enum(BREACH_DECISIONS),
  /** What the authority was told, or why no risk is likely. */
  reasons: words(MAX_WORDS),
  /** The authority's own number for it. */
  authorityReference: z.optional(text(120)),
});

/** A look without a reason that people found to be one: a personal data breach (LAW L13). */
export const breach = z.strictObject({
  employeeId: text(120),
  /** When misuse was marked, which is when the company knew; and 72 hours later (Art. 33(1)). */
  awareAt: utcInstant,
  notifyBy: utcInstant,
  decision: z.optional(z.extend(breachDecision, { decidedAt: utcInstant, decidedBy: staffMember })),
});
export type Breach = z.infer<typeof breach>;

/** What decides the dates of a matter, as local civil dates. The dates themselves are worked out, never stored. */
export const matterClock = z.strictObject({
  regime: z.enum(REGIME_IDS),
  receivedOn: civilDate,
  /** When the customer was asked what they mean, and when they said so (LAW L3). */
  clarifications: z.array(z.strictObject({ askedOn: civilDate, answeredOn: z.optional(civilDate) })),
  /** When the notice of an extension went out (LAW L4). */
  extendedOn: z.optional(civilDate),
});
export type MatterClock = z.infer<typeof matterClock>;

/** What one customer has open with the company's data protection officer, and how far it is. */
export const matter = z.strictObject({
  reference,
  state: z.enum(MATTER_STATES),
  customerKey: z.string(),
  language: z.enum(LANGUAGES),
  /** Where news goes; absent as long as only rules brought things up, and the customer said nothing in it. */
  address: z.optional(emailAddress),
  kinds: z.array(z.enum(PART_KINDS)),
  openedAt: utcInstant,
  clock: matterClock,
  handler: z.optional(staffMember),
  /** Ids of those who had it in hand or decided in it: their looks at the customer are borne out by it. */
  workers: z.array(text(120)),
  /** Whom it is about, as far as anybody knows. */
  employeeIds: z.array(text(120)),
  asks: z.array(ask),
  release: z.optional(release),
  breach: z.optional(breach),
  /** The deadlines that were missed and of which the desk was told: once each. */
  overdueTold: z.array(z.string()),
  outcome: z.optional(z.enum(OUTCOMES)),
  closedAt: z.optional(utcInstant),
});
export type Matter = z.infer<typeof matter>;
