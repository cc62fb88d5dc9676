import type { RegardConfig } from "../contract/config.ts";
import type { Matter } from "../contract/matter.ts";
import { monthsBetween } from "../domain/months.ts";
import { periodOfDates } from "../domain/period.ts";
import { retentionHorizon } from "../domain/retention.ts";
import type { ReportedContact } from "../domain/signals/contact-report.ts";
import type { ConfirmedMisuse } from "../domain/signals/look-back.ts";
import type { MatterStore } from "./matter-ports.ts";

export interface DecisionParts {
  readonly matters: Pick<MatterStore, "openMatters" | "closedMatters" | "entriesOf">;
  readonly config: Pick<RegardConfig, "retention" | "timeZone">;
}

/** What people decided and customers reported, as the rules take it. */
export interface Decisions {
  readonly misuses: readonly ConfirmedMisuse[];
  readonly reports: readonly ReportedContact[];
}

/** Where only the day is known, any look of that day may have come before. */
const endOfDay = (date: string, timeZone: string): string => {
  const { to = "" } = periodOfDates({ to: date }, timeZone);
  return new Date(Date.parse(to) - 1).toISOString();
};

/** Misuse that was marked in a matter, and the contacts that were reported in it. */
export const decisionsIn = async (
  { matters, config }: Pick<DecisionParts, "matters" | "config">,
  { breach, customerKey, kinds, reference }: Matter,
): Promise<Decisions> => {
  const entries = kinds.includes("contact-report") ? await matters.entriesOf(reference) : [];
  return {
    misuses: breach === undefined ? [] : [{ employeeId: breach.employeeId, customerKey, confirmedAt: breach.awareAt }],
    reports: entries.flatMap(({ deed }) => {
      if ((deed.act !== "raise" && deed.act !== "join") || deed.part.kind !== "contact-report") return [];
      const { contactedOn, sender } = deed.part;
      const contactedAt = endOfDay(contactedOn, config.timeZone);
      return [{ customerKey, contactedAt, senderHashes: sender === undefined ? [] : [sender.key] }];
    }),
  };
};

/**
 * All of it: of the open matters, and of those that were closed within the retention time, for of what was before no
 * access is left.
 *
 * @param now UTC instant.
 */
export const readDecisions = async (parts: DecisionParts, now: string): Promise<Decisions> => {
  const { matters, config } = parts;
  const months = monthsBetween(retentionHorizon(now, config.retention.months), now);
  const found = await Promise.all([matters.openMatters(), ...months.map((month) => matters.closedMatters(month))]);
  const decisions: Decisions[] = [];
  for (const matter of found.flat()) decisions.push(await decisionsIn(parts, matter));
  return {
    misuses: decisions.flatMap(({ misuses }) => misuses),
    reports: decisions.flatMap(({ reports }) => reports),
  };
};
