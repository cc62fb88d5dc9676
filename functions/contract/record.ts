import * as z from "zod/mini";
import { ACTIONS, EMPLOYEE_TYPES, EVIDENCE_LEVELS, INVOLVEMENTS, LANGUAGES, OUTCOMES } from "../domain/vocabulary.ts";
import { civilDate, reference, utcInstant } from "./text.ts";

/** One row of a record, as a customer sees it: in the page, in JSON, CSV and PDF alike. */
export const recordAccess = z.strictObject({
  eventId: z.string(),
  occurredAt: utcInstant,
  source: z.string(),
  purpose: z.string(),
  /** Why they looked, as a sentence in the record's language ("You contacted us."). */
  why: z.string(),
  evidence: z.enum(EVIDENCE_LEVELS),
  /** The evidence as a sentence ("Matches your order of 3 May 2026."). */
  evidenceWords: z.string(),
  action: z.enum(ACTIONS),
  involvement: z.enum(INVOLVEMENTS),
  outcome: z.enum(OUTCOMES),
  dataCategories: z.array(z.string()),
  fieldsRevealed: z.array(z.string()),
  /**
   * What they saw, in sentences of the record's language: the action and the data, and where it applies that the look
   * was refused, showed other customers too, passed the data on or overrode a lock. Nothing of it needs saying again.
   */
  sawWords: z.string(),
  recordCount: z.optional(z.int()),
  employee: z.strictObject({
    /** Recognises the same employee within this record only. */
    handle: z.string(),
    name: z.optional(z.string()),
    role: z.nullable(z.string()),
    unit: z.nullable(z.string()),
    type: z.enum(EMPLOYEE_TYPES),
    /** The handle of the person in whose name a system, an agent or a contractor acted. */
    onBehalfOf: z.optional(z.string()),
  }),
  /** Only where it is known, or nothing speaks against it, that the case is this customer's. */
  case: z.optional(z.strictObject({ type: z.string(), id: z.string() })),
  recipient: z.optional(z.string()),
  /** What the data protection officer found out about this look and told the customer, and when. */
  explanation: z.optional(z.strictObject({ words: z.string(), at: utcInstant })),
  breakGlass: z.boolean(),
});
export type RecordAccess = z.infer<typeof recordAccess>;

/** Which systems the record speaks for, since when, and every known gap. */
const coverage = z.strictObject({
  /** Rows older than this are erased by the company's retention rule, which keeps them for so many months. */
  heldSince: utcInstant,
  retentionMonths: z.int(),
  /** What was logged before this instant was erased because the customer asked for it. */
  erasedUpTo: z.optional(utcInstant),
  /** Rows of a log of the company's own that could not be read as accesses: they are in no row and no count. */
  unreadable: z.optional(z.int()),
  sources: z.array(
    z.strictObject({
      source: z.string(),
      since: utcInstant,
      lastReceivedAt: utcInstant,
      gaps: z.array(z.strictObject({ after: utcInstant, before: utcInstant, missing: z.int() })),
      /** Civil days of which less came than the source counted itself. */
      shortDays: z.array(z.strictObject({ day: civilDate, announced: z.int(), received: z.int(), missing: z.int() })),
      /** Nothing came for longer than is usual for the source. */
      silent: z.boolean(),
    }),
  ),
  /** The same in sentences, in the record's language. */
  words: z.array(z.string()),
});
export type Coverage = z.infer<typeof coverage>;

const recordSummary = z.strictObject({
  /** Rows in the record. */
  accesses: z.int(),
  /** Different people among them; systems are not people. */
  employees: z.int(),
  /** Rows in which a name was merely listed. */
  listed: z.int(),
  /** Rows that no person caused. */
  automated: z.int(),
  byEvidence: z.strictObject({ confirmed: z.int(), stated: z.int(), contradicted: z.int(), missing: z.int() }),
  /** "In the last 12 months 7 people looked at your data 23 times; 2 looks have no recorded reason." */
  words: z.string(),
});
export type RecordSummary = z.infer<typeof recordSummary>;

/** Everything of a record but its rows. */
export const recordHeader = z.strictObject({
  format: z.literal("regard-record/1"),
  reference,
  company: z.string(),
  language: z.enum(LANGUAGES),
  /** IANA name; the documents show local times in it. */
  timeZone: z.string(),
  period: z.strictObject({ from: utcInstant, to: utcInstant }),
  generatedAt: utcInstant,
  coverage,
  summary: recordSummary,
  /** Sentences that stand in every answer, whether or not they matter to this one (Art. 23; no tipping-off). */
  standing: z.array(z.string()),
});
export type RecordHeader = z.infer<typeof recordHeader>;

/** A whole record: the JSON download. Rows in time order, oldest first. */
export const recordDocument = z.extend(recordHeader, { accesses: z.array(recordAccess) });
export type RecordDocument = z.infer<typeof recordDocument>;

/** A record while it is being made: the header is whole before the first row, and rows come page by page. */
export interface RecordStream {
  readonly header: RecordHeader;
  /** In time order, oldest first. Can be walked once. */
  readonly accesses: AsyncIterable<readonly RecordAccess[]>;
}
