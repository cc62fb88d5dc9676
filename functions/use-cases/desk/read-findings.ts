import type { DeskFindings } from "../../contract/finding.ts";
import type { SignalStore } from "../signal-ports.ts";

/**
 * What the rules found that belongs to no customer: open findings first, and of each the newest. No customer is named in
 * any, so reading them is no look at anybody.
 */
export const readFindings = async ({
  signals,
}: {
  readonly signals: Pick<SignalStore, "findings">;
}): Promise<DeskFindings> => {
  const found = (await signals.findings()).map(({ value, revision }) => ({ ...value, revision }));
  const rank = ({ state }: (typeof found)[number]): number => (state === "open" ? 0 : 1);
  return {
    findings: found.sort((a, b) => rank(a) - rank(b) || (a.lastFoundAt < b.lastFoundAt ? 1 : -1)),
  };
};
