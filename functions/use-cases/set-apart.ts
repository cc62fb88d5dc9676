import type { RegardConfig } from "../contract/config.ts";
import type { Access } from "../domain/access.ts";
import { concernsRules } from "../domain/signals/arrived.ts";
import { lookOf } from "../domain/signals/look.ts";
import { accessJudge, type JudgedAccess } from "./judge-accesses.ts";
import type { Arrival, Clock, EmployeeMonth, Facts } from "./ports.ts";
import type { Apart } from "./signal-ports.ts";

export interface SetApartDeps {
  readonly facts: Pick<Facts, "cases">;
  readonly apart: Pick<Apart, "note">;
  readonly config: Pick<RegardConfig, "purposes" | "cases" | "timeZone">;
  readonly clock: Clock;
}

/** Whatever day it is: a day matters to no rule before all of the account's looks are together. */
const noDay = () => "";

const isApart = (judged: JudgedAccess): boolean => {
  const look = lookOf(judged, noDay);
  return look !== undefined && concernsRules(look);
};

/** The account's month, under which the log's index has the access; not the person's, where an agent acted for one. */
const monthOf = ({ employee, occurredAt }: Pick<Access, "employee" | "occurredAt">): EmployeeMonth => ({
  employeeId: employee.id,
  month: occurredAt.slice(0, 7),
});

/**
 * Judges what has just arrived against the business facts, and sets the months apart that have something in them which
 * nothing bears out: the rules read those alone. Where the facts do not answer, everything is set apart: the rules then
 * read more, and miss nothing. Idempotent.
 */
export const setApart = async (
  { facts, apart, config, clock }: SetApartDeps,
  arrivals: readonly Pick<Arrival, "access" | "customerKeys">[],
): Promise<void> => {
  const accesses = arrivals.flatMap(({ access, customerKeys }) =>
    customerKeys.map((customerKey): Access => ({ ...access, customerKey })),
  );
  const judge = accessJudge(facts, config, new Date(clock()).toISOString());
  const chosen = await judge(accesses).then(
    (judged) => judged.filter(isApart).map(({ access }) => access),
    () => accesses,
  );
  const months = new Map(chosen.map(monthOf).map((one) => [`${one.month} ${one.employeeId}`, one]));
  if (months.size > 0) await apart.note([...months.values()]);
};
