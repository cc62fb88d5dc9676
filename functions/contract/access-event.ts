import * as z from "zod/mini";
import { ACTIONS, EMPLOYEE_TYPES, INVOLVEMENTS, OUTCOMES } from "../domain/vocabulary.ts";
import { compiledStrictObject } from "./compiled-object.ts";
import { instant, purposeCode, sourceName, text } from "./text.ts";

/** Largest event, in bytes of its JSON. */
export const MAX_EVENT_BYTES = 16 * 1024;

/** Most customers that one event may name; a look at more of them is several events, each `partOf` the first. */
export const MAX_CUSTOMERS_PER_EVENT = 45;

const employee = compiledStrictObject({
  /** From the company's HR system, the same in every source. */
  id: text(120),
  name: z.optional(text(160)),
  /** Role, unit and site *at the time* of the look. */
  role: z.optional(text(120)),
  unit: z.optional(text(120)),
  site: z.optional(text(120)),
  type: z._default(z.enum(EMPLOYEE_TYPES), "employee"),
});

const caseReference = compiledStrictObject({
  /** order, ticket, call… */
  type: text(40),
  id: text(120),
});

const dataCategory = z.string().check(z.regex(/^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$/), z.maxLength(60));

const namesSomebody = ({ customerId, recordCount }: { customerId?: unknown; recordCount?: unknown }): boolean =>
  customerId !== undefined || recordCount !== undefined;

/** The access event: one per look. The only definition of it, for intake, import, recorder, tests and OpenAPI. */
export const accessEvent = compiledStrictObject({
  /** Idempotency key: unique for ever within its source. */
  eventId: text(200),
  source: sourceName,
  /** Gapless counter of the source; where it is sent, a missing number shows in the coverage. */
  sourceSeq: z.optional(z.int().check(z.minimum(1))),
  occurredAt: instant,
  /**
   * Whose data it was: one customer, or those of a look that showed several. Never stored in clear. Left out where nobody
   * can say who they were; then `recordCount` says how many. With a list that is shorter than `recordCount`, or without
   * any, it is a bulk access: the record of every customer speaks of it. Not so where it is `partOf` a look.
   */
  customerId: z.optional(
    z.union([text(200), z.array(text(200)).check(z.minLength(1), z.maxLength(MAX_CUSTOMERS_PER_EVENT))]),
  ),
  employee,
  /** The person in whose name a system, an agent or a contractor acted. */
  onBehalfOf: z.optional(text(120)),
  action: z.enum(ACTIONS),
  involvement: z._default(z.enum(INVOLVEMENTS), "opened"),
  dataCategories: z._default(z.array(dataCategory).check(z.maxLength(30)), []),
  /** Names of the fields that were shown; never their values. */
  fieldsRevealed: z._default(z.array(text(80)).check(z.maxLength(60)), []),
  /** How many customers the whole look showed. */
  recordCount: z.optional(z.int().check(z.minimum(1))),
  /** The eventId of the first event of a look at more customers than one event can name: the others name the others. */
  partOf: z.optional(text(200)),
  purpose: z._default(purposeCode, "NOT_RECORDED"),
  /** Typed by the employee; shown to the DPO only. */
  purposeText: z.optional(text(200)),
  case: z.optional(caseReference),
  /** A lock was overridden to look. */
  breakGlass: z._default(z.boolean(), false),
  /** An outside company that received the data, by name (CJEU C-154/21). */
  recipient: z.optional(text(160)),
  outcome: z._default(z.enum(OUTCOMES), "success"),
  correlationId: z.optional(text(200)),
  /** The eventId, in the same source, of the event that this one corrects. */
  supersedes: z.optional(text(200)),
}).check(z.refine(namesSomebody, { path: ["customerId"] }));

/** An event as it was read: defaults filled in, instants in UTC. */
export type AccessEvent = z.infer<typeof accessEvent>;
/** An event as a company writes it. */
export type AccessEventInput = z.input<typeof accessEvent>;
