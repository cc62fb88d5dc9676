import type { EventRef } from "../../contract/matter.ts";
import { type Access, isOfCustomer } from "../../domain/access.ts";
import { showsContact } from "../../domain/contact-details.ts";
import { eventKey, noteCorrection, superseded } from "../../domain/corrections.ts";
import { monthsBetween } from "../../domain/months.ts";
import { EVER } from "../../domain/period.ts";
import { retentionHorizon } from "../../domain/retention.ts";
import { accessJudge, type JudgedAccess } from "../judge-accesses.ts";
import type { AccessLog, Facts } from "../ports.ts";
import type { DeskDeps } from "./desk-act.ts";

/** Unconfirmed looks at one customer that a matter is opened with. */
const MAX_LOOKS = 50;
/** Customers that one answer shows, and whose own rows are read for corrections: those with the most unconfirmed looks. */
export const MAX_CUSTOMERS = 500;

export interface LookAtAllDeps extends Pick<DeskDeps, "config"> {
  readonly accessLog: Pick<AccessLog, "ofCustomer" | "ofEmployee">;
  readonly facts: Pick<Facts, "cases">;
}

/** What one employee saw of one customer. */
export interface Seen {
  readonly customerKey: string;
  readonly looks: number;
  readonly unconfirmed: number;
  /** Unconfirmed looks that showed how to reach the customer. */
  readonly contact: number;
  readonly firstAt: string;
  readonly lastAt: string;
  /** The newest unconfirmed looks. */
  readonly open: readonly EventRef[];
}

const isOpened = (access: Access): boolean =>
  access.involvement === "opened" && access.outcome !== "denied" && isOfCustomer(access);
const isUnconfirmed = ({ evidence }: JudgedAccess): boolean => evidence.level !== "confirmed";

const seenOf = (customerKey: string, looks: readonly JudgedAccess[]): Seen => {
  const times = looks.map(({ access }) => access.occurredAt).sort();
  const unconfirmed = looks.filter(isUnconfirmed);
  return {
    customerKey,
    looks: looks.length,
    unconfirmed: unconfirmed.length,
    contact: unconfirmed.filter(({ access }) => showsContact(access)).length,
    firstAt: times[0] ?? "",
    lastAt: times.at(-1) ?? "",
    open: unconfirmed.slice(-MAX_LOOKS).map(({ access: { source, eventId } }) => ({ source, eventId })),
  };
};

const byWeight = (one: Seen, other: Seen): number => other.unconfirmed - one.unconfirmed || other.looks - one.looks;

/**
 * What one employee opened of each customer since the log's horizon, judged anew, those with the most unconfirmed looks
 * first. A try that was denied showed nothing. What a correction replaced is left out, whoever it names now: the
 * employee's own rows are read for corrections, and the rows of those customers who come first.
 */
export const lookAtAll = async (
  { accessLog, facts, config }: LookAtAllDeps,
  employeeId: string,
  now: number,
): Promise<readonly Seen[]> => {
  const judgedAt = new Date(now).toISOString();
  const judgePage = accessJudge(facts, config, judgedAt);
  const looks: JudgedAccess[] = [];
  const corrections = new Map<string, string>();
  const note = (page: readonly Access[]): void => {
    for (const access of page) noteCorrection(corrections, access);
  };
  for (const month of monthsBetween(retentionHorizon(judgedAt, config.retention.months), judgedAt))
    for await (const page of accessLog.ofEmployee(employeeId, month)) {
      note(page);
      looks.push(...(await judgePage(page.filter(isOpened))));
    }
  const standing = (): readonly Seen[] => {
    const gone = superseded(corrections);
    const left = looks.filter(({ access: { source, eventId } }) => !gone.has(eventKey(source, eventId)));
    return [...Map.groupBy(left, ({ access }) => access.customerKey)]
      .map(([customerKey, ofOne]) => seenOf(customerKey, ofOne))
      .sort(byWeight);
  };
  await Promise.all(
    standing()
      .slice(0, MAX_CUSTOMERS)
      .map(async ({ customerKey }) => {
        for await (const page of accessLog.ofCustomer(customerKey, EVER)) note(page);
      }),
  );
  return standing();
};
