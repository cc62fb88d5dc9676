/**
 * Everything that Regard refuses, as a closed set. A code never changes its meaning and is never reused; how a refusal
 * looks over HTTP is decided in `functions/http`, in a customer's words in `web/words`.
 */
export const REFUSALS = {
  // events and files
  EVENT_UNREADABLE: "The row cannot be read as JSON or CSV.",
  EVENT_FIELD_MISSING: "A required field is missing.",
  EVENT_FIELD_INVALID: "A field has a value that is not allowed.",
  EVENT_FIELD_UNKNOWN: "The event has a field that Regard does not know.",
  EVENT_TOO_LARGE: "The event is larger than 16 KiB.",
  EVENT_IN_FUTURE: "The event is dated in the future.",
  EVENT_CONFLICT: "An event with this source and id but other content was accepted before.",
  EVENT_ENVELOPE_DIFFERS: "The envelope and the event inside it say different things.",
  EVENT_LATE: "The event is older than 7 days and not marked as late.",
  EVENT_EXPIRED: "The event is past the retention time, so it may not be kept any more.",
  PURPOSE_UNKNOWN: "The purpose is neither built in nor listed in regard.config.ts.",
  MAP_INVALID: "The column map is not valid.",
  FILE_UNREADABLE: "The file cannot be read.",
  // the command line
  COMMAND_INVALID: "The command or one of its options is not known.",
  PORTAL_NOT_FOUND: "No running portal was found.",
  LOOK_NOT_LOGGED: "The look could not be written to the access log, so nothing was read.",
  CONFIG_INVALID: "regard.config.ts is not valid.",
  // the company's systems at the intake
  REQUEST_UNSIGNED: "The request was not signed by anybody who may send events.",
  // customers at the door
  REQUEST_UNREADABLE: "The request cannot be read.",
  REQUEST_TOO_LARGE: "The request is too large.",
  REQUEST_INVALID: "The request has a missing or wrong field.",
  REQUEST_FORGED: "The request did not come from this site.",
  CODE_WRONG: "The code is wrong.",
  CODE_SPENT: "The code has expired, was replaced or was used.",
  CODE_PAUSED: "Too many wrong codes: this step is paused.",
  SIGN_IN_NEEDED: "Nobody is signed in.",
  // staff at the desk
  STAFF_SIGN_IN_NEEDED: "Nobody is signed in at the desk.",
  STAFF_SIGN_IN_SPENT: "This sign-in was used, has expired or was begun in another browser.",
  STAFF_SIGN_IN_REFUSED: "The identity provider signed nobody in.",
  STAFF_SIGN_IN_UNVERIFIED: "The identity provider's answer does not stand up to verification.",
  STAFF_SECOND_FACTOR_MISSING: "The sign-in had no second factor.",
  STAFF_ROLE_MISSING: "This person has no role at the desk.",
  STAFF_ROLE_WRONG: "This belongs to another role at the desk.",
  STAFF_SIGN_IN_STALE: "This needs a sign-in of the last few minutes.",
  RECORD_TOO_LONG: "The record is too long for one file.",
  RECORD_TOO_LONG_FOR_PDF: "The record is too long for a PDF.",
  // matters
  MATTER_CHANGED: "Somebody else acted on this matter meanwhile.",
  ACT_NOT_POSSIBLE: "This cannot be done in the matter's present state.",
  PAUSE_NOT_POSSIBLE: "The clock cannot be paused here.",
  EXTENSION_NOT_POSSIBLE: "The time cannot be extended any more.",
  RELEASE_NOT_POSSIBLE: "This name cannot be proposed for release now.",
  SECOND_PERSON_NEEDED: "Somebody else has to decide this.",
  BREACH_UNDECIDED: "Whether the authority has to be told is not decided yet.",
  LINK_SPENT: "This link was used before or has ended.",
  ROWS_UNKNOWN: "A row that was named is not in the record.",
  TOO_MANY_TODAY: "Too much was sent today.",
  NOT_FOUND: "There is nothing here.",
  UNAVAILABLE: "The service cannot answer right now.",
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** A refusal with a stable code. `detail` says what to do and never repeats the offending value. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly detail: string;
  /** Where in the input, as a path (`employee.id`); empty where the whole is meant. */
  readonly field: string;
  /** Seconds after which trying again makes sense (HTTP Retry-After). */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: RefusalCode,
    options: { detail?: string; field?: string; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(`${code}: ${REFUSALS[code]}`, { cause: options.cause });
    this.code = code;
    this.detail = options.detail ?? REFUSALS[code];
    this.field = options.field ?? "";
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** For a refusal's `retryAfterSeconds`: whole seconds from `now` until an instant, at least one. Both in ms since 1970. */
export const secondsUntil = (instant: number, now: number): number => Math.max(1, Math.ceil((instant - now) / 1_000));
