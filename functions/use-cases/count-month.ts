import type { RegardConfig } from "../contract/config.ts";
import type { MonthNumbers } from "../contract/numbers.ts";
import { type Access, isOfCustomer, personBehind } from "../domain/access.ts";
import { eventKey, noteCorrection, superseded } from "../domain/corrections.ts";
import { Refusal } from "../domain/errors.ts";
import { monthPeriod } from "../domain/months.ts";
import { type CountedLook, makeUnitTally } from "../domain/numbers/unit-tally.ts";
import { retentionHorizon } from "../domain/retention.ts";
import { auditLine, noteOrRefuse } from "./commit.ts";
import { type CountDeskParts, countDesk } from "./count-desk.ts";
import type { PortalStore } from "./identity-ports.ts";
import { accessJudge, type JudgedAccess } from "./judge-accesses.ts";
import type { NumbersStore } from "./numbers-ports.ts";
import type { AccessLog, Clock, Facts, Keyring, Random } from "./ports.ts";

export interface CountMonthParts extends CountDeskParts {
  readonly accessLog: Pick<AccessLog, "ofEmployee" | "employeeMonths">;
  readonly facts: Pick<Facts, "cases">;
  readonly numbers: Pick<NumbersStore, "keep">;
  readonly store: Pick<PortalStore, "commit">;
  readonly keyring: Pick<Keyring, "mac">;
  readonly clock: Clock;
  readonly random: Random;
}

export interface CountMonth {
  readonly month: string;
  /** Who asks: a person's id on the company's side, or the name of the function that does it by itself. */
  readonly by: string;
  /** Milliseconds since 1970: whatever is not done by then is given up. Never, where left out. */
  readonly until?: number;
}

/** What an access comes to: a person's look or refused try, or nobody's. */
type Counted = { readonly key: string } & (
  | { readonly kind: "automated" | "refused" }
  | { readonly kind: "look"; readonly look: CountedLook }
);

const keyOf = ({ source, eventId }: Access): string => eventKey(source, eventId);
const isOfPerson = (access: Access): boolean => personBehind(access) !== undefined;

const countedOf = ({ access, evidence }: JudgedAccess): Counted => {
  const key = keyOf(access);
  const person = personBehind(access);
  if (person === undefined) return { key, kind: "automated" };
  if (access.outcome === "denied") return { key, kind: "refused" };
  return { key, kind: "look", look: { person, unit: access.employee.unit, evidence: evidence.level } };
};

/** Thrown nowhere else and caught below: the time is over. */
class OutOfTime extends Error {}

/**
 * Makes the numbers of a calendar month (UTC) for the board and keeps them. They show no customer; that they are made is
 * noted in the audit log before anything is read.
 *
 * The log is walked employee by employee: one employee's month is in memory, and of the others the ids that tell how many
 * different people a unit has. Corrections take the place of what they correct within an employee's month, where sources
 * send them; one that moves a look to another employee or month counts beside it.
 *
 * Answers undefined, and keeps nothing, where `until` came first. Throws REQUEST_INVALID for a month that has not begun or
 * is partly erased, and LOOK_NOT_LOGGED.
 */
export const countMonth = async (
  parts: CountMonthParts,
  { month, by, until = Number.POSITIVE_INFINITY }: CountMonth,
): Promise<MonthNumbers | undefined> => {
  const { accessLog, facts, numbers, config, clock } = parts;
  const now = clock();
  const madeAt = new Date(now).toISOString();
  refuseUncountable(config, month, madeAt);
  await noteCounting(parts, by, now);

  const inTime = (): void => {
    if (clock() >= until) throw new OutOfTime();
  };
  const judge = accessJudge(facts, config, madeAt);
  const tally = makeUnitTally();
  let [automated, refused] = [0, 0];

  const countEmployee = async (employeeId: string): Promise<void> => {
    const counted: Counted[] = [];
    const corrections = new Map<string, string>();
    for await (const all of accessLog.ofEmployee(employeeId, month)) {
      inTime();
      const page = all.filter(isOfCustomer); // the numbers are of looks at customers, and a bulk access names none
      for (const access of page) noteCorrection(corrections, access);
      for (const access of page) if (!isOfPerson(access)) counted.push({ key: keyOf(access), kind: "automated" });
      for (const judged of await judge(page.filter(isOfPerson))) counted.push(countedOf(judged));
    }
    const gone = superseded(corrections);
    for (const one of counted) {
      if (gone.has(one.key)) continue;
      if (one.kind === "look") tally.add(one.look);
      else if (one.kind === "refused") refused += 1;
      else automated += 1;
    }
  };

  try {
    const employees = new Set<string>();
    for await (const page of accessLog.employeeMonths()) {
      inTime();
      for (const one of page) if (one.month === month) employees.add(one.employeeId);
    }
    for (const employeeId of employees) await countEmployee(employeeId);
    const grouped = tally.grouped();
    const made: MonthNumbers = {
      month,
      madeAt,
      automated,
      ...(grouped && { people: { ...grouped, refused } }),
      desk: await countDesk(parts, month, now),
    };
    await numbers.keep(made);
    return made;
  } catch (error) {
    if (error instanceof OutOfTime) return undefined;
    throw error;
  }
};

const refuseUncountable = ({ retention }: Pick<RegardConfig, "retention">, month: string, now: string): void => {
  const { from } = monthPeriod(month);
  if (from > now) throw new Refusal("REQUEST_INVALID", { field: "month", detail: "The month has not begun." });
  if (from < retentionHorizon(now, retention.months)) {
    throw new Refusal("REQUEST_INVALID", {
      field: "month",
      detail: "The log does not reach back so far: accesses of that month are erased already.",
    });
  }
};

const noteCounting = async (
  { store, keyring, random }: Pick<CountMonthParts, "store" | "keyring" | "random">,
  by: string,
  now: number,
): Promise<void> => {
  const who = keyring.mac("staff", by).toString("base64url");
  await noteOrRefuse(store, auditLine(random, "numbers-counted", now, who));
};
