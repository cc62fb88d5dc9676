import type { RegardConfig } from "../../contract/config.ts";
import type { Ask, Matter } from "../../contract/matter.ts";
import { Refusal } from "../../domain/errors.ts";
import { isPending } from "../../domain/four-eyes.ts";
import { jurisdictionOf } from "../../domain/jurisdiction.ts";
import { nextState } from "../../domain/matter-acts.ts";
import { isAskedFor } from "../../domain/matter-case.ts";
import { isTimeToTell, type Missed, missedBy } from "../../domain/overdue.ts";
import { lateFrom } from "../../domain/request-clock.ts";
import { type ActDeps, actOnMatter } from "../act-on-matter.ts";
import type { MatterStore } from "../matter-ports.ts";
import { deskNews, type NewsDeps, overdueNews } from "../tell-news.ts";

export interface TickDeps extends ActDeps, NewsDeps {
  readonly matters: Pick<MatterStore, "matterOf" | "openMatters">;
  readonly config: RegardConfig;
}

const BY = { kind: "clock" } as const;

/** A question that nobody answered in its time ends. */
const lapse = (deps: TickDeps, { reference }: Matter, { askId }: Ask) =>
  actOnMatter(deps, { reference, by: BY }, "lapse", ({ asks }, at) => {
    if (!asks.some((ask) => ask.askId === askId && ask.state === "open")) return undefined;
    const lapsed = asks.map((ask) => (ask.askId === askId ? { ...ask, state: "lapsed" as const } : ask));
    return { deed: { act: "lapse", askId }, to: { asks: lapsed }, more: [deskNews(deps, "dpo", at, reference)] };
  });

/** A proposal to release a name that nobody decided on ends. */
const expire = (deps: TickDeps, { reference }: Matter) =>
  actOnMatter(deps, { reference, by: BY }, "expire-release", ({ release }, at) => {
    if (release?.state !== "proposed" || isPending(release, at)) return undefined;
    return {
      deed: { act: "expire-release", employeeId: release.employeeId },
      to: { release: { ...release, state: "expired" } },
      more: [deskNews(deps, "dpo", at, reference)],
    };
  });

/** The desk hears of a missed deadline, once. */
const tell = (deps: TickDeps, { reference }: Matter, { what, deadline }: Missed) =>
  actOnMatter(deps, { reference, by: BY }, "overdue", (matter, at) => {
    const isMissed = missed(deps, matter, at).some((one) => one.deadline === deadline);
    if (!isMissed) return undefined;
    return {
      deed: { act: "overdue", what, deadline },
      to: { overdueTold: [...matter.overdueTold, deadline] },
      more: [overdueNews(deps, what, at, reference)],
    };
  });

/**
 * The missed deadlines of which the desk does not know yet and is to hear by now. Where only rules brought something up,
 * nobody waits for an answer, and the queue alone reminds of it.
 */
const missed = ({ config }: TickDeps, matter: Matter, now: number): readonly Missed[] =>
  missedBy(matter, jurisdictionOf(matter.clock.regime, config.holidays), config.timeZone, now)
    .filter(({ what }) => what === "breach" || isAskedFor(matter))
    .filter((one) => !matter.overdueTold.includes(one.deadline) && isTimeToTell(one, config.timeZone, now));

/** What time does to one matter; each act looks again before it is done. */
const workOn = (deps: TickDeps, matter: Matter, now: number): (() => Promise<unknown>)[] => {
  const { state, asks, release } = matter;
  const isLate = ({ answerBy, state: askState }: Ask) =>
    askState === "open" && now >= Date.parse(lateFrom(answerBy, deps.config.timeZone));
  const isOver = release?.state === "proposed" && !isPending(release, now);
  const isOpen = nextState("lapse", state) !== undefined;
  return [
    ...(isOpen ? asks.filter(isLate).map((ask) => () => lapse(deps, matter, ask)) : []),
    ...(isOpen && isOver ? [() => expire(deps, matter)] : []),
    ...missed(deps, matter, now).map((one) => () => tell(deps, matter, one)),
  ];
};

/**
 * Lets end what time ends (questions that nobody answered, releases that nobody decided), and tells the desk what became
 * overdue. Safe to repeat, at once and cut off anywhere. One matter that cannot be moved stops no other; then it throws
 * the first failure.
 *
 * @returns How many acts were tried.
 */
export const tickMatters = async (deps: TickDeps): Promise<number> => {
  const now = deps.clock();
  const work = (await deps.matters.openMatters()).flatMap((matter) => workOn(deps, matter, now));
  const failures: unknown[] = [];
  for (const act of work)
    await act().catch((error: unknown) => {
      // Closed meanwhile: nothing is left to do.
      if (!(error instanceof Refusal && error.code === "ACT_NOT_POSSIBLE")) failures.push(error);
    });
  if (failures.length > 0) throw failures[0];
  return work.length;
};
