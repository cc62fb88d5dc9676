import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { Refusal } from "../domain/errors.ts";
import { ATTEMPTS, pause } from "./dynamodb.ts";

/** Whether a single write went through; false where its condition did not hold. */
export const held = async (written: Promise<unknown>): Promise<boolean> => {
  try {
    await written;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

/**
 * Writes all the items or none. True: written, exactly once, even where the answer to an earlier try was lost. False: a
 * condition was not met and nothing was written. Throws `UNAVAILABLE` where the store stays away.
 */
export const transact = async (client: DynamoDBClient, TransactItems: TransactWriteItem[]): Promise<boolean> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      // The client gives each command a ClientRequestToken: sent again after a lost answer, it is not done twice.
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
      return true;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = (error.CancellationReasons ?? []).map(({ Code }) => Code);
      if (reasons.includes("ConditionalCheckFailed")) return false;
      if (!reasons.some((code) => code === "TransactionConflict" || code?.includes("Throttl"))) throw error;
      await pause(attempt);
    }
  }
  throw new Refusal("UNAVAILABLE");
};
