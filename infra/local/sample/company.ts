import type * as z from "zod/mini";
import type { employeeFact } from "../../../functions/contract/facts.ts";
import { ameliasYear } from "./amelia.ts";
import {
  AMELIA,
  CAFE,
  COUPLE,
  CUSTOMERS,
  NEIGHBOUR,
  NEWCOMER,
  REGULARS,
  type SampleCustomer,
  TWO_ADDRESSES,
} from "./customers.ts";
import { chanceFrom, type Diary, openDiary } from "./diary.ts";
import { type Everyday, everydayIn } from "./everyday.ts";
import { oddLooks } from "./odd-looks.ts";
import { ANALYST, CURIOUS_DRIVER, CURIOUS_DRIVER_NUMBER, DELIVERY_MANAGER, PROTECTED_IDS } from "./staff.ts";

/** Any number does; another one makes another year. */
const SEED = 1_848;

/** Some days in spring the drivers' app lost what it had written. */
const LOST = { "delivery-app": { at: 0.55, events: 7 } };

/** What its employee list tells: whom never to name, whose number is whose, and who is whose manager. */
const EMPLOYEES: readonly z.input<typeof employeeFact>[] = [
  ...PROTECTED_IDS.map((id) => ({ id, protected: true })),
  { id: CURIOUS_DRIVER.id, managerId: DELIVERY_MANAGER.id, contacts: [CURIOUS_DRIVER_NUMBER] },
];

/**
 * Marlow & Finch as it would report its last twelve months: who the customers are, who works there, what happened and
 * who looked. The same for the same day and zone, and told relative to it, so that it never grows old.
 *
 * @param today Civil date; nothing happens on it or after it.
 */
export const sampleCompany = (today: string, timeZone: string) => {
  const diary = openDiary(today, timeZone);
  const chance = chanceFrom(SEED);
  const everyday = everydayIn(diary, chance);

  for (const one of [...REGULARS, TWO_ADDRESSES, ...COUPLE]) household(one, everyday, chance);
  cafe(everyday);
  everyday.order(NEWCOMER.customerId, 6);
  ameliasYear(diary, everyday, everyday.call(NEIGHBOUR.customerId, 87));
  offers(diary);
  oddLooks(diary, everyday);
  return {
    customers: CUSTOMERS,
    employees: EMPLOYEES,
    ...diary.report(LOST),
  };
};

/** Somebody who orders every few weeks and sometimes calls. */
const household = ({ customerId }: SampleCustomer, everyday: Everyday, chance: () => number): void => {
  for (let daysAgo = 340; daysAgo > 10; daysAgo -= 18 + Math.floor(chance() * 40)) {
    everyday.order(customerId, daysAgo, { furniture: chance() < 0.15 });
    if (chance() < 0.2) everyday.call(customerId, daysAgo - 3);
    if (chance() < 0.1) everyday.refund(customerId, daysAgo - 4);
  }
};

/** Orders nearly every day, and everything that comes with it. */
const cafe = (everyday: Everyday): void => {
  const { customerId } = CAFE;
  for (let daysAgo = 345; daysAgo > 4; daysAgo -= 1) {
    everyday.order(customerId, daysAgo);
    if (daysAgo % 2 === 0) everyday.call(customerId, daysAgo);
    if (daysAgo % 7 === 0) everyday.invoice(customerId, daysAgo);
    if (daysAgo % 12 === 0) everyday.refund(customerId, daysAgo);
  }
};

/** An export for a letter with offers: one look, many customers. */
const offers = (diary: Diary): void =>
  diary.look({
    customerId: [AMELIA.customerId, CAFE.customerId, ...REGULARS.map(({ customerId }) => customerId)],
    source: "crm",
    by: ANALYST,
    at: { daysAgo: diary.workday(75), time: "10:20" },
    action: "export",
    dataCategories: ["contact.name", "contact.email", "preferences"],
    recordCount: 1_841,
    purpose: "MARKETING",
  });
