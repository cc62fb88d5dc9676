import type { Hit } from "./signal.ts";

/** Fewer customers a day than this are nobody's mass read, whatever the others in the role do. */
const CUSTOMERS = 50;
/** Robust: half of the days may be odd before the middle moves (Hampel's identifier uses 3; staff vary more). */
const DEVIATIONS = 6;
/** Below this many days the role's middle is chance. */
const DAYS = 20;

/** One employee's day: how many customers were opened without anything that bears it out. */
export interface StaffDay {
  readonly employeeId: string;
  /** At the time; empty where none is known. */
  readonly role: string;
  /** Civil date. */
  readonly day: string;
  readonly customers: number;
  readonly accesses: readonly string[];
}

/** On so many days, people of a role each opened so many customers without anything that bears it out. */
export interface RoleDays {
  readonly role: string;
  readonly customers: number;
  readonly days: number;
}

export const countDays = (days: readonly Pick<StaffDay, "role" | "customers">[]): readonly RoleDays[] =>
  [...Map.groupBy(days, ({ role, customers }) => `${customers} ${role}`).values()].flatMap((alike) => {
    const [first] = alike;
    return first === undefined ? [] : [{ role: first.role, customers: first.customers, days: alike.length }];
  });

/** Whether a day has to be compared with those of others at all. */
export const isHigh = ({ customers }: Pick<StaffDay, "customers">): boolean => customers >= CUSTOMERS;

/** How often each number of customers a day occurs in a role. Grows with the numbers, not with staff or days. */
type Counts = Map<number, number>;

const sumOf = (counts: ReadonlyMap<number, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0);

const medianOf = (counts: ReadonlyMap<number, number>): number => {
  const sorted = [...counts].sort(([one], [other]) => one - other);
  const days = sumOf(counts);
  const valueAt = (rank: number): number => {
    let passed = 0;
    for (const [value, n] of sorted) {
      passed += n;
      if (passed > rank) return value;
    }
    return 0;
  };
  return (valueAt(Math.floor((days - 1) / 2)) + valueAt(Math.floor(days / 2))) / 2;
};

/**
 * Days on which somebody opened far more customers' data than is usual in their role: more than the median plus six
 * times the median absolute deviation. What is usual is known once everybody's days are added, the high ones included;
 * days on which everything was explained are not.
 */
export const usualDays = () => {
  const roles = new Map<string, Counts>();
  return {
    add: ({ role, customers, days }: RoleDays): void => {
      const counts: Counts = roles.get(role) ?? new Map();
      counts.set(customers, (counts.get(customers) ?? 0) + days);
      roles.set(role, counts);
    },
    hits: (days: readonly StaffDay[]): readonly Hit<"volume">[] =>
      days.filter(isHigh).flatMap(({ employeeId, role, day, customers, accesses }) => {
        const counts: ReadonlyMap<number, number> = roles.get(role) ?? new Map();
        if (sumOf(counts) < DAYS) return [];
        const median = medianOf(counts);
        const deviations: Counts = new Map();
        for (const [value, n] of counts) {
          const deviation = Math.abs(value - median);
          deviations.set(deviation, (deviations.get(deviation) ?? 0) + n);
        }
        // A role in which every day is the same would make one customer more an outlier.
        const limit = median + DEVIATIONS * Math.max(medianOf(deviations), 1);
        return customers > limit
          ? [{ rule: "volume", employeeId, accesses, inputs: { customers, day, median, limit } }]
          : [];
      }),
  };
};
