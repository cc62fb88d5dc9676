import type { Period } from "../domain/access.ts";
import { Refusal } from "../domain/errors.ts";
import { REFERENCE_BYTES, REQUEST_LIFE_MS, referenceFrom } from "../domain/request.ts";
import type { Language } from "../domain/vocabulary.ts";
import { auditLine, commitDecision, queuedMail } from "./commit.ts";
import type { AskedFor, PortalStore, SignedIn, StoredRequest } from "./identity-ports.ts";
import type { Clock, Random } from "./ports.ts";

/** The customer behind `account` 1, 2, …; throws `NOT_FOUND` where there are fewer. */
export const customerOf = ({ accounts }: Pick<SignedIn, "accounts">, account: number): string => {
  const customerKey = accounts[account - 1];
  if (customerKey === undefined) throw new Refusal("NOT_FOUND");
  return customerKey;
};

export interface OpenRequestDeps {
  readonly store: Pick<PortalStore, "commit" | "requestAskedFor">;
  readonly clock: Clock;
  readonly random: Random;
}

export interface OpenRequest {
  readonly customer: SignedIn;
  readonly account: number;
  /** As the customer gave them; with sign-in and account they make one request. */
  readonly dates: AskedFor["dates"];
  /** What the dates come to now. A request that was opened before keeps its own. */
  readonly period: Period;
  readonly language: Language;
}

/**
 * Opens the customer's request under Art. 15 and queues its confirmation, or finds the one that this sign-in opened
 * before for the same account and dates: reloading a record, or downloading it in another format, asks nothing new.
 */
export const openRequest = (
  { store, clock, random }: OpenRequestDeps,
  { customer, account, dates, period, language }: OpenRequest,
): Promise<StoredRequest> => {
  const customerKey = customerOf(customer, account);
  const asked = { sessionKey: customer.sessionKey, account, dates };

  return commitDecision(store, async () => {
    const before = await store.requestAskedFor(asked);
    if (before !== undefined) return { changes: [], result: before };
    const now = clock();
    const reference = referenceFrom(random(REFERENCE_BYTES));
    const receivedAt = new Date(now).toISOString();
    const request = { state: "received", customerKey, reference, receivedAt, period } as const;
    const { address, endsAt: askedUntil } = customer;
    return {
      result: request,
      changes: [
        { kind: "open-request", request, asked, askedUntil },
        queuedMail(
          random,
          { address, language, content: { kind: "confirmation", reference } },
          now,
          now + REQUEST_LIFE_MS,
        ),
        auditLine(random, "request-opened", now, customerKey, reference),
      ],
    };
  });
};
