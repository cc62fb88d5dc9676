import type { KeptResult } from "../contract/intake-api.ts";
import { Refusal } from "../domain/errors.ts";

const resultOf = (outcome: "kept" | Refusal): KeptResult =>
  outcome === "kept"
    ? { outcome }
    : { outcome: "rejected", code: outcome.code, ...(outcome.field !== "" && { field: outcome.field }) };

/**
 * Keeps what of a call could be read, and answers for each item in its place: one that is refused stops no other.
 *
 * @param keep Answers in the order of what it is given.
 */
export const keepItems = async <Item>(
  read: readonly (Item | Refusal)[],
  keep: (items: readonly Item[]) => Promise<readonly ("kept" | Refusal)[]>,
): Promise<{ results: KeptResult[] }> => {
  const kept = (await keep(read.flatMap((one) => (one instanceof Refusal ? [] : [one])))).values();
  const answerFor = (): "kept" | Refusal => {
    const { value } = kept.next();
    if (value === undefined) throw new Error("An item was not answered for.");
    return value;
  };
  return { results: read.map((one) => resultOf(one instanceof Refusal ? one : answerFor())) };
};
