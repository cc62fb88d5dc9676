import type { RegardConfig } from "../contract/config.ts";
import type { CustomerLine, MatterSummary } from "../contract/customer-matters.ts";
import type { Matter } from "../contract/matter.ts";
import { jurisdictionOf } from "../domain/jurisdiction.ts";
import { matterDeadlines } from "../domain/matter-clock.ts";
import type { Language } from "../domain/vocabulary.ts";
import { deadlineDescriber } from "../words/describe-deadline.ts";

export interface Summarise {
  readonly matter: Matter;
  readonly account: number;
  /** What the customer may read of it. A matter without a line does not exist for them: a rule opened it. */
  readonly lines: readonly CustomerLine[];
  readonly language: Language;
  /** When they last opened it, a UTC instant. */
  readonly seenAt: string | undefined;
}

/** A matter in short, as its customer may know it; undefined where they know nothing of it. */
export const summariseMatter = (
  config: Pick<RegardConfig, "holidays" | "timeZone">,
  { matter, account, lines, language, seenAt = "" }: Summarise,
): MatterSummary | undefined => {
  const [first] = lines;
  if (first === undefined) return undefined;
  const { reference, state, kinds, closedAt, outcome, clock } = matter;
  const deadlines = matterDeadlines(clock, jurisdictionOf(clock.regime, config.holidays));
  const why = deadlineDescriber(language, config.timeZone).forCustomer(deadlines);
  return {
    reference,
    account,
    state,
    kinds: kinds.filter((kind) => kind !== "signal"),
    openedAt: first.at,
    ...(closedAt !== undefined && { closedAt }),
    ...(outcome !== undefined && { outcome }),
    due: { ...(deadlines.state === "running" && { on: deadlines.due.on }), why: [...why] },
    awaitsWords: state === "paused",
    // What comes at once with their own words they have seen.
    unread: lines.filter(({ kind, at }) => kind === "letter" && at > seenAt && !isAnswerAtOnce(lines, at)).length,
  };
};

/** An acknowledgement is written in the same instant as what it acknowledges. */
const isAnswerAtOnce = (lines: readonly CustomerLine[], at: string): boolean =>
  lines.some((line) => line.kind !== "letter" && line.at === at);
