import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { Refusal } from "../domain/errors.ts";

const BASE_MS = 50;
const CAP_MS = 2_000;

/** Tries before the store counts as away: about five seconds of waiting in all. */
export const ATTEMPTS = 10;

/**
 * How long to wait before try number `attempt` (1 is the first retry), in milliseconds. Full jitter: the whole wait is
 * random, so that writers that collided once do not collide again (AWS Architecture Blog, "Exponential Backoff And
 * Jitter").
 */
const jitterMs = (attempt: number): number => Math.random() * Math.min(CAP_MS, BASE_MS * 2 ** attempt);

/** Waits before try number `attempt`. */
export const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, jitterMs(attempt)));

type RetryStrategy = Extract<DynamoDBClientConfig["retryStrategy"], { acquireInitialRetryToken: unknown }>;

const token = (count: number, delayMs: number) => ({ getRetryCount: () => count, getRetryDelay: () => delayMs });

/**
 * The one way to a DynamoDB client. Throttling and lost answers are waited out, so every request may be sent twice; a
 * store that stays away becomes `UNAVAILABLE`.
 *
 * @param place Where the store is; left out, the SDK reads the environment (region, credentials,
 * `AWS_ENDPOINT_URL_DYNAMODB`).
 */
export const createDynamoDb = (
  place: Pick<DynamoDBClientConfig, "endpoint" | "region" | "credentials"> = {},
): DynamoDBClient => {
  const givenUp = new WeakSet<Error>();

  const retryStrategy: RetryStrategy = {
    acquireInitialRetryToken: async () => token(0, 0),
    refreshRetryTokenForRetry: async (last, { error, errorType }) => {
      const attempt = last.getRetryCount() + 1;
      if (errorType !== "CLIENT_ERROR" && attempt < ATTEMPTS) return token(attempt, jitterMs(attempt));
      if (errorType !== "CLIENT_ERROR" && error) givenUp.add(error);
      throw new Error("not tried again");
    },
    recordSuccess: () => {},
  };

  const client = new DynamoDBClient({
    ...place,
    retryStrategy,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  });

  // The SDK's logger filters every answer, logged or not, which takes three quarters of a big Query's time, and its
  // error lines carry the request, which is personal data.
  client.middlewareStack.remove("loggerMiddleware");
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (error instanceof Error && givenUp.has(error)) throw new Refusal("UNAVAILABLE", { cause: error });
        throw error;
      }
    },
    { step: "initialize", priority: "high", name: "unavailable" },
  );
  return client;
};
