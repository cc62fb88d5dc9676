import { type SourceReport, uniteReports } from "../../../functions/domain/coverage.ts";
import type { Sources } from "../../../functions/use-cases/ports.ts";

/** What sources have sent, in memory: passes the same contract tests as the one on DynamoDB. */
export const memorySources = (): Sources => {
  const reports = new Map<string, SourceReport>();
  return {
    note: async (report) => {
      reports.set(report.source, uniteReports(reports.get(report.source) ?? report, report));
    },
    all: async () => [...reports.values()].sort((one, other) => (one.source < other.source ? -1 : 1)),
  };
};
