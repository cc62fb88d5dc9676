import type { Manifest } from "../../../functions/contract/manifest.ts";
import { type SourceReport, uniteReports } from "../../../functions/domain/coverage.ts";
import { type UnsettledDay, uniteManifests } from "../../../functions/domain/manifest.ts";
import type { Sources } from "../../../functions/use-cases/ports.ts";

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const keyOf = ({ source, day }: Manifest): string => `${day}#${source}`;

/** What sources have sent and announced, in memory: passes the same contract tests as the one on DynamoDB. */
export const memorySources = (): Sources => {
  const reports = new Map<string, SourceReport>();
  const manifests = new Map<string, Manifest>();
  const unsettled = new Map<string, UnsettledDay>();
  let revisions = 0;
  return {
    note: async (report) => {
      reports.set(report.source, uniteReports(reports.get(report.source) ?? report, report));
    },
    all: async () => [...reports.values()].sort((one, other) => byText(one.source, other.source)),
    announce: async (said, { dueAt }) => {
      const known = manifests.get(keyOf(said));
      const united = uniteManifests(known ?? said, said);
      if (JSON.stringify(united) !== JSON.stringify(known)) {
        revisions += 1;
        manifests.set(keyOf(said), united);
        unsettled.set(keyOf(said), { ...united, revision: revisions, dueAt });
      }
      return united.count > said.count ? "lowered" : "kept";
    },
    unsettled: async () =>
      structuredClone([...unsettled.values()].sort((one, other) => byText(keyOf(one), keyOf(other)))),
    count: async (day, counted, dueAt) => {
      const known = unsettled.get(keyOf(day));
      if (known?.revision !== day.revision) return false;
      if (dueAt === undefined) unsettled.delete(keyOf(day));
      else unsettled.set(keyOf(day), { ...known, counted: { ...counted }, dueAt });
      return true;
    },
    announcedDays: async (source, first) =>
      [...manifests.values()]
        .filter((one) => one.source === source && one.day >= first)
        .map(({ day }) => day)
        .sort(byText),
  };
};
