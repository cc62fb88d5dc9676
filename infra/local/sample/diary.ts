import type { AccessEventInput } from "../../../functions/contract/access-event.ts";
import type { CaseFact } from "../../../functions/contract/facts.ts";
import { startOfDate } from "../../../functions/domain/period.ts";
import type { SampleEmployee } from "./staff.ts";

/** Local time as hours and minutes, "14:05", some days before today. */
export interface When {
  readonly daysAgo: number;
  readonly time: string;
}

export interface Matter {
  readonly type: string;
  readonly id: string;
}

/** What a look is made of; the rest of the event follows from where it is written down. */
export type Look = Omit<AccessEventInput, "eventId" | "sourceSeq" | "occurredAt" | "employee" | "case"> & {
  readonly by: SampleEmployee;
  readonly at: When;
  readonly case?: Matter | undefined;
};

interface NewCase {
  readonly customerId: string;
  readonly type: string;
  readonly opened: When;
  readonly closed?: When;
  readonly by: readonly SampleEmployee[];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SUNDAY = 0;

/** A sequence of numbers in [0, 1) that only depends on `seed` (mulberry32): the company lives the same life again. */
export const chanceFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** The company's year as it is written down, told in days before `today` (a civil date in `timeZone`). */
export const openDiary = (today: string, timeZone: string) => {
  const looks: Look[] = [];
  const cases: CaseFact[] = [];
  const numbers = new Map<string, number>();
  const noon = Date.parse(`${today}T12:00:00Z`);
  const dateOf = (daysAgo: number): string => new Date(noon - daysAgo * DAY).toISOString().slice(0, 10);

  const starts = new Map<number, number>();
  const startOf = (daysAgo: number): number => {
    const start = starts.get(daysAgo) ?? Date.parse(startOfDate(dateOf(daysAgo), timeZone));
    starts.set(daysAgo, start);
    return start;
  };
  const instantOf = ({ daysAgo, time }: When): string => {
    const [hours = 0, minutes = 0] = time.split(":").map(Number);
    return new Date(startOf(daysAgo) + (hours * 60 + minutes) * MINUTE).toISOString();
  };
  const nextNumber = (type: string): number => {
    const number = (numbers.get(type) ?? 4_100) + 1;
    numbers.set(type, number);
    return number;
  };

  return {
    /** The same day, or the Monday after it where it is a Sunday: the company is closed then. */
    workday: (daysAgo: number): number =>
      new Date(`${dateOf(daysAgo)}T12:00:00Z`).getUTCDay() === SUNDAY ? daysAgo - 1 : daysAgo,

    /** A case of a customer, with everybody who is on it. */
    open: ({ customerId, type, opened, closed, by }: NewCase): Matter => {
      const id = `${type.slice(0, 3).toUpperCase()}-${nextNumber(type)}`;
      cases.push({
        customerId,
        type,
        id,
        openedAt: instantOf(opened),
        ...(closed && { closedAt: instantOf(closed) }),
        employeeIds: by.map((employee) => employee.id),
        units: [],
      });
      return { type, id };
    },
    look: (...written: readonly Look[]): void => {
      looks.push(...written);
    },

    /**
     * Everything as the company's systems report it, oldest first, with a counter for each system that keeps one.
     *
     * @param lost By source, where in its year (0 to 1) how many events never arrived.
     */
    report: (lost: Readonly<Record<string, { readonly at: number; readonly events: number }>>) => {
      const dated = looks
        .map(({ by, at, ...look }) => ({ ...look, by, occurredAt: instantOf(at) }))
        .sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
      const bySource = Map.groupBy(dated, ({ source }) => source);
      const events = [...bySource].flatMap(([source, rows]) =>
        rows.map(({ by, case: matter, ...look }, index): AccessEventInput => {
          const gap = lost[source];
          const sourceSeq = index + 1 + (gap && index >= gap.at * rows.length ? gap.events : 0);
          return {
            ...look,
            eventId: `${source}-${sourceSeq}`,
            sourceSeq,
            employee: by,
            ...(matter && { case: matter }),
          };
        }),
      );
      return { events, cases };
    },
  };
};
export type Diary = ReturnType<typeof openDiary>;
