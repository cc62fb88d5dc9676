import type { DerivedDate, DerivedInstant, Step } from "../domain/derivation.ts";
import type { RequestDeadlines } from "../domain/request-clock.ts";
import type { Language } from "../domain/vocabulary.ts";
import type { ClockWords } from "./clock-words.ts";
import { dateWriter, LOCALES } from "./dates.ts";
import { clock as de } from "./de/clock.ts";
import { clock as en } from "./en/clock.ts";
import { clock as es } from "./es/clock.ts";
import { clock as fr } from "./fr/clock.ts";

const CLOCK_WORDS: Readonly<Record<Language, ClockWords>> = { en, fr, de, es };

/** Says dates and how they were worked out, each as one sentence. */
export interface DeadlineDescriber {
  /** A civil date with its weekday: "Monday 2 March 2026". */
  readonly day: (date: string) => string;
  /** An instant by the company's clock: "Monday 2 March 2026 at 14:02 GMT". */
  readonly moment: (instant: string) => string;
  /** The steps alone: "Received 31 January 2026; one month later is 28 February 2026, a Saturday; so …". */
  readonly derivation: (steps: readonly Step[]) => string;
  /** The due date, or why there is none yet; then the house target and the last day for announcing an extension. */
  readonly request: (deadlines: RequestDeadlines) => readonly string[];
  /** The same for whoever waits for the answer: by when an extension has to be announced is the desk's concern. */
  readonly forCustomer: (deadlines: RequestDeadlines) => readonly string[];
  readonly acknowledgement: (date: DerivedDate) => string;
  readonly notification: (instant: DerivedInstant) => string;
}

/** Describes in one language. `timeZone` is the company's, for instants; civil dates have none. */
export const deadlineDescriber = (language: Language, timeZone: string): DeadlineDescriber => {
  const words = CLOCK_WORDS[language];
  const weekdayIn = (zone: string) => new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, weekday: "long" });
  const time = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    // The clock may change within 72 hours, and the times must add up.
    timeZoneName: "short",
  });

  const dayIn = (zone: string) => {
    const [weekday, date] = [weekdayIn(zone), dateWriter(language, zone)];
    return (instant: string) => words.day(weekday.format(new Date(instant)), date(instant));
  };
  const date = dateWriter(language, "UTC");
  const day = dayIn("UTC");
  const dayHere = dayIn(timeZone);
  const moment = (instant: string) => words.moment(dayHere(instant), time.format(new Date(instant)));

  const clauses = (step: Step): readonly string[] => {
    switch (step.kind) {
      case "received":
        return [words.received(date(step.on))];
      case "identity-arrived":
        return [words.identityArrived(date(step.on))];
      case "identity-awaited":
        return [words.identityAwaited(date(step.since))];
      case "identity-not-awaited":
        return [words.identityNotAwaited];
      case "months-later":
        return [words.monthsLater(step.months, date(step.on), step.clamped)];
      case "days-later":
        return [words.daysLater(step.days, date(step.on))];
      case "paused":
        return [words.paused(date(step.from), date(step.to), step.days)];
      case "paused-since":
        return [words.pausedSince(date(step.since))];
      case "rolled":
        return [...step.holidays.map((holiday) => words.holiday(date(holiday))), words.moved(day(step.to))];
      case "working-day":
        return [];
      case "holidays-unknown":
        return [words.holidaysUnknown(step.year)];
      case "not-rolled":
        return [words.notRolled];
      case "breach-known":
        return [words.breachKnown(moment(step.at))];
      case "hours-later":
        return [words.hoursLater(step.hours, moment(step.at))];
      case "hours-run-on":
        return [words.hoursRunOn];
    }
  };

  /** What a date turns out to be is said of it in the clause that reached it. */
  const remark = (step: Step | undefined): string => {
    if (step?.kind === "working-day") return `, ${words.workingDay}`;
    return step?.kind === "rolled" ? `, ${words.dayOff[step.because]}` : "";
  };

  const joined = (steps: readonly Step[]): string =>
    steps
      .flatMap((step, at) => {
        const said = clauses(step);
        return said.map((clause, n) => (n === said.length - 1 ? clause + remark(steps[at + 1]) : clause));
      })
      .join(words.join);

  const headed = (head: string, steps: readonly Step[]): string => words.headed(head, joined(steps));

  const request = (deadlines: RequestDeadlines): readonly string[] => {
    if (deadlines.state === "not-started") return [headed(words.open, deadlines.steps)];
    const { houseTarget } = deadlines;
    const target = headed(words.houseTarget(day(houseTarget.on)), houseTarget.steps);
    if (deadlines.state === "paused") return [headed(words.open, deadlines.steps), target];
    const { due, extensionNotice } = deadlines;
    return [
      headed(words.due(day(due.on)), due.steps),
      target,
      headed(words.extensionNotice(day(extensionNotice.on)), extensionNotice.steps),
    ];
  };

  return {
    day,
    moment,
    derivation: (steps) => `${joined(steps).replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase(language))}.`,
    request,
    forCustomer: (deadlines) => request(deadlines).slice(0, 2),
    acknowledgement: ({ on, steps }) => headed(words.acknowledgement(day(on)), steps),
    notification: ({ at, steps }) => headed(words.notification(moment(at)), steps),
  };
};
