import type { RegardConfig } from "../contract/config.ts";
import { personBehind } from "../domain/access.ts";
import { showsContact } from "../domain/contact-details.ts";
import { monthsBetween } from "../domain/months.ts";
import { retentionHorizon } from "../domain/retention.ts";
import { CONTACT_REPORT_DAYS, type ReportedContact } from "../domain/signals/contact-report.ts";
import type { ConfirmedMisuse } from "../domain/signals/look-back.ts";
import type { Change, PortalStore } from "./identity-ports.ts";
import type { AccessLog, Clock, EmployeeMonth, Keyring } from "./ports.ts";
import { type DecisionParts, decisionsIn } from "./read-decisions.ts";
import { raisedKey, remembering } from "./remember-raised.ts";
import type { Apart, SignalStore } from "./signal-ports.ts";

export interface NoteDecisionsDeps extends DecisionParts {
  readonly accessLog: Pick<AccessLog, "ofCustomer">;
  readonly apart: Pick<Apart, "note">;
  readonly signals: Pick<SignalStore, "raisedOf">;
  readonly store: Pick<PortalStore, "commit">;
  readonly keyring: Pick<Keyring, "mac">;
  readonly config: DecisionParts["config"] & Pick<RegardConfig, "retention">;
  readonly clock: Clock;
}

const DAY = 24 * 3_600_000;

/** Whose looks a reported contact makes worth another look: they were read before anybody reported anything. */
const monthsOfReport = async (
  { accessLog }: NoteDecisionsDeps,
  { customerKey, contactedAt }: ReportedContact,
): Promise<readonly EmployeeMonth[]> => {
  const from = new Date(Date.parse(contactedAt) - CONTACT_REPORT_DAYS * DAY).toISOString();
  const to = new Date(Date.parse(contactedAt) + 1).toISOString();
  const months = new Map<string, EmployeeMonth>();
  for await (const page of accessLog.ofCustomer(customerKey, { from, to })) {
    for (const access of page) {
      if (personBehind(access) === undefined || !showsContact(access)) continue;
      const one = { employeeId: access.employee.id, month: access.occurredAt.slice(0, 7) };
      months.set(`${one.month} ${one.employeeId}`, one);
    }
  }
  return [...months.values()];
};

/** A report that no run has dealt with yet, and what is written once one has. */
export interface FreshReport {
  readonly report: ReportedContact;
  readonly remembering: Change;
}

/**
 * Sets the months apart again which a decision or a report is about, once for each: what a customer reports today makes
 * looks of last month worth another look, and marked misuse everything that this employee opened.
 *
 * @returns The reports that are new. They stay new until the caller has raised what they tell by themselves and remembers
 * them: a run that is cut off in between loses none.
 */
export const noteDecisions = async (deps: NoteDecisionsDeps): Promise<readonly FreshReport[]> => {
  const { matters, apart, signals, store, keyring, config, clock } = deps;
  const now = clock();
  const today = new Date(now).toISOString();

  /** Notes what nothing remembers yet, and says how to remember it: a crash in between notes twice, as good as once. */
  const note = async (
    about: readonly string[],
    months: () => Promise<readonly EmployeeMonth[]>,
  ): Promise<Change | undefined> => {
    const key = raisedKey(keyring, "decision", ...about);
    const before = await signals.raisedOf(key);
    if (before.revision > 0) return undefined;
    await apart.note(await months());
    return remembering({ config }, key, before, { reference: "", rules: [], basis: [] }, now);
  };
  const everyMonth = async ({ employeeId }: ConfirmedMisuse): Promise<readonly EmployeeMonth[]> =>
    monthsBetween(retentionHorizon(today, config.retention.months), today).map((month) => ({ employeeId, month }));

  const fresh: FreshReport[] = [];
  for (const matter of await matters.openMatters()) {
    const { misuses, reports } = await decisionsIn(deps, matter);
    for (const misuse of misuses) {
      const about = ["misuse", misuse.customerKey, misuse.employeeId, misuse.confirmedAt];
      const noted = await note(about, () => everyMonth(misuse));
      if (noted !== undefined) await store.commit([noted]);
    }
    for (const report of reports) {
      const { customerKey, contactedAt, senderHashes } = report;
      const noted = await note(["contact", customerKey, contactedAt, ...senderHashes], () =>
        monthsOfReport(deps, report),
      );
      if (noted !== undefined) fresh.push({ report, remembering: noted });
    }
  }
  return fresh;
};
