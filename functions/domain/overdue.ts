import type { Matter } from "../contract/matter.ts";
import { addDays } from "./civil-date.ts";
import type { Jurisdiction } from "./jurisdiction.ts";
import { matterDeadlines } from "./matter-clock.ts";
import { civilDateOf } from "./period.ts";
import { lateFrom } from "./request-clock.ts";

/** What can become overdue: the answer to a customer (LAW L2), and the word on a breach to the authority (L13). */
export const OVERDUE = ["answer", "breach"] as const;
export type Overdue = (typeof OVERDUE)[number];

export interface Missed {
  readonly what: Overdue;
  /** The deadline that was missed: a civil date, or an instant. A matter may miss each one only once. */
  readonly deadline: string;
}

/** Nobody is written to at midnight: the local hour at which a working day begins. */
const MORNING_HOUR = 7;

const hourIn = (now: number, timeZone: string): number =>
  Number(new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" }).format(now));

/** The deadlines of a matter that have passed. Those of an answer end with their day, those of a breach at their instant. */
export const missedBy = (
  { state, clock, breach }: Pick<Matter, "state" | "clock" | "breach">,
  jurisdiction: Jurisdiction,
  timeZone: string,
  now: number,
): readonly Missed[] => {
  if (state === "closed") return [];
  const deadlines = matterDeadlines(clock, jurisdiction);
  const dueOn = deadlines.state === "running" ? deadlines.due.on : undefined;
  const isLate = dueOn !== undefined && now >= Date.parse(lateFrom(dueOn, timeZone));
  const isUndecided = breach !== undefined && breach.decision === undefined;
  return [
    ...(isLate ? [{ what: "answer", deadline: dueOn } as const] : []),
    ...(isUndecided && now >= Date.parse(breach.notifyBy)
      ? [{ what: "breach", deadline: breach.notifyBy } as const]
      : []),
  ];
};

/** Whether the desk is to hear of a missed deadline by now: of a breach at once, of an answer in the morning after. */
export const isTimeToTell = ({ what, deadline }: Missed, timeZone: string, now: number): boolean =>
  what === "breach" || civilDateOf(now, timeZone) > addDays(deadline, 1) || hourIn(now, timeZone) >= MORNING_HOUR;
