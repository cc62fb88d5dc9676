import * as z from "zod/mini";
import type { GuardOptions } from "./iam/guard.ts";

/** Request units of DynamoDB. */
export interface Units {
  readonly writeUnits: number;
  readonly readUnits: number;
}

const consumed = z.object({ CapacityUnits: z.number() });
const answer = z.object({ ConsumedCapacity: z.optional(z.union([consumed, z.array(consumed)])) });
const READS = ["BatchGetItem", "GetItem", "Query", "Scan", "TransactGetItems"];

/**
 * Asks the engine with every request what it consumed. The engine counts by DynamoDB's rules: `test/contract/metering`
 * holds it to them.
 */
export const openMeter = () => {
  let [writeUnits, readUnits] = [0, 0];
  const meter: Required<GuardOptions>["meter"] = {
    asking: (body) => JSON.stringify({ ...JSON.parse(body), ReturnConsumedCapacity: "TOTAL" }),
    answered: (_, operation, body) => {
      const { ConsumedCapacity = [] } = answer.parse(JSON.parse(body));
      const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
      if (READS.includes(operation)) readUnits += units;
      else writeUnits += units;
    },
  };
  return {
    meter,
    /** What was consumed since it was asked last. */
    read: (): Units => {
      const units = { writeUnits, readUnits };
      [writeUnits, readUnits] = [0, 0];
      return units;
    },
  };
};
