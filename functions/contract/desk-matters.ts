import * as z from "zod/mini";
import { MATTER_STATES, OUTCOMES, PART_KINDS, URGENCIES, WAITS } from "../domain/matter-vocabulary.ts";
import {
  ACTIONS,
  EMPLOYEE_TYPES,
  EVIDENCE_LEVELS,
  INVOLVEMENTS,
  LANGUAGES,
  OUTCOMES as LOOK_OUTCOMES,
} from "../domain/vocabulary.ts";
import { ask, breach, eventRef, matterClock, release, staffMember } from "./matter.ts";
import { entry, letter } from "./matter-entry.ts";
import { civilDate, reference, utcInstant } from "./text.ts";

/** What the desk reads of matters. What it sends stands in `desk-acts.ts`. */

/** The dates of a matter, each with its derivation in sentences. A date is absent while the clock rests. */
const deskClock = z.strictObject({
  ...matterClock.shape,
  dueOn: z.optional(civilDate),
  houseTargetOn: z.optional(civilDate),
  extensionNoticeBy: z.optional(civilDate),
  why: z.array(z.string()),
  mayPause: z.boolean(),
  mayExtend: z.boolean(),
});

const queueRow = z.strictObject({
  reference,
  state: z.enum(MATTER_STATES),
  kinds: z.array(z.enum(PART_KINDS)),
  openedAt: utcInstant,
  handler: z.optional(staffMember),
  dueOn: z.optional(civilDate),
  urgency: z.enum(URGENCIES),
  waitsFor: z.array(z.enum(WAITS)),
  /** By when the authority has to be told of a breach that nobody decided on. */
  notifyBy: z.optional(utcInstant),
});
export type QueueRow = z.infer<typeof queueRow>;
/** By what is due first. */
export const deskQueue = z.strictObject({ matters: z.array(queueRow) });

const deskEmployee = z.strictObject({
  id: z.string(),
  name: z.optional(z.string()),
  role: z.optional(z.string()),
  unit: z.optional(z.string()),
  /** Never to be named to a customer without a release. */
  protected: z.boolean(),
});
export type DeskEmployee = z.infer<typeof deskEmployee>;

/** One look as the desk sees it: with who it was and what they typed. */
const deskRow = z.strictObject({
  ...eventRef.shape,
  occurredAt: utcInstant,
  employeeId: z.string(),
  employeeType: z.enum(EMPLOYEE_TYPES),
  onBehalfOf: z.optional(z.string()),
  action: z.enum(ACTIONS),
  involvement: z.enum(INVOLVEMENTS),
  outcome: z.enum(LOOK_OUTCOMES),
  purpose: z.string(),
  purposeText: z.optional(z.string()),
  case: z.optional(z.strictObject({ type: z.string(), id: z.string() })),
  why: z.string(),
  sawWords: z.string(),
  evidence: z.enum(EVIDENCE_LEVELS),
  evidenceWords: z.string(),
  /** Whether the customer, or a rule, named this row. */
  named: z.boolean(),
  /** Held back from the customer at present (GDPR Art. 23). */
  restricted: z.boolean(),
});
export type DeskRow = z.infer<typeof deskRow>;

const deskCandidate = z.strictObject({
  employeeId: z.string(),
  numberMatches: z.boolean(),
  looks: z.int(),
  unconfirmed: z.int(),
  near: z.int(),
  /** Absent where they looked at nothing, and the number alone points at them. */
  lastAt: z.optional(utcInstant),
  /** The same in sentences, with what does not follow from it. */
  words: z.string(),
});

/** A matter with its whole story. Reading it is a look at its customer, and was logged as one before. */
export const deskMatter = z.strictObject({
  reference,
  /** What an act has to send back: if somebody else acted meanwhile, it is refused and nothing is lost. */
  revision: z.int(),
  state: z.enum(MATTER_STATES),
  kinds: z.array(z.enum(PART_KINDS)),
  language: z.enum(LANGUAGES),
  openedAt: utcInstant,
  handler: z.optional(staffMember),
  urgency: z.enum(URGENCIES),
  clock: deskClock,
  asks: z.array(ask),
  release: z.optional(release),
  breach: z.optional(breach),
  outcome: z.optional(z.enum(OUTCOMES)),
  closedAt: z.optional(utcInstant),
  /** Whether letters reach the customer by mail; otherwise they wait for the next sign-in. */
  hasAddress: z.boolean(),
  entries: z.array(entry),
  rows: z.array(deskRow),
  /** More rows exist than were given. */
  rowsCut: z.boolean(),
  candidates: z.array(deskCandidate),
  /** Everybody who is named by id anywhere in here. */
  employees: z.array(deskEmployee),
  /** What may be done in this state by the roles of whoever reads it. */
  acts: z.array(z.string()),
});
export type DeskMatter = z.infer<typeof deskMatter>;

/** What an employee saw of one customer in the whole log. */
const lookBackCustomer = z.strictObject({
  customerKey: z.string(),
  looks: z.int(),
  /** Without confirmed evidence, and those of them that showed how to reach the customer. */
  unconfirmed: z.int(),
  contact: z.int(),
  firstAt: utcInstant,
  lastAt: utcInstant,
  /** The customer's open matter, if they have one. */
  open: z.optional(reference),
  /** Whose matter it is in which somebody looks back. */
  own: z.optional(z.literal(true)),
});
export const lookBackAnswer = z.strictObject({
  revision: z.int(),
  since: utcInstant,
  looks: z.int(),
  /** Most unconfirmed looks first; no more than 500. */
  customers: z.array(lookBackCustomer),
  cut: z.boolean(),
});
export type LookBackAnswer = z.infer<typeof lookBackAnswer>;

export const acted = z.strictObject({ revision: z.int() });
export const opened = z.strictObject({ references: z.array(reference) });
export const preview = letter;
