import * as z from "zod/mini";
import type { LogCode } from "../contract/log-codes.ts";
import type { Log } from "../http/log.ts";
import { faultOf } from "../http/problems.ts";
import { type SendMailDeps, type SendOutcome, type SentMail, sendMail } from "../use-cases/send-mail.ts";
import { type SweepOutboxDeps, sweepOutbox } from "../use-cases/sweep-outbox.ts";

interface Logged {
  readonly log: Log;
}

const CODES: Readonly<Record<Exclude<SendOutcome, "waiting">, LogCode>> = {
  sent: "MAIL_SENT",
  dropped: "MAIL_DROPPED",
  lost: "MAIL_LOST",
  again: "MAIL_DELAYED",
  delayed: "MAIL_DELAYED",
  parked: "MAIL_PARKED",
};

const note = (log: Log, route: string, { outcome, traceId }: SentMail): void => {
  if (outcome !== "waiting") log({ code: CODES[outcome], route, ...(traceId === undefined ? {} : { traceId }) });
};

/** A batch of the portal table's stream, as far as it is used: the keys of what changed. */
const streamBatch = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({ SequenceNumber: z.string(), Keys: z.object({ sk: z.object({ S: z.string() }) }) }),
    }),
  ),
});

/**
 * The stream rings for rows of the outbox. What is refused at once, or could not be looked at, is reported as failed,
 * and the stream rings again; everything later is up to the schedule.
 */
export const onOutboxChange =
  (deps: SendMailDeps & Logged) =>
  async (event: unknown): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> => {
    const deliver = async (mailKey: string): Promise<boolean> => {
      try {
        const sent = await sendMail(deps, mailKey);
        note(deps.log, "on-change", sent);
        return sent.outcome !== "again";
      } catch (error) {
        const fault = faultOf(error);
        deps.log({ code: "MAIL_FAILED", route: "on-change", ...(fault === undefined ? {} : { fault }) });
        return false;
      }
    };
    const results = await Promise.all(
      streamBatch.parse(event).Records.map(async ({ dynamodb: { SequenceNumber, Keys } }) => ({
        itemIdentifier: SequenceNumber,
        done: await deliver(Keys.sk.S),
      })),
    );
    return { batchItemFailures: results.filter(({ done }) => !done).map(({ itemIdentifier }) => ({ itemIdentifier })) };
  };

/** Of the time that is left: the rules of detection come after it, and have to get theirs while the mail service is down. */
const SHARE_OF_TIME = 0.5;

/** The schedule looks after what no ring reached, and after what rested. */
export const onOutboxSchedule =
  (deps: SweepOutboxDeps & Logged) =>
  async (_event: unknown, context: { getRemainingTimeInMillis(): number }): Promise<void> => {
    const outcomes = await sweepOutbox(deps, deps.clock() + context.getRemainingTimeInMillis() * SHARE_OF_TIME);
    for (const outcome of outcomes) note(deps.log, "on-schedule", outcome);
    deps.log({ code: "OUTBOX_SWEPT", route: "on-schedule", count: outcomes.length });
  };
