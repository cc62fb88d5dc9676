import * as z from "zod/mini";
import { LANGUAGES } from "../domain/vocabulary.ts";
import {
  addressChange,
  askAbout,
  changeAddress,
  customerMatter,
  customerMatters,
  downloadLetter,
  raised,
  readMatter,
  readMatters,
  reportContact,
  writeInMatter,
} from "./customer-matters.ts";
import { CUSTOMER_PATHS } from "./customer-paths.ts";
import { recordAccess, recordHeader } from "./record.ts";
import { civilDate, emailAddress, reference, utcInstant } from "./text.ts";

/** Longest customer request body, in bytes: 2,000 characters of any script, and the names of fifty rows. */
export const MAX_BODY_BYTES = 64 * 1024;
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
  askAbout: {
    ...CUSTOMER_PATHS.askAbout,
    who: "customer",
    function: "matters",
    body: askAbout,
    status: 201,
    answer: raised,
  },
  reportContact: {
    ...CUSTOMER_PATHS.reportContact,
    who: "customer",
    function: "matters",
    body: reportContact,
    status: 201,
    answer: raised,
  },
  readMatters: {
    ...CUSTOMER_PATHS.readMatters,
    who: "customer",
    function: "matters",
    body: readMatters,
    status: 200,
    answer: customerMatters,
  },
  readMatter: {
    ...CUSTOMER_PATHS.readMatter,
    who: "customer",
    function: "matters",
    body: readMatter,
    status: 200,
    answer: customerMatter,
  },
  writeInMatter: {
    ...CUSTOMER_PATHS.writeInMatter,
    who: "customer",
    function: "matters",
    body: writeInMatter,
    status: 204,
    answer: undefined,
  },
  downloadLetter: {
    ...CUSTOMER_PATHS.downloadLetter,
    who: "customer",
    function: "download",
    body: downloadLetter,
    status: 200,
    answer: undefined,
  },
  changeAddress: {
    ...CUSTOMER_PATHS.changeAddress,
    who: "customer",
    function: "matters",
    body: changeAddress,
    status: 202,
    answer: nothing,
  },
  confirmAddress: {
    ...CUSTOMER_PATHS.confirmAddress,
    who: "customer",
    function: "matters",
    body: confirmCode,
    status: 200,
    answer: addressChange,
  },
  readAddressChange: {
    ...CUSTOMER_PATHS.readAddressChange,
    who: "customer",
    function: "matters",
    body: undefined,
    status: 200,
    answer: addressChange,
  },
  cancelAddressChange: {
    ...CUSTOMER_PATHS.cancelAddressChange,
    who: "customer",
    function: "matters",
    body: undefined,
    status: 204,
    answer: undefined,
  },
} as const;
