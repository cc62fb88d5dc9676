import type { ShiftFact } from "../../functions/contract/facts.ts";
import type { KnownCustomer, KnownEmployee } from "../../functions/domain/known-people.ts";

/** Numbers in [0, 1) that depend on a seed alone. */
export type Chance = () => number;

export const DAYS = 365;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FIRST_DAY = Date.UTC(2025, 9, 1);
const SUNDAY = 0;

/** An instant by day of the year told (0 is its first) and minute of that day, UTC. */
export const instant = (day: number, minute: number): number => FIRST_DAY + day * DAY + Math.floor(minute * MINUTE);
export const dayOf = (at: number): number => Math.floor((at - FIRST_DAY) / DAY);
export const isSunday = (day: number): boolean => new Date(FIRST_DAY + day * DAY).getUTCDay() === SUNDAY;

export const pick = <T>(chance: Chance, all: readonly T[]): T => {
  const one = all[Math.floor(chance() * all.length)];
  if (one === undefined) throw new Error("There is nothing to pick from.");
  return one;
};

export interface Worker {
  readonly id: string;
  readonly role: string;
  readonly unit: string;
  /** Minutes of the day between which they work. */
  readonly from: number;
  readonly to: number;
  /** Days on which they work. */
  readonly days: ReadonlySet<number>;
}

const ROLES = [
  { role: "Driver", unit: "Delivery", staff: 70, from: 8 * 60, to: 17 * 60 },
  { role: "Order picker", unit: "Warehouse", staff: 40, from: 5 * 60, to: 13 * 60 },
  { role: "Customer adviser", unit: "Care, early", staff: 30, from: 8 * 60, to: 16 * 60 },
  { role: "Customer adviser", unit: "Care, late", staff: 26, from: 12 * 60, to: 20 * 60 },
  { role: "Payments clerk", unit: "Payments", staff: 14, from: 9 * 60, to: 17 * 60 },
  { role: "Shop assistant", unit: "Shops", staff: 10, from: 10 * 60, to: 19 * 60 },
  { role: "Account manager", unit: "Business", staff: 6, from: 9 * 60, to: 17 * 60 },
  { role: "Marketing analyst", unit: "Marketing", staff: 2, from: 9 * 60, to: 17 * 60 },
  { role: "Quality coach", unit: "Quality", staff: 2, from: 9 * 60, to: 17 * 60 },
] as const;

const CUSTOMERS = 20_000;
/** About twenty doors to a street. */
const STREETS = 1_000;
/** Shops, cafés and offices, that order every few days. */
export const BUSINESSES = 300;

export const customerKey = (n: number): string => `customer-${n}`;

/** Who works at the company, who its customers are, and who of them is close to whom. */
export const peopleOf = (chance: Chance) => {
  const workers: Worker[] = ROLES.flatMap(({ role, unit, staff, from, to }) =>
    Array.from({ length: staff }, (_, n) => {
      // Five days of six in the week, less holidays and illness.
      const works = (day: number) => !isSunday(day) && chance() < 0.75;
      const days = new Set(Array.from({ length: DAYS }, (__, day) => day).filter(works));
      return { id: `${role.toLowerCase().replaceAll(" ", "-")}-${unit.at(-1)}${n}`, role, unit, from, to, days };
    }),
  );

  const customers: KnownCustomer[] = Array.from({ length: CUSTOMERS }, (_, n) => {
    const door = chance() < 0.12 && n > 0 ? n - 1 : n; // couples and flatmates with an account each
    return {
      customerKey: customerKey(n),
      addressHashes: [`door-${door}`],
      streetHashes: [`street-${Math.floor(door / (CUSTOMERS / STREETS))}`],
      mailHashes: [`mail-${n}`],
    };
  });

  // Three of five live where the company delivers; one in three orders there too, and HR knows of most who do.
  const homes = new Map(workers.map(({ id }) => [id, chance() < 0.6 ? Math.floor(chance() * CUSTOMERS) : undefined]));
  const buyers = workers.filter(() => chance() < 0.3);
  const accounts = new Map(
    buyers.map(({ id }) => [id, homes.get(id) ?? BUSINESSES + Math.floor(chance() * (CUSTOMERS - BUSINESSES))]),
  );
  const employees: KnownEmployee[] = workers
    // Two couriers drive for a company of their own: HR has never heard of them.
    .filter(({ id }) => id !== "driver-y0" && id !== "driver-y1")
    .map(({ id, role, unit }) => {
      const home = homes.get(id);
      const account = accounts.get(id);
      const door = home === undefined ? undefined : customers[home];
      return {
        id,
        protected: false,
        role,
        unit,
        startedOn: "2020-01-01",
        ...(door && { addressHashes: door.addressHashes, streetHashes: door.streetHashes }),
        ...(account !== undefined &&
          (chance() < 0.75 ? { customerKey: customerKey(account) } : { mailHashes: [`mail-${account}`] })),
      };
    });

  const shifts: ShiftFact[] = workers.flatMap(({ id, days, from, to }) =>
    [...days].map((day) => ({
      employeeId: id,
      from: new Date(instant(day, from)).toISOString(),
      to: new Date(instant(day, to)).toISOString(),
    })),
  );
  return { workers, customers, employees, shifts, homes, accounts };
};

export type People = ReturnType<typeof peopleOf>;
