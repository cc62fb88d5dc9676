import type { Look } from "./look.ts";
import type { Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";

/** What remains when people forget now and then. */
const MISSING_SHARE = 0.05;
/** A share of few looks is chance. */
const MISSING = 5;
/** Nobody types the same sentence so often in a day and means it each time. */
const IDENTICAL = 20;

const textOf = ({ access }: Look): string | undefined =>
  access.purposeText?.trim().replaceAll(/\s+/g, " ").toLowerCase();

/** The looks of the civil day and text that occur most. */
const mostAlike = (looks: readonly Look[]): readonly Look[] => {
  const typed = looks.filter((look) => textOf(look) !== undefined);
  const alike = Map.groupBy(typed, (look) => `${look.day} ${textOf(look)}`);
  return [...alike.values()].reduce<readonly Look[]>((most, one) => (one.length > most.length ? one : most), []);
};

/**
 * Reasons that say nothing: more than one look in twenty without any, or twenty in a day with the same typed text. It
 * is about a way of working, so often about a system, and about the employee alone.
 *
 * @param opened, unexplained Of one employee at any customers, some weeks of them, in time order.
 */
export const poorReasons = ({
  employeeId,
  opened,
  unexplained,
}: Pick<Sifted, "opened" | "unexplained"> & { readonly employeeId: string }): readonly Hit<"poor-reasons">[] => {
  const missing = unexplained.filter(({ evidence }) => evidence.level === "missing");
  const isOften = missing.length >= MISSING && missing.length > opened.length * MISSING_SHARE;
  const alike = mostAlike(unexplained);
  if (!isOften && alike.length < IDENTICAL) return [];
  const looks = [...(isOften ? missing : []), ...(alike.length >= IDENTICAL ? alike : [])];
  const firstAt = opened[0]?.access.occurredAt ?? "";
  const inputs = { missing: missing.length, looks: opened.length, identical: alike.length, firstAt };
  return [{ rule: "poor-reasons", employeeId, accesses: [...new Set(looks.map(({ key }) => key))], inputs }];
};
