import type { AnswerTimes } from "../../contract/numbers.ts";
import { daysFromTo } from "../civil-date.ts";

/** A customer's wait that has ended. Civil dates in the company's zone. */
export interface Wait {
  readonly receivedOn: string;
  readonly answeredOn: string;
  /** Answered after the due date. */
  readonly isOverdue: boolean;
}

/**
 * The value at so many per cent of a list by nearest rank: the smallest that at least so many per cent of the values do
 * not exceed, always one of them. Undefined where there is none.
 */
export const nearestRank = (values: readonly number[], percent: number): number | undefined =>
  values.toSorted((one, other) => one - other)[Math.max(1, Math.ceil((percent * values.length) / 100)) - 1];

/** Whole days from receipt to answer, 0 for the same day; days on which the clock rested are part of the wait. */
const daysOf = ({ receivedOn, answeredOn }: Wait): number => daysFromTo(receivedOn, answeredOn) - 1;

export const answerTimes = (waits: readonly Wait[]): AnswerTimes => {
  const days = waits.map(daysOf);
  const [medianDays, ninetiethDays] = [nearestRank(days, 50), nearestRank(days, 90)];
  return {
    closed: waits.length,
    ...(medianDays !== undefined && { medianDays }),
    ...(ninetiethDays !== undefined && { ninetiethDays }),
    overdue: waits.filter(({ isOverdue }) => isOverdue).length,
  };
};
