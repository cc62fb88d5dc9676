import * as z from "zod/mini";
import {
  ASKED,
  CHANNELS,
  LETTER_KINDS,
  MAX_ACCESSES,
  MAX_WORDS,
  OUTCOMES,
  REFUSAL_GROUNDS,
  SAFETY,
} from "../domain/matter-vocabulary.ts";
import { OVERDUE } from "../domain/overdue.ts";
import { STAFF_ROLES } from "../domain/staff.ts";
import { LANGUAGES } from "../domain/vocabulary.ts";
import { balancing, breachDecision, eventRef, staffMember } from "./matter.ts";
import { civilDate, emailAddress, purposeCode, text, utcInstant, words } from "./text.ts";

const accesses = z.array(eventRef).check(z.maxLength(MAX_ACCESSES));
const personWords = words(MAX_WORDS);
/** Longest description of a signal, in characters. */
export const MAX_SIGNAL_WORDS = 1_000;

/** A customer's challenge to some rows of their record. */
const question = z.strictObject({
  kind: z.literal("question"),
  accesses: accesses.check(z.minLength(1)),
  words: personWords,
});

/** "Someone who works there contacted me." */
const contactReport = z.strictObject({
  kind: z.literal("contact-report"),
  contactedOn: civilDate,
  channel: z.enum(CHANNELS),
  /** The number or account it came from: a keyed hash to compare by, and the last characters to recognise it by. */
  sender: z.optional(z.strictObject({ key: z.string(), tail: text(4) })),
  words: z.optional(personWords),
  safety: z.enum(SAFETY),
  /** How to reach them without anybody else noticing. */
  safeWay: z.optional(words(200)),
});

/** What detection rules found in one employee's looks at this customer. */
export const signal = z.strictObject({
  kind: z.literal("signal"),
  /** The rules that hit, in the order of `SIGNAL_RULES`, with commas between. */
  rule: text(400),
  employeeId: text(120),
  accesses,
  /** What made them hit, in words for the desk. */
  words: text(MAX_SIGNAL_WORDS),
});

const part = z.discriminatedUnion("kind", [question, contactReport, signal]);
export type Part = z.infer<typeof part>;

/** A letter exactly as the customer got it. */
export const letter = z.strictObject({
  kind: z.enum(LETTER_KINDS),
  language: z.enum(LANGUAGES),
  title: z.string(),
  paragraphs: z.array(z.string()),
});
export type Letter = z.infer<typeof letter>;

const actor = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("customer") }),
  z.strictObject({ kind: z.literal("staff"), role: z.enum(STAFF_ROLES), ...staffMember.shape }),
  z.strictObject({ kind: z.literal("employee"), to: z.enum(ASKED), employeeId: text(120) }),
  z.strictObject({ kind: z.literal("rule") }),
  z.strictObject({ kind: z.literal("clock") }),
]);
export type EntryActor = z.infer<typeof actor>;

const what = <const Act extends string, Content extends z.core.$ZodShape>(act: Act, content: Content) =>
  z.strictObject({ act: z.literal(act), ...content });

/** What was done, act by act of `ACTS`. `letter`: what the customer was told by it. */
const deed = z.discriminatedUnion("act", [
  what("raise", { part, letter: z.optional(letter) }),
  what("join", { part, letter: z.optional(letter) }),
  what("write", { words: personWords }),
  what("clarify", { words: personWords }),
  what("readdress", {}),
  what("take", {}),
  what("note", { words: personWords }),
  what("message", { words: personWords, letter }),
  what("ask", {
    askId: z.string(),
    to: z.enum(ASKED),
    employeeId: text(120),
    words: personWords,
    answerBy: civilDate,
    /** Where the link went, so that whoever decides on a name sees who was heard. */
    sentTo: emailAddress,
  }),
  what("answer", { askId: z.string(), words: personWords }),
  what("lapse", { askId: z.string() }),
  what("overdue", { what: z.enum(OVERDUE), deadline: z.string() }),
  what("explain", { accesses, words: personWords, letter }),
  what("pause", { words: personWords, letter }),
  what("resume", { words: personWords }),
  what("extend", { words: personWords, letter }),
  what("restrict", { purpose: purposeCode, until: civilDate, words: personWords }),
  what("lift", { purpose: purposeCode, words: personWords }),
  what("propose-release", { employeeId: text(120), balancing }),
  what("approve-release", { employeeId: text(120), words: personWords, letter }),
  what("decline-release", { employeeId: text(120), words: personWords }),
  what("expire-release", { employeeId: text(120) }),
  what("mark-misuse", { employeeId: text(120), accesses, words: personWords, letter: z.optional(letter) }),
  what("look-back", { employeeId: text(120), customers: z.int(), accesses: z.int() }),
  what("decide-breach", { decision: breachDecision }),
  what("refuse", { ground: z.enum(REFUSAL_GROUNDS), partly: z.boolean(), words: personWords, letter }),
  what("close", { outcome: z.enum(OUTCOMES), words: personWords, letter: z.optional(letter) }),
]);
export type Deed = z.infer<typeof deed>;

/** One line of a matter's story. Nothing of it is ever changed. */
export const entry = z.strictObject({ id: z.string(), at: utcInstant, by: actor, deed });
export type Entry = z.infer<typeof entry>;
