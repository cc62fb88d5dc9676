import type { Problem } from "../contract/problem.ts";
import { REFUSALS, Refusal, type RefusalCode } from "../domain/errors.ts";
import { RefusedOnPage } from "./refused-on-page.ts";

/** The one place where a refusal becomes a status. What has no row here is no customer's fault: 500. */
const STATUS: { readonly [Code in RefusalCode]?: number } = {
  REQUEST_UNREADABLE: 400,
  REQUEST_INVALID: 400,
  REQUEST_TOO_LARGE: 413,
  REQUEST_FORGED: 403,
  REQUEST_UNSIGNED: 403,
  CODE_WRONG: 403,
  CODE_SPENT: 403,
  CODE_PAUSED: 429,
  SIGN_IN_NEEDED: 401,
  LOOK_NOT_LOGGED: 503,
  MATTER_CHANGED: 409,
  ACT_NOT_POSSIBLE: 409,
  PAUSE_NOT_POSSIBLE: 409,
  EXTENSION_NOT_POSSIBLE: 409,
  RELEASE_NOT_POSSIBLE: 409,
  SECOND_PERSON_NEEDED: 403,
  BREACH_UNDECIDED: 409,
  LINK_SPENT: 403,
  ROWS_UNKNOWN: 422,
  TOO_MANY_TODAY: 429,
  STAFF_SIGN_IN_NEEDED: 401,
  STAFF_SIGN_IN_SPENT: 403,
  STAFF_SIGN_IN_REFUSED: 403,
  STAFF_SIGN_IN_UNVERIFIED: 403,
  STAFF_SECOND_FACTOR_MISSING: 403,
  STAFF_ROLE_MISSING: 403,
  STAFF_ROLE_WRONG: 403,
  STAFF_SIGN_IN_STALE: 403,
  NOT_FOUND: 404,
  RECORD_TOO_LONG: 422,
  RECORD_TOO_LONG_FOR_PDF: 422,
  UNAVAILABLE: 503,
};

const UNFORESEEN: Problem = {
  type: "about:blank",
  title: REFUSALS.UNAVAILABLE,
  status: 500,
  code: "UNAVAILABLE",
  detail: REFUSALS.UNAVAILABLE,
};

const meant = (error: unknown): unknown => (error instanceof RefusedOnPage ? error.cause : error);

/** What an error is called in an answer and in the log. */
export const codeOf = (error: unknown): RefusalCode => {
  const refusal = meant(error);
  return refusal instanceof Refusal && STATUS[refusal.code] !== undefined ? refusal.code : "UNAVAILABLE";
};

/** What a caller learns of an error: a refusal's own words, and nothing at all of anything else. */
export const problemOf = (error: unknown): Problem => {
  const status = error instanceof Refusal ? STATUS[error.code] : undefined;
  if (!(error instanceof Refusal) || status === undefined) return UNFORESEEN;
  return {
    type: "about:blank",
    title: REFUSALS[error.code],
    status,
    code: error.code,
    detail: error.detail,
    ...(error.field === "" ? {} : { field: error.field }),
    ...(error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.retryAfterSeconds }),
  };
};

/** The class of the error that nobody foresaw, or that made us refuse, for the log; nothing of its message. */
export const faultOf = (error: unknown): string | undefined => {
  const refusal = meant(error);
  const fault = refusal instanceof Refusal ? refusal.cause : refusal;
  return fault instanceof Error && /^\$?\w{1,60}$/.test(fault.name) ? fault.name : undefined;
};
