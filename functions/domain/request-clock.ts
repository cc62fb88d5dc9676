import { addDays } from "./civil-date.ts";
import { daysLater, monthsLater, rolled } from "./deadlines.ts";
import type { DerivedDate, Step } from "./derivation.ts";
import type { Jurisdiction } from "./jurisdiction.ts";
import { type Inquiry, openSince, type Pause, pausesOf } from "./pauses.ts";
import { civilDateOf, startOfDate } from "./period.ts";

/** The company means to answer within this many days, whatever the law allows (ICO). */
const HOUSE_TARGET_DAYS = 28;

/** What happened to a request, as far as its time depends on it. Local civil dates. */
export interface RequestClock {
  readonly receivedOn: string;
  /** Identity information that was reasonably asked for. */
  readonly identity?: Inquiry;
  /** Clarifications of the request's scope, in any order. */
  readonly clarifications: readonly Inquiry[];
  /** Whether the time was extended, for complexity or the number of this person's requests. */
  readonly extended: boolean;
}

/** The same as instants. */
export interface RequestEvents {
  readonly receivedAt: string;
  readonly identity?: { readonly askedAt: string; readonly answeredAt?: string };
  readonly clarifications: readonly { readonly askedAt: string; readonly answeredAt?: string }[];
  readonly extended: boolean;
}

/** When a request falls due. It has no due date before its time starts, nor while it stands still. */
export type RequestDeadlines =
  | {
      readonly state: "running";
      /** The first day that counts (t0). */
      readonly startedOn: string;
      readonly due: DerivedDate;
      readonly houseTarget: DerivedDate;
      /** The last day on which an extension may be announced. */
      readonly extensionNotice: DerivedDate;
    }
  | {
      readonly state: "paused";
      readonly since: string;
      readonly startedOn: string;
      readonly houseTarget: DerivedDate;
      readonly steps: readonly Step[];
    }
  | { readonly state: "not-started"; readonly since: string; readonly steps: readonly Step[] };

/** The civil dates on which a request's events fell in a zone. */
export const requestClock = (events: RequestEvents, timeZone: string): RequestClock => {
  const dated = ({ askedAt, answeredAt }: { readonly askedAt: string; readonly answeredAt?: string }): Inquiry => ({
    askedOn: civilDateOf(askedAt, timeZone),
    ...(answeredAt !== undefined && { answeredOn: civilDateOf(answeredAt, timeZone) }),
  });
  return {
    receivedOn: civilDateOf(events.receivedAt, timeZone),
    ...(events.identity && { identity: dated(events.identity) }),
    clarifications: events.clarifications.map(dated),
    extended: events.extended,
  };
};

/** The first instant after a due date: what is due on a date is in time until midnight in the company's zone. */
export const lateFrom = (dueOn: string, timeZone: string): string => startOfDate(addDays(dueOn, 1), timeZone);

/** The start t0 and the steps to it; no date where the time has not started (GDPR Art. 12(6)). */
const startOf = (
  { receivedOn, identity }: RequestClock,
  { identityStartsClock }: Jurisdiction,
): { readonly on?: string; readonly steps: readonly Step[] } => {
  const received: Step = { kind: "received", on: receivedOn };
  if (identity === undefined) return { on: receivedOn, steps: [received] };
  if (!identityStartsClock) return { on: receivedOn, steps: [received, { kind: "identity-not-awaited" }] };
  const { askedOn, answeredOn } = identity;
  if (answeredOn === undefined) return { steps: [received, { kind: "identity-awaited", since: askedOn }] };
  return answeredOn > receivedOn
    ? { on: answeredOn, steps: [received, { kind: "identity-arrived", on: answeredOn }] }
    : { on: receivedOn, steps: [received] };
};

const prolonged = ({ on, steps }: DerivedDate, pauses: readonly Pause[]): DerivedDate => {
  if (pauses.length === 0) return { on, steps };
  const later = daysLater(
    on,
    pauses.reduce((sum, { days }) => sum + days, 0),
  );
  const told = pauses.map((pause): Step => ({ kind: "paused", ...pause }));
  return { on: later.on, steps: [...steps, ...told, ...later.steps] };
};

// A pause that began after the first month had ended cannot bring it back.
const firstMonth = (startedOn: string, pauses: readonly Pause[]): DerivedDate => {
  const month = monthsLater(startedOn, 1);
  const inTime = (count: number): DerivedDate => {
    const limit = prolonged(month, pauses.slice(0, count));
    const next = pauses[count];
    return next === undefined || next.from > limit.on ? limit : inTime(count + 1);
  };
  return inTime(0);
};

const clarificationsOf = ({ clarifications }: RequestClock, { mayPause }: Jurisdiction): readonly Inquiry[] =>
  mayPause ? clarifications : [];

/**
 * When a request falls due (GDPR Art. 12(3), Reg. 1182/71 Art. 3): one month after its start, three where it was
 * extended, and the days on which it stood still, rolled to a working day.
 */
export const requestDeadlines = (clock: RequestClock, jurisdiction: Jurisdiction): RequestDeadlines => {
  const { on: startedOn, steps } = startOf(clock, jurisdiction);
  if (startedOn === undefined)
    return { state: "not-started", since: clock.identity?.askedOn ?? clock.receivedOn, steps };

  const clarifications = clarificationsOf(clock, jurisdiction);
  const pauses = pausesOf(clarifications, startedOn);
  const target = daysLater(startedOn, HOUSE_TARGET_DAYS);
  const houseTarget = { on: target.on, steps: [...steps, ...target.steps] };
  const limit = prolonged(monthsLater(startedOn, clock.extended ? 3 : 1), pauses);

  const since = openSince(clarifications);
  if (since !== undefined) {
    return {
      state: "paused",
      since,
      startedOn,
      houseTarget,
      steps: [...steps, ...limit.steps, { kind: "paused-since", since }],
    };
  }
  const notice = firstMonth(startedOn, pauses);
  return {
    state: "running",
    startedOn,
    due: rolled(limit.on, [...steps, ...limit.steps], jurisdiction),
    houseTarget,
    extensionNotice: { on: notice.on, steps: [...steps, ...notice.steps, { kind: "not-rolled" }] },
  };
};

/** Why the time of a request may not be extended on a civil date; undefined where it may (GDPR Art. 12(3)). */
export const extensionObstacle = (
  clock: RequestClock,
  jurisdiction: Jurisdiction,
  on: string,
): "already-extended" | "too-late" | undefined => {
  if (clock.extended) return "already-extended";
  const { on: startedOn } = startOf(clock, jurisdiction);
  if (startedOn === undefined) return undefined;
  const clarifications = clarificationsOf(clock, jurisdiction);
  const { on: limit } = firstMonth(startedOn, pausesOf(clarifications, startedOn));
  const stoodStillFrom = openSince(clarifications) ?? on;
  return stoodStillFrom <= limit || on <= limit ? undefined : "too-late";
};

/** Why the time of a request may not be paused on a civil date; undefined where it may (UK GDPR Art. 12A). */
export const pauseObstacle = (
  clock: RequestClock,
  jurisdiction: Jurisdiction,
  on: string,
): "not-in-this-law" | "already-paused" | "before-receipt" | "too-late" | undefined => {
  if (!jurisdiction.mayPause) return "not-in-this-law";
  if (on < clock.receivedOn) return "before-receipt";
  const deadlines = requestDeadlines(clock, jurisdiction);
  if (deadlines.state === "paused") return "already-paused";
  return deadlines.state === "running" && on > deadlines.due.on ? "too-late" : undefined;
};
