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

/** How often each number of customers a day occurs in a role. Grows with the numbers, not with staff or days. */
type Counts = Map<number, number>;

const medianOf = (counts: ReadonlyMap<number, number>): number => {
  const sorted = [...counts].sort(([one], [other]) => one - other);
  const days = sorted.reduce((sum, [, n]) => sum + n, 0);
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
 * times the median absolute deviation. Days are added as the log is read; what is usual is known at the end.
 */
export const volumeWatch = () => {
  const roles = new Map<string, Counts>();
  const high: StaffDay[] = [];
  return {
    /** Each employee's day once. Days on which everything was explained are not added. */
    add: (day: StaffDay): void => {
      const counts: Counts = roles.get(day.role) ?? new Map();
      counts.set(day.customers, (counts.get(day.customers) ?? 0) + 1);
      roles.set(day.role, counts);
      if (day.customers >= CUSTOMERS) high.push(day);
    },
    hits: (): readonly Hit<"volume">[] =>
      high.flatMap(({ employeeId, role, day, customers, accesses }) => {
        const counts: ReadonlyMap<number, number> = roles.get(role) ?? new Map();
        if ([...counts.values()].reduce((sum, n) => sum + n, 0) < DAYS) return [];
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
