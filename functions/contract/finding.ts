import * as z from "zod/mini";
import { FINDING_STATES } from "../domain/findings.ts";
import { MAX_WORDS } from "../domain/matter-vocabulary.ts";
import { SIGNAL_RULES } from "../domain/signals/signal.ts";
import { staffMember } from "./matter.ts";
import { MAX_SIGNAL_WORDS } from "./matter-entry.ts";
import { sourceName, text, utcInstant, words } from "./text.ts";

/** Hits that one finding holds, the newest: it is one item of the store. */
export const MAX_HITS = 200;

const findingId = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));

/** What a rule found in somebody's way of working or in a source. */
const findingHit = z.strictObject({
  rule: z.enum(SIGNAL_RULES),
  foundAt: utcInstant,
  /** How many accesses it is about; none where they are missing. */
  accesses: z.int(),
  /** In the company's first language. */
  words: text(MAX_SIGNAL_WORDS),
});
export type FindingHit = z.infer<typeof findingHit>;

/**
 * What the rules found that belongs to no customer: how one employee works (mass reads, fishing in searches, reasons that
 * say little, exports of many), or that a source has gaps. No customer is named in it, so reading it is no look at
 * anybody. It is open until somebody at the desk says what became of it.
 */
export const finding = z.strictObject({
  findingId,
  state: z.enum(FINDING_STATES),
  /** One of the two. */
  employeeId: z.optional(text(120)),
  source: z.optional(sourceName),
  /** Oldest first. */
  hits: z.array(findingHit).check(z.minLength(1), z.maxLength(MAX_HITS)),
  foundAt: utcInstant,
  lastFoundAt: utcInstant,
  acknowledged: z.optional(z.strictObject({ by: staffMember, at: utcInstant, words: words(MAX_WORDS) })),
});
export type Finding = z.infer<typeof finding>;

/** A finding as the desk reads it. `revision`: what the acknowledgement has to send back. */
const deskFinding = z.strictObject({ ...finding.shape, revision: z.int() });
/** Open ones first, in each the newest. */
export const deskFindings = z.strictObject({ findings: z.array(deskFinding) });
export type DeskFindings = z.infer<typeof deskFindings>;

export const acknowledgeFinding = z.strictObject({
  findingId,
  revision: z.int().check(z.minimum(1)),
  words: words(MAX_WORDS),
});
