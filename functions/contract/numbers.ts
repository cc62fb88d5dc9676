import * as z from "zod/mini";
import { OUTCOMES } from "../domain/matter-vocabulary.ts";
import { EVIDENCE_LEVELS } from "../domain/vocabulary.ts";
import { text, utcInstant } from "./text.ts";

/** A calendar month by UTC, YYYY-MM, as the log is indexed. */
export const calendarMonth = z.string().check(z.regex(/^(?!0000)\d{4}-(0[1-9]|1[0-2])$/));

const count = z.int().check(z.nonnegative());

/** Looks of a group of at least five different people, by how far their reasons are borne out. */
const evidenceTally = z.strictObject({
  people: count,
  looks: count,
  byEvidence: z.record(z.enum(EVIDENCE_LEVELS), count),
});
export type EvidenceTally = z.infer<typeof evidenceTally>;

/** As the log names the unit at the time of the look; absent where it names none. */
const unitTally = z.strictObject({ ...evidenceTally.shape, unit: z.optional(text(120)) });
export type UnitTally = z.infer<typeof unitTally>;

/**
 * What people did in a month. Every look is in exactly one row of `units` and `others`, and each row is about at least
 * five different people, so that no sum and no difference of them is about fewer.
 */
const groupedLooks = z.strictObject({
  all: evidenceTally,
  units: z.array(unitTally),
  /** So many units together, because one of them has too few people to stand by itself. */
  others: z.optional(z.strictObject({ ...evidenceTally.shape, units: count })),
});
export type GroupedLooks = z.infer<typeof groupedLooks>;

/** How long customers waited for an answer, in whole civil days from receipt; percentiles by nearest rank. */
const answerTimes = z.strictObject({
  closed: count,
  medianDays: z.optional(count),
  ninetiethDays: z.optional(count),
  /** Answered after the due date. */
  overdue: count,
});
export type AnswerTimes = z.infer<typeof answerTimes>;

/** What people of the desk got done in a month, and what lay before them when the numbers were made. */
const deskNumbers = z.strictObject({
  /** Requests that the portal answered itself, at once, with a record. */
  recordsAtOnce: count,
  /** Matters in which a customer waited; one with a question and a report counts in both. */
  times: z.strictObject({ all: answerTimes, question: answerTimes, "contact-report": answerTimes }),
  /** Closed matters that a rule opened and no customer knows of. */
  closedSignals: count,
  outcomes: z.record(z.enum(OUTCOMES), count),
  open: count,
  openOverdue: count,
  /** Misuse that was marked, and what was decided about telling the authority (GDPR Art. 33(1)). */
  breaches: z.strictObject({ marked: count, notifiedInTime: count, notifiedLate: count, riskUnlikely: count }),
  releases: z.strictObject({ proposed: count, approved: count, declined: count, expired: count }),
});
export type DeskNumbers = z.infer<typeof deskNumbers>;

/** The numbers of a month for the board. They name nobody, and are kept without end. */
export const monthNumbers = z.strictObject({
  month: calendarMonth,
  madeAt: utcInstant,
  /** Accesses that no person caused. */
  automated: count,
  /** Absent where fewer than five people are in the log of the month: then nothing is said of them at all. */
  people: z.optional(
    z.strictObject({
      ...groupedLooks.shape,
      /** Tries that were refused: nobody saw anything. */
      refused: count,
    }),
  ),
  desk: deskNumbers,
});
export type MonthNumbers = z.infer<typeof monthNumbers>;

/** The numbers of a month in words: what the page, the letter and the command line show alike. */
export const numbersDescription = z.strictObject({
  title: z.string(),
  paragraphs: z.array(z.string()),
  sections: z.array(
    z.strictObject({
      heading: z.string(),
      paragraphs: z.array(z.string()),
      /** A bar is as long as its share of the whole, from 0 to 1; `text` says what it shows. */
      bars: z.optional(
        z.strictObject({
          text: z.string(),
          bars: z.array(z.strictObject({ label: z.string(), value: z.string(), share: z.number() })),
        }),
      ),
      /** The first cell of a row is its head. */
      table: z.optional(
        z.strictObject({ caption: z.string(), heads: z.array(z.string()), rows: z.array(z.array(z.string())) }),
      ),
      notes: z.array(z.string()),
    }),
  ),
});
export type NumbersDescription = z.infer<typeof numbersDescription>;
export type NumbersSection = NumbersDescription["sections"][number];
