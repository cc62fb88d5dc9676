import type { RegardConfig } from "../contract/config.ts";
import type { Breach, Matter } from "../contract/matter.ts";
import type { DeskNumbers } from "../contract/numbers.ts";
import { jurisdictionOf } from "../domain/jurisdiction.ts";
import { isAskedFor } from "../domain/matter-case.ts";
import { matterDeadlines } from "../domain/matter-clock.ts";
import type { Outcome } from "../domain/matter-vocabulary.ts";
import { answerTimes, type Wait } from "../domain/numbers/answer-times.ts";
import { daysOfMonth } from "../domain/numbers/month.ts";
import { civilDateOf } from "../domain/period.ts";
import { lateFrom } from "../domain/request-clock.ts";
import { standingOf } from "./desk/describe-clock.ts";
import type { MatterStore } from "./matter-ports.ts";
import type { AuditLog } from "./numbers-ports.ts";

export interface CountDeskParts {
  readonly matters: Pick<MatterStore, "matterOf" | "openMatters" | "closedMatters">;
  readonly auditLog: AuditLog;
  readonly config: RegardConfig;
}

/** How often each act stands in the audit log of a month, and in which matters a breach was decided. */
const actsIn = async ({ auditLog }: CountDeskParts, month: string) => {
  const counts = new Map<string, number>();
  const breachesOf = new Set<string>();
  for (const day of daysOfMonth(month)) {
    for await (const page of auditLog.actsOf(day)) {
      for (const { act, reference } of page) {
        counts.set(act, (counts.get(act) ?? 0) + 1);
        if (act === "matter-decide-breach" && reference !== undefined) breachesOf.add(reference);
      }
    }
  }
  return { countOf: (act: string) => counts.get(act) ?? 0, breachesOf: [...breachesOf] };
};

type Decided = NonNullable<Breach["decision"]> & Pick<Breach, "notifyBy">;

/** What was decided in a month about breaches, each as it stands now. */
const decisionsIn = async ({ matters }: CountDeskParts, month: string, references: readonly string[]) => {
  const decided: Decided[] = [];
  for (const reference of references) {
    const breach = (await matters.matterOf(reference))?.value.breach;
    if (breach?.decision?.decidedAt.startsWith(month)) {
      decided.push({ ...breach.decision, notifyBy: breach.notifyBy });
    }
  }
  return decided;
};

const waitOf = ({ timeZone, holidays }: RegardConfig, { clock, closedAt = "" }: Matter): Wait => {
  const deadlines = matterDeadlines(clock, jurisdictionOf(clock.regime, holidays));
  return {
    receivedOn: clock.receivedOn,
    answeredOn: civilDateOf(closedAt, timeZone),
    isOverdue: deadlines.state === "running" && closedAt >= lateFrom(deadlines.due.on, timeZone),
  };
};

/**
 * Counts what the desk got done in a calendar month (UTC), from the matters closed in it and from the audit log, which
 * knows each act by its own time whatever became of the matter later; and what is open now.
 *
 * @param now Milliseconds since 1970.
 */
export const countDesk = async (parts: CountDeskParts, month: string, now: number): Promise<DeskNumbers> => {
  const { matters, config } = parts;
  const closed = await matters.closedMatters(month);
  const awaited = closed.filter(isAskedFor);
  const timesOf = (some: readonly Matter[]) => answerTimes(some.map((matter) => waitOf(config, matter)));
  const of = (kind: Matter["kinds"][number]) => awaited.filter(({ kinds }) => kinds.includes(kind));
  const ended = (outcome: Outcome) => closed.filter((matter) => matter.outcome === outcome).length;

  const open = await matters.openMatters();
  const { countOf, breachesOf } = await actsIn(parts, month);
  const decisions = await decisionsIn(parts, month, breachesOf);
  const notified = decisions.filter(({ kind }) => kind === "notified");
  const inTime = notified.filter(({ decidedAt, notifyBy }) => decidedAt <= notifyBy);
  return {
    recordsAtOnce: countOf("request-answered"),
    times: {
      all: timesOf(awaited),
      question: timesOf(of("question")),
      "contact-report": timesOf(of("contact-report")),
    },
    closedSignals: closed.length - awaited.length,
    outcomes: {
      explained: ended("explained"),
      misuse: ended("misuse"),
      "no-finding": ended("no-finding"),
      refused: ended("refused"),
      "partly-refused": ended("partly-refused"),
      withdrawn: ended("withdrawn"),
    },
    open: open.length,
    openOverdue: open.filter((matter) => standingOf(config, matter, now).urgency === "overdue").length,
    breaches: {
      marked: countOf("matter-mark-misuse"),
      notifiedInTime: inTime.length,
      notifiedLate: notified.length - inTime.length,
      riskUnlikely: decisions.length - notified.length,
    },
    releases: {
      proposed: countOf("matter-propose-release"),
      approved: countOf("matter-approve-release"),
      declined: countOf("matter-decline-release"),
      expired: countOf("matter-expire-release"),
    },
  };
};
