import type { RefusalCode } from "../domain/errors.ts";

/** What a log line may be about, beside the refusals. Alarms are made from these names; none changes its meaning. */
export const LOG_CODES = {
  ANSWERED: "A request was answered as asked.",
  MAIL_SENT: "The mail service took a message.",
  MAIL_DROPPED: "A message was not needed any more.",
  MAIL_DELAYED: "The mail service did not take a message; it is tried again.",
  MAIL_LOST: "A code was handed over and no answer came; it is never sent a second time.",
  MAIL_PARKED: "A message was refused at every try: a customer waits for mail that will not come.",
  MAIL_FAILED: "A message could not be looked at; it is tried again.",
  OUTBOX_SWEPT: "The outbox was looked through.",
  NUMBERS_MADE: "The numbers of a month for the board were made.",
  NUMBERS_LEFT: "The log was too long for one run: the numbers of the month are left to the command.",
  MATTERS_TICKED: "Time ended something in matters, or made them overdue.",
  SIGNALS_JUDGED: "The rules of detection ran over what had arrived; `count` signals brought something new.",
  SIGNALS_FAILED: "The rules of detection could not read something; it is tried again.",
  SOURCE_SILENT: "`count` sources have sent nothing for longer than the company expects of them.",
  DAY_SHORT: "`count` days turned out to have other numbers of events than their sources say they sent.",
  EVENTS_QUARANTINED: "Events came that cannot be taken as they are; they wait in the quarantine.",
  EVENTS_UNWATCHED: "Events are in the log, and could not be set apart for the rules of detection.",
  ROWS_KEPT: "Rows of customers with something open were kept; the ends of `count` of them were moved.",
  ROWS_LEFT: "More customers have something open than one run can look after: some rows wait for the next one.",
  ADDRESSES_MOVED: "Held changes of customers' addresses took effect.",
} as const;

export type LogCode = keyof typeof LOG_CODES | RefusalCode;

/**
 * Everything that a log line can hold. A closed list on purpose: there is no field into which an address, a code, a
 * cookie, a name or a body would fit.
 */
export interface LogLine {
  readonly code: LogCode;
  /** Name in a table of routes, or of the function where no route is meant. */
  readonly route: string;
  readonly status?: number;
  readonly durationMs?: number;
  /** AWS request id. */
  readonly requestId?: string;
  /**
   * The request that began it, under the id that the API's own log has (`requestId` there): the same in the line of the
   * function that answered and in the line of the mail that left for it later.
   */
  readonly traceId?: string;
  /** Class of an unforeseen error. Its message stays out: other people's messages quote what they were given. */
  readonly fault?: string;
  readonly count?: number;
}
