import { chanceFrom } from "../../infra/local/sample/diary.ts";
import { openLog } from "./company-log.ts";
import { plantMisuse } from "./company-misuse.ts";
import { DAYS, instant, peopleOf } from "./company-people.ts";
import { tellWork } from "./company-work.ts";

/**
 * A year of a company with 200 employees and 20,000 customers, labelled: ordinary work with everything that makes work
 * look odd (forgotten and mistyped reasons, wrong records, swaps, stand-ins, late paperwork, call-backs, account
 * managers, cases that the facts never heard of), and misuse of six kinds planted into it. The same for the same seed.
 */
export const companyYear = (seed: number) => {
  const chance = chanceFrom(seed);
  const people = peopleOf(chance);
  const log = openLog(chance);
  const work = tellWork(log, people, chance);
  const { planted, misuses } = plantMisuse(log, people, work, chance);
  return {
    accesses: log.accesses,
    cases: log.cases,
    employees: people.employees,
    customers: people.customers,
    shifts: people.shifts,
    planted,
    misuses,
    period: { from: new Date(instant(0, 0)).toISOString(), to: new Date(instant(DAYS, 0)).toISOString() },
    /** When the rules look at it: the facts of its last days have arrived. */
    judgedAt: new Date(instant(DAYS + 10, 0)).toISOString(),
  };
};
