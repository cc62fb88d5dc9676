import * as z from "zod/mini";
import { LANGUAGES } from "../domain/vocabulary.ts";
import { CUSTOMER_PATHS } from "./customer-paths.ts";
import { recordAccess, recordHeader } from "./record.ts";
import { civilDate, emailAddress, reference, utcInstant } from "./text.ts";

/** Longest customer request body, in bytes. */
export const MAX_BODY_BYTES = 8 * 1024;
/** Rows in one answer of `readRecord`; a longer record goes on at `nextOffset`. */
export const ROWS_PER_ANSWER = 4_000;

// Marked as free of side effects: a page leaves out what it does not parse with.
const language = z.enum(LANGUAGES);
/** Which of the customers behind the confirmed address: 1, 2, … in a fixed order. Not an identifier. */
const account = z._default(/* @__PURE__ */ z.int().check(z.minimum(1), z.maximum(1_000)), 1);
/** Civil dates in the company's time zone, both included; everything held where they are left out. */
const dates = { from: z.optional(civilDate), to: z.optional(civilDate) };

const requestCode = z.strictObject({
  email: emailAddress,
  language,
});
const confirmCode = z.strictObject({ code: /* @__PURE__ */ z.string().check(z.regex(/^\d{4}[ -]?\d{4}$/)) });
export const session = z.strictObject({
  accounts: z.int(),
  /** When the sign-in ends if nothing more is asked, and when it ends in any case. */
  idleEndsAt: utcInstant,
  endsAt: utcInstant,
});
const readRecord = z.strictObject({
  account,
  language,
  ...dates,
  offset: z._default(/* @__PURE__ */ z.int().check(z.minimum(0)), 0),
});
export const recordPage = z.strictObject({
  header: recordHeader,
  accesses: z.array(recordAccess),
  nextOffset: z.optional(z.int()),
});
export const FILE_FORMATS = ["json", "csv", "pdf"] as const;
const downloadRecord = z.strictObject({ account, language, ...dates, format: z.enum(FILE_FORMATS) });

export const requestState = z.enum(["received", "answered"]);
/** A customer's formal request under GDPR Art. 15. */
const customerRequest = z.strictObject({
  reference,
  account: z.int(),
  state: requestState,
  receivedAt: utcInstant,
  answeredAt: z.optional(utcInstant),
  period: z.strictObject({ from: utcInstant, to: utcInstant }),
});
export const customerRequests = z.strictObject({ requests: z.array(customerRequest) });

export type Session = z.infer<typeof session>;
export type RecordPage = z.infer<typeof recordPage>;
export type CustomerRequest = z.infer<typeof customerRequest>;
export type FileFormat = (typeof FILE_FORMATS)[number];

const nothing = z.strictObject({});

/**
 * Every route of the customer's side. The API, the handlers, the OpenAPI document and the role × route tests are all
 * made from this table, so that a route that is not listed does not exist and a new one starts refused.
 * `who`: `anyone`, `browser` (the browser that asked for a code) or `customer` (a confirmed address).
 */
export const CUSTOMER_ROUTES = {
  requestCode: {
    ...CUSTOMER_PATHS.requestCode,
    who: "anyone",
    function: "identify",
    body: requestCode,
    status: 202,
    answer: nothing,
  },
  confirmCode: {
    ...CUSTOMER_PATHS.confirmCode,
    who: "browser",
    function: "identify",
    body: confirmCode,
    status: 201,
    answer: session,
  },
  readSession: {
    ...CUSTOMER_PATHS.readSession,
    who: "customer",
    function: "identify",
    body: undefined,
    status: 200,
    answer: session,
  },
  signOut: {
    ...CUSTOMER_PATHS.signOut,
    who: "customer",
    function: "identify",
    body: undefined,
    status: 204,
    answer: undefined,
  },
  readRecord: {
    ...CUSTOMER_PATHS.readRecord,
    who: "customer",
    function: "record",
    body: readRecord,
    status: 200,
    answer: recordPage,
  },
  readRequests: {
    ...CUSTOMER_PATHS.readRequests,
    who: "customer",
    function: "record",
    body: undefined,
    status: 200,
    answer: customerRequests,
  },
  downloadRecord: {
    ...CUSTOMER_PATHS.downloadRecord,
    who: "customer",
    function: "download",
    body: downloadRecord,
    status: 200,
    answer: undefined,
  },
} as const;

/** Sent with every unsafe request; a page of another origin cannot send it without asking first. */
export const REQUEST_HEADER = "x-regard-request";
