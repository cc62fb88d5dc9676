import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysFromTo, weekdayOf } from "../../../functions/domain/civil-date.ts";
import { holidayCalendar } from "../../../functions/domain/holidays/calendar.ts";
import { jurisdictionOf } from "../../../functions/domain/jurisdiction.ts";
import { pausesOf } from "../../../functions/domain/pauses.ts";
import { startOfDate } from "../../../functions/domain/period.ts";
import { REGIME_IDS, REGIMES } from "../../../functions/domain/regimes.ts";
import {
  lateFrom,
  type RequestClock,
  requestClock,
  requestDeadlines,
} from "../../../functions/domain/request-clock.ts";
import { roll } from "../../../functions/domain/working-days.ts";
import { civilDates } from "../../support/civil-dates.ts";

const regimes = fc.constantFrom(...REGIME_IDS);
const unitedKingdom = fc.constantFrom("GB-ENG" as const, "GB-SCT" as const, "GB-NIR" as const);

/** A request with pauses that begin in its first four weeks, in any order, overlapping or not. */
const clocks = fc
  .record({
    receivedOn: civilDates,
    stretches: fc.array(fc.tuple(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 0, max: 20 })), { maxLength: 4 }),
    extended: fc.boolean(),
  })
  .map(
    ({ receivedOn, stretches, extended }): RequestClock => ({
      receivedOn,
      extended,
      clarifications: stretches.map(([after, days]) => ({
        askedOn: addDays(receivedOn, after),
        answeredOn: addDays(receivedOn, after + days),
      })),
    }),
  );

const dueOf = (clock: RequestClock, regime: (typeof REGIME_IDS)[number]) => {
  const deadlines = requestDeadlines(clock, jurisdictionOf(regime));
  if (deadlines.state !== "running") throw new Error(`The clock is ${deadlines.state}.`);
  return deadlines;
};

describe("whatever is received, whenever, wherever", () => {
  it("is due on a working day, 28 days after its start at the earliest", () => {
    fc.assert(
      fc.property(clocks, regimes, (clock, regime) => {
        const { due, houseTarget, startedOn } = dueOf(clock, regime);
        expect(due.on >= addDays(startedOn, 28)).toBe(true);
        expect(houseTarget.on).toBe(addDays(clock.receivedOn, 28));
        expect(weekdayOf(due.on) % 6).not.toBe(0);
        expect(holidayCalendar(regime).has(due.on)).toBe(false);
      }),
    );
  });

  it("is due no earlier than what was received before it", () => {
    fc.assert(
      fc.property(
        civilDates,
        fc.integer({ min: 0, max: 40 }),
        regimes,
        fc.boolean(),
        (receivedOn, days, regime, extended) => {
          const due = (on: string) => dueOf({ receivedOn: on, clarifications: [], extended }, regime).due.on;
          expect(due(receivedOn) <= due(addDays(receivedOn, days))).toBe(true);
        },
      ),
    );
  });

  it("is due later where it was extended, and the notice comes before either", () => {
    fc.assert(
      fc.property(clocks, regimes, (clock, regime) => {
        const first = dueOf({ ...clock, extended: false }, regime);
        const extended = dueOf({ ...clock, extended: true }, regime);
        expect(extended.due.on > first.due.on).toBe(true);
        expect(first.extensionNotice.on <= first.due.on).toBe(true);
        expect(extended.extensionNotice.on).toBe(first.extensionNotice.on);
      }),
    );
  });

  it("gets one day for every day paused, counted once, whatever the order of the pauses", () => {
    fc.assert(
      fc.property(clocks, unitedKingdom, (clock, regime) => {
        const stood = new Set(
          clock.clarifications.flatMap(({ askedOn, answeredOn = askedOn }) =>
            Array.from({ length: daysFromTo(askedOn, answeredOn) }, (_, day) => addDays(askedOn, day)),
          ),
        );
        const month = addMonths(clock.receivedOn, clock.extended ? 3 : 1);
        const { due } = dueOf(clock, regime);
        expect(due.on).toBe(roll(addDays(month, stood.size), holidayCalendar(regime)));
        expect(dueOf({ ...clock, clarifications: clock.clarifications.toReversed() }, regime)).toEqual(
          dueOf(clock, regime),
        );
      }),
    );
  });

  it("stands still in stretches that never touch the same day", () => {
    fc.assert(
      fc.property(clocks, ({ clarifications, receivedOn }) => {
        const pauses = pausesOf(clarifications, receivedOn);
        for (const [at, { from, to, days }] of pauses.entries()) {
          expect(days).toBe(daysFromTo(from, to));
          expect(from > (pauses[at - 1]?.to ?? "")).toBe(true);
        }
      }),
    );
  });

  it("ends with a step that reaches its due date", () => {
    fc.assert(
      fc.property(clocks, regimes, (clock, regime) => {
        const { on, steps } = dueOf(clock, regime).due;
        const last = steps.filter(({ kind }) => kind !== "holidays-unknown").at(-1);
        expect([last?.kind === "rolled" ? last.to : last?.kind === "working-day" ? last.on : "?"]).toEqual([on]);
      }),
    );
  });

  it("is due on the same date whichever of that day's 23, 24 or 25 hours it arrives in", () => {
    const zones = fc.constantFrom(...new Set(REGIME_IDS.map((id) => REGIMES[id].timeZone)), "Pacific/Auckland");
    const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(civilDates, zones, share, (date, timeZone, part) => {
        const [from, to] = [startOfDate(date, timeZone), lateFrom(date, timeZone)].map(Date.parse);
        const receivedAt = new Date((from ?? 0) + Math.floor(part * ((to ?? 0) - (from ?? 0)))).toISOString();
        const { receivedOn } = requestClock({ receivedAt, clarifications: [], extended: false }, timeZone);
        expect(receivedOn).toBe(date);
      }),
    );
  });
});
