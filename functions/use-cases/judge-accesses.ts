import type { RegardConfig } from "../contract/config.ts";
import { type Access, caseKey } from "../domain/access.ts";
import { type Evidence, judge, type KnownCase } from "../domain/evidence.ts";
import { startOfDate } from "../domain/period.ts";
import { needsCase } from "../domain/purposes.ts";
import type { Facts } from "./ports.ts";

/** Cases that are remembered from page to page; a record that names more of them asks for some again. */
const REMEMBERED_CASES = 5_000;

export interface JudgedAccess {
  readonly access: Access;
  readonly evidence: Evidence;
}

/** Judges accesses page by page against the company's business facts, in few and large questions to them. */
export const accessJudge = (
  facts: Pick<Facts, "cases">,
  config: Pick<RegardConfig, "purposes" | "cases" | "timeZone">,
  judgedAt: string,
): ((accesses: readonly Access[]) => Promise<readonly JudgedAccess[]>) => {
  const completeSince = new Map(
    config.cases.flatMap(({ type, completeSince: date }) =>
      date === undefined ? [] : [[type, startOfDate(date, config.timeZone)] as const],
    ),
  );
  const remembered = new Map<string, KnownCase | undefined>();

  const learn = async (accesses: readonly Access[]): Promise<void> => {
    const named = new Map(
      accesses.flatMap(({ case: one }) => (one === undefined ? [] : [[caseKey(one), one] as const])),
    );
    if (remembered.size + named.size > REMEMBERED_CASES) remembered.clear();
    const unknown = [...named].filter(([key]) => !remembered.has(key));
    if (unknown.length === 0) return;
    const found = await facts.cases(unknown.map(([, reference]) => reference));
    for (const [key] of unknown) remembered.set(key, found.get(key));
  };

  return async (accesses) => {
    await learn(accesses);
    return accesses.map((access) => ({
      access,
      evidence: judge({
        access,
        needsCase: needsCase(access.purpose, config.purposes),
        known: access.case === undefined ? undefined : remembered.get(caseKey(access.case)),
        completeSince: access.case === undefined ? undefined : completeSince.get(access.case.type),
        judgedAt,
      }),
    }));
  };
};
