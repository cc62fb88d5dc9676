import type { RegardConfig } from "../../contract/config.ts";
import type { DeskMatter, QueueRow } from "../../contract/desk-matters.ts";
import type { Matter } from "../../contract/matter.ts";
import { addDays } from "../../domain/civil-date.ts";
import { isPending } from "../../domain/four-eyes.ts";
import { isAskedFor } from "../../domain/matter-case.ts";
import { matterDeadlines, requestClockOf } from "../../domain/matter-clock.ts";
import { missedBy } from "../../domain/overdue.ts";
import { extensionObstacle, pauseObstacle } from "../../domain/request-clock.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { deadlineDescriber } from "../../words/describe-deadline.ts";
import { lawOf } from "./desk-act.ts";

/** What is due within so many days is due soon. */
const SOON_DAYS = 7;

/** The dates of a matter for the desk, with their derivation. */
export const describeClock = (
  config: RegardConfig,
  language: Language,
  matter: Matter,
  now: number,
): DeskMatter["clock"] => {
  const { today, jurisdiction } = lawOf(config, matter, now);
  const asRequest = requestClockOf(matter.clock);
  const deadlines = matterDeadlines(matter.clock, jurisdiction);
  const isOpenToAsk = matter.state === "in-hand" && isAskedFor(matter);
  return {
    ...matter.clock,
    ...(deadlines.state === "running" && {
      dueOn: deadlines.due.on,
      extensionNoticeBy: deadlines.extensionNotice.on,
    }),
    ...(deadlines.state !== "not-started" && { houseTargetOn: deadlines.houseTarget.on }),
    why: [...deadlineDescriber(language, config.timeZone).request(deadlines)],
    mayPause: isOpenToAsk && pauseObstacle(asRequest, jurisdiction, today) === undefined,
    mayExtend: isOpenToAsk && extensionObstacle(asRequest, jurisdiction, today) === undefined,
  };
};

/** For whom or what a matter waits. */
const waitsFor = (matter: Matter, now: number): QueueRow["waitsFor"] => [
  ...(matter.state === "received" ? (["handler"] as const) : []),
  ...(matter.state === "paused" ? (["customer"] as const) : []),
  ...(matter.asks.some(({ state }) => state === "open") ? (["employee"] as const) : []),
  ...(isPending(matter.release, now) ? (["approver"] as const) : []),
  ...(matter.breach !== undefined && matter.breach.decision === undefined ? (["breach"] as const) : []),
];

const OUTSIDE: readonly string[] = ["customer", "employee"];

/** How pressing a matter is, and what it waits for. A breach that nobody decided on presses whatever the rest does. */
export const standingOf = (
  config: RegardConfig,
  matter: Matter,
  now: number,
): Pick<QueueRow, "urgency" | "waitsFor" | "dueOn" | "notifyBy"> => {
  const { today, jurisdiction } = lawOf(config, matter, now);
  const deadlines = matterDeadlines(matter.clock, jurisdiction);
  const dueOn = deadlines.state === "running" ? deadlines.due.on : undefined;
  const waits = waitsFor(matter, now);
  const notifyBy = waits.includes("breach") ? matter.breach?.notifyBy : undefined;
  const isLate = missedBy(matter, jurisdiction, config.timeZone, now).length > 0;
  const isSoon = notifyBy !== undefined || (dueOn !== undefined && dueOn <= addDays(today, SOON_DAYS));
  const waitsOutside = waits.length > 0 && waits.every((one) => OUTSIDE.includes(one));
  const urgency =
    matter.state === "closed" ? "closed" : isLate ? "overdue" : isSoon ? "soon" : waitsOutside ? "waiting" : "running";
  return {
    urgency,
    waitsFor: [...waits],
    ...(dueOn !== undefined && { dueOn }),
    ...(notifyBy !== undefined && { notifyBy }),
  };
};
