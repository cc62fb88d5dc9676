import type { PortalStore } from "./identity-ports.ts";
import { type SendMailDeps, type SentMail, sendMail } from "./send-mail.ts";

export interface SweepOutboxDeps extends SendMailDeps {
  readonly store: SendMailDeps["store"] & Pick<PortalStore, "waitingMails">;
}

/**
 * Looks through the whole outbox, oldest first, and takes every message a step further: those that no stream record
 * ever named, and those that rested after a refusal.
 *
 * @param until Instant after which no further message is taken up; the next sweep goes on.
 * @returns What became of each message that was looked at.
 */
export const sweepOutbox = async (deps: SweepOutboxDeps, until: number): Promise<readonly SentMail[]> => {
  const outcomes: SentMail[] = [];
  for await (const mailKeys of deps.store.waitingMails()) {
    for (const mailKey of mailKeys) {
      if (deps.clock() >= until) return outcomes;
      outcomes.push(await sendMail(deps, mailKey));
    }
  }
  return outcomes;
};
