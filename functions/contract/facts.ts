import * as z from "zod/mini";
import { civilDate, instant, text } from "./text.ts";

/** What the company's own systems say about a case: the other half of the evidence. */
export const caseFact = z.strictObject({
  type: text(40),
  id: text(120),
  customerId: text(200),
  openedAt: instant,
  closedAt: z.optional(instant),
  /** Who was assigned: employees by id, whole units by name. */
  employeeIds: z._default(z.array(text(120)).check(z.maxLength(200)), []),
  units: z._default(z.array(text(120)).check(z.maxLength(50)), []),
});
export type CaseFact = z.infer<typeof caseFact>;

/**
 * A salted hash as the company computes it over something that two facts may share: hex or base64url of
 * HMAC-SHA256(key, kind ‖ 0x0A ‖ value), `key` being a secret of the company's own that Regard never learns, `kind` one
 * of `address`, `street`, `phone`, `mail`. Values are written one way before hashing: NFC, lower case, single spaces;
 * an address as "postcode, street, number, flat", a street as "postcode, street", a phone number as E.164, a mail
 * address trimmed. Regard only ever asks whether two of them are equal.
 */
const saltedHash = z.string().check(z.regex(/^[A-Za-z0-9_-]{32,128}$/));
const hashes = z.optional(z.array(saltedHash).check(z.maxLength(20)));

/** What the company's HR system says about an employee. Everything but the id may be left out. */
export const employeeFact = z.strictObject({
  id: text(120),
  /** Never named to a customer, whatever `staffIdentity` says. */
  protected: z._default(z.boolean(), false),
  managerId: z.optional(text(120)),
  unit: z.optional(text(120)),
  role: z.optional(text(120)),
  /** Civil dates of the first and the last day at the company. */
  startedOn: z.optional(civilDate),
  leftOn: z.optional(civilDate),
  addressHashes: hashes,
  streetHashes: hashes,
  phoneHashes: hashes,
  mailHashes: hashes,
  /**
   * Telephone numbers and accounts that are theirs, in clear: those that the company gave them, and those that it may
   * use for this. Regard keeps keyed hashes alone, and only ever asks whether a customer was contacted from one of them.
   */
  contacts: z.optional(z.array(text(200)).check(z.maxLength(20))),
  /** The employee's own id as a customer. */
  customerId: z.optional(text(200)),
  /** Customers whom the employee has declared to be too close to: family, neighbours, former partners. */
  conflictCustomerIds: z.optional(z.array(text(200)).check(z.maxLength(100))),
});
export type EmployeeFact = z.infer<typeof employeeFact>;

/** The longest that a shift lasts: whoever asks for a period looks back so far. */
export const LONGEST_SHIFT_MS = 24 * 3_600_000;

/** A shift as it was planned; one that is sent again under the same start replaces the first. */
export const shiftFact = z.strictObject({
  employeeId: text(120),
  from: instant,
  /** At most 24 hours after `from`: what is longer is several shifts. */
  to: instant,
});
export type ShiftFact = z.infer<typeof shiftFact>;

const endsInTime = ({ from, to }: ShiftFact): boolean =>
  from < to && Date.parse(to) - Date.parse(from) <= LONGEST_SHIFT_MS;

/** What the company knows of a customer beside cases, in salted hashes: whether someone who works there is close. */
export const customerFact = z.strictObject({
  customerId: text(200),
  addressHashes: hashes,
  streetHashes: hashes,
  phoneHashes: hashes,
  mailHashes: hashes,
  /** Employees whom the customer has named as too close ("my ex works there"). */
  conflictEmployeeIds: z.optional(z.array(text(120)).check(z.maxLength(100))),
});
export type CustomerFact = z.infer<typeof customerFact>;

/** One business fact as a company sends it: an item of `PUT /v1/facts`, a line of a file. */
export const businessFact = z.discriminatedUnion("kind", [
  z.extend(caseFact, { kind: z.literal("case") }),
  z.extend(employeeFact, { kind: z.literal("employee") }),
  z.extend(shiftFact, { kind: z.literal("shift") }).check(z.refine(endsInTime, { path: ["to"] })),
  z.extend(customerFact, { kind: z.literal("customer") }),
]);
export type BusinessFact = z.infer<typeof businessFact>;
