/** Everything that the recorder refuses, as a closed set. A code never changes its meaning and is never reused. */
export const RECORDER_REFUSALS = {
  ACCESS_NOT_RECORDED:
    "The access could not be written to the log in time, so nothing may be shown. Try again; if it lasts, look at the intake's alarms and the network between.",
  EVENT_REJECTED: "The service refused the event, so nothing may be shown. Correct what serviceCode and field name.",
  EVENT_QUARANTINED:
    "The service set the event aside, so no record shows it and nothing may be shown. Correct what serviceCode and field name.",
  CUSTOMER_MISSING: "The look names no customer, so nothing may be shown. Searches belong into withResults.",
  EVENT_TOO_LARGE: "The event is larger than 16 KiB. Send names of fields and codes, never values.",
  CALLER_NOT_ALLOWED:
    "The service did not accept the signature. Check the role's permission execute-api:Invoke, the region and the clock.",
  CALL_REFUSED:
    "The service could not read the call. Check the endpoint, and that the recorder and the portal are of one version.",
  CREDENTIALS_MISSING:
    "No AWS credentials were found. Pass credentials, or run with a role: on Lambda, ECS, EKS, or with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
  RECORDER_MISCONFIGURED: "The recorder's options are not valid. The detail names the option and the fix.",
  QUEUE_FULL: "The queue is full: the service takes events more slowly than they come. Nothing was queued; try again.",
  QUEUE_CLOSED: "The queue was closed. Nothing was queued.",
} as const;

export type RecorderCode = keyof typeof RECORDER_REFUSALS;

interface Particulars {
  readonly detail?: string;
  /** The service's code for an event, as `functions/domain/errors.ts` lists them. */
  readonly serviceCode?: string | undefined;
  /** The event's field that it is about, as a path. */
  readonly field?: string | undefined;
  /** HTTP status of the intake's last answer, where one came. */
  readonly intakeStatus?: number | undefined;
  /** Seconds after which trying again makes sense. */
  readonly retryAfterSeconds?: number | undefined;
  readonly cause?: unknown;
}

/** A refusal with a stable code and words that say what to do. Nothing in it repeats what an event said. */
export class RecorderError extends Error {
  override readonly name = "RecorderError";
  readonly code: RecorderCode;
  /** What a request is answered with where nobody catches this: so do Express, Fastify, NestJS and Koa tell by these. */
  readonly status = 503;
  readonly statusCode = 503;
  readonly expose = true;
  readonly serviceCode: string | undefined;
  readonly field: string | undefined;
  readonly intakeStatus: number | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: RecorderCode,
    { detail, serviceCode, field, intakeStatus, retryAfterSeconds, cause }: Particulars = {},
  ) {
    super(`${code}: ${detail ?? RECORDER_REFUSALS[code]}`, { cause });
    this.code = code;
    this.serviceCode = serviceCode;
    this.field = field;
    this.intakeStatus = intakeStatus;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
