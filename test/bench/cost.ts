import { costOfAccess, costOfCall } from "../../functions/domain/cost/monthly-cost.ts";
import { atMost, type Ratio } from "./ratio.ts";

/** What one call takes at most (TRUST: intake). */
const EVENTS_IN_A_CALL = 500;
const MILLION = 1e6;

/**
 * Modelled dollars for a million accesses, in batches against one call for one item: units that the metering test holds
 * to the engine, at list prices.
 */
export const measureCost = async (): Promise<Ratio[]> => {
  const [together, alone] = [costOfAccess() * MILLION, costOfAccess("alone") * MILLION];
  const sent = [together + (costOfCall() * MILLION) / EVENTS_IN_A_CALL, alone + costOfCall() * MILLION] as const;
  const told = (one: number, other: number) => `${one.toFixed(2)} against ${other.toFixed(2)} dollars for a million`;
  return [
    atMost(
      "database of a million accesses against one call for one item",
      together / alone,
      0.8,
      told(together, alone),
    ),
    atMost("the same with the calls that bring them", sent[0] / sent[1], 0.5, told(...sent)),
  ];
};
