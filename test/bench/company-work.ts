import type { KnownCase } from "../../functions/domain/evidence.ts";
import type { CompanyLog } from "./company-log.ts";
import {
  BUSINESSES,
  type Chance,
  DAYS,
  dayOf,
  instant,
  isSunday,
  type People,
  pick,
  type Worker,
} from "./company-people.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A delivery as it happened: what misuse afterwards starts from. */
export interface Delivery {
  readonly driver: Worker;
  readonly customer: number;
  readonly doneAt: number;
  readonly order: KnownCase;
}

/** The company's ordinary year: everything in it is somebody's work, however it looks in the log. */
export const tellWork = (log: CompanyLog, people: People, chance: Chance) => {
  const { workers, customers, accounts } = people;
  const inRole = (role: string) => workers.filter((worker) => worker.role === role);
  const drivers = inRole("Driver");
  const pickers = inRole("Order picker");
  const advisers = inRole("Customer adviser");
  const clerks = inRole("Payments clerk");
  const coaches = inRole("Quality coach");
  const buyers = [...accounts.values()];
  const deliveries: Delivery[] = [];
  const jobs: KnownCase[] = [];

  // Businesses order often, employees somewhat more than others.
  const anyCustomer = (): number => {
    const draw = chance();
    if (draw < 0.12) return Math.floor(chance() * BUSINESSES);
    return draw < 0.13 ? pick(chance, buyers) : Math.floor(chance() * customers.length);
  };
  const onDuty = (all: readonly Worker[], day: number): readonly Worker[] => all.filter(({ days }) => days.has(day));
  /** Somewhere in the shift; one time in fifty somebody stays a little longer. */
  const inShift = (worker: Worker, day: number, earliest = worker.from): number =>
    instant(
      day,
      chance() < 0.02 ? worker.to + chance() * 60 : earliest + chance() * Math.max(worker.to - earliest - 20, 5),
    );
  /** The same or the next day on which somebody works; the year may end before. */
  const workingDay = ({ days }: Worker, day: number): number => {
    let found = day;
    while (!days.has(found) && found < DAYS + 60) found += 1;
    return found;
  };

  const deliver = (day: number, driver: Worker, swapped: boolean): Delivery => {
    const customer = anyCustomer();
    const picker = pick(chance, onDuty(pickers, day));
    // A swap that nobody wrote down: the evening instead of the day.
    const from = swapped ? driver.from + 6 * 60 : driver.from;
    const doneAt = instant(day, from + 30 + chance() * (driver.to - driver.from - 60));
    // One time in fifty the tour was planned for somebody else, and the order still says so; after a swap, one in three.
    const planned = chance() < (swapped ? 0.3 : 0.02) ? pick(chance, drivers) : driver;
    const picked = Math.min(inShift(picker, day), doneAt - 20 * MINUTE);
    const order = log.open("order", customer, picked - (1 + chance() * 30) * HOUR, doneAt, [picker.id, planned.id]);
    jobs.push(order);
    const namesake = anyCustomer();
    log.work(
      { by: picker, customer, at: picked, dataCategories: ["orders"], purpose: "ORDER_FULFIL", case: order },
      namesake,
    );
    const driving = { by: driver, customer, purpose: "DELIVERY", case: order } as const;
    log.work({ ...driving, at: doneAt - 25 * MINUTE, dataCategories: ["contact.address", "orders"] }, namesake);
    if (chance() < 0.6) {
      log.work({ ...driving, at: doneAt - 5 * MINUTE, action: "reveal", dataCategories: ["contact.phone"] }, namesake);
    }
    return { driver, customer, doneAt, order };
  };

  /** What drivers still do with jobs that are done. */
  const afterwards = (day: number, driver: Worker, done: readonly Delivery[]): void => {
    // Late paperwork: one day in ten all the day's jobs in a row, mostly at the end of the shift, else next morning.
    // One screen in three shows the address.
    if (chance() < 0.1) {
      const start =
        chance() < 0.8 ? instant(day, driver.to - 25) : instant(workingDay(driver, day + 1), driver.from - 10);
      for (const [n, { customer, order }] of done.entries()) {
        const dataCategories = chance() < 0.35 ? ["deliveries", "contact.address"] : ["deliveries"];
        const at = start + n * (1 + chance() * 3) * MINUTE;
        log.work({ by: driver, customer, at, dataCategories, purpose: "DELIVERY", case: order }, anyCustomer());
      }
    }
    for (const { customer, order, doneAt } of done) {
      const draw = chance();
      const again = {
        by: driver,
        customer,
        action: "reveal",
        dataCategories: ["contact.phone"],
        purpose: "DELIVERY",
      } as const;
      if (draw < 0.001) {
        // A parcel was forgotten: the customer calls, or dispatch asks over the radio and leaves no trace.
        const at = doneAt + (2 + chance() * 4) * HOUR;
        if (chance() < 0.75) {
          const adviser = pick(chance, onDuty(advisers, day));
          const ticket = log.open("ticket", customer, at - 30 * MINUTE, at + DAY, [adviser.id]);
          const answered = { by: adviser, customer, at: at - 20 * MINUTE, dataCategories: ["contact", "orders"] };
          log.work({ ...answered, purpose: "SUPPORT_CUSTOMER", case: ticket }, anyCustomer());
        }
        log.look({ ...again, at, case: order });
      } else if (draw < 0.003) {
        // A return is collected some days later, by the same driver under the old order's number.
        const at = inShift(driver, workingDay(driver, day + 1 + Math.floor(chance() * 9)));
        const back = log.open("return", customer, at - 2 * DAY, at + HOUR, [driver.id]);
        log.work(
          { ...again, action: "view", at: at - 40 * MINUTE, dataCategories: ["contact.address"], case: back },
          anyCustomer(),
        );
        log.look({ ...again, at: at - 10 * MINUTE, case: order });
      }
    }
  };

  const support = (day: number, adviser: Worker): void => {
    const customer = anyCustomer();
    const at = inShift(adviser, day);
    const turns = [at];
    while (chance() < 0.4) {
      const last = turns.at(-1) ?? at;
      const next =
        chance() < 0.5 ? last + (5 + chance() * 40) * MINUTE : inShift(adviser, workingDay(adviser, dayOf(last) + 1));
      turns.push(next);
    }
    const ticket = log.open("ticket", customer, at + 5 * MINUTE, (turns.at(-1) ?? at) + (10 + chance() * 90) * MINUTE, [
      adviser.id,
    ]);
    jobs.push(ticket);
    // One ticket in twenty is looked at again on the next working day: a note, a second question, nothing reopened.
    if (chance() < 0.05) turns.push(inShift(adviser, workingDay(adviser, dayOf(turns.at(-1) ?? at) + 1)));
    if (chance() < 0.3) {
      for (const found of [customer, anyCustomer(), anyCustomer()]) {
        const listed = { action: "search", involvement: "listed", eventId: `s-${ticket.id}` } as const;
        log.look({
          by: adviser,
          customer: found,
          at: at - MINUTE,
          dataCategories: ["contact.name"],
          purpose: "SEARCH_LISTED",
          more: listed,
        });
      }
    }
    for (const when of turns) {
      const told = {
        by: adviser,
        customer,
        at: when,
        dataCategories: ["contact", "orders"],
        purpose: "SUPPORT_CUSTOMER",
      };
      log.work({ ...told, case: ticket }, anyCustomer());
    }
    if (chance() < 0.06) {
      const coach = pick(chance, coaches);
      log.look({
        by: coach,
        customer,
        at: inShift(coach, workingDay(coach, day + 2)),
        dataCategories: ["tickets"],
        purpose: "QUALITY_TRAINING",
      });
    }
  };

  const pay = (day: number, clerk: Worker): void => {
    const customer = anyCustomer();
    const at = inShift(clerk, day);
    const second = chance() < 0.5 ? inShift(clerk, workingDay(clerk, day + 1)) : at;
    const refund = log.open("refund", customer, at - 2 * HOUR, Math.max(at, second) + HOUR, [clerk.id]);
    jobs.push(refund);
    const told = { by: clerk, customer, dataCategories: ["payment", "contact.name"], purpose: "BILLING", case: refund };
    log.work({ ...told, at }, anyCustomer());
    if (second > at) log.work({ ...told, at: second }, anyCustomer());
  };

  /** A complaint: one adviser for weeks; one in eight falls into their holidays, and somebody stands in. */
  const complain = (day: number, adviser: Worker): void => {
    const customer = anyCustomer();
    const weeks = 3 + Math.floor(chance() * 3);
    const at = inShift(adviser, day);
    const complaint = log.open("complaint", customer, at, at + weeks * 7 * DAY, [adviser.id]);
    const standIn = chance() < 0.12 ? pick(chance, advisers) : adviser;
    for (let on = day; on < day + weeks * 7 - 2; on += 1 + Math.floor(chance() * 6)) {
      const by = on > day + 7 && on < day + 21 ? standIn : adviser;
      const told = { customer, dataCategories: ["contact", "complaints"], purpose: "COMPLAINT_CLAIM", case: complaint };
      if (by.days.has(on)) log.work({ ...told, by, at: on === day ? at : inShift(by, on) }, anyCustomer());
    }
  };

  /** Forty businesses to each manager, once a week. One in five has no account case, and some looks name none. */
  const manage = (manager: Worker, place: number): void => {
    for (let customer = place * 40; customer < place * 40 + 40; customer += 1) {
      const hasCase = chance() < 0.8;
      const account = hasCase
        ? log.open("account", customer, instant(0, 0) - 300 * DAY, undefined, [manager.id])
        : undefined;
      for (let day = Math.floor(chance() * 7); day < DAYS; day += 7) {
        if (!manager.days.has(day)) continue;
        const told = { by: manager, customer, at: inShift(manager, day), dataCategories: ["contact", "orders"] };
        if (account && chance() < 0.9) log.work({ ...told, purpose: "ACCOUNT_ADMIN", case: account }, anyCustomer());
        else log.look({ ...told, purpose: chance() < 0.7 ? "MARKETING" : "SUPPORT_PROACTIVE" });
      }
    }
  };

  for (let day = 0; day < DAYS; day += 1) {
    const nightly = { by: { ...pick(chance, workers), id: "svc-address-check" }, dataCategories: ["contact.address"] };
    for (let n = 0; n < 30; n += 1) {
      const more = { employee: { id: "svc-address-check", type: "system" } } as const;
      log.look({ ...nightly, customer: anyCustomer(), at: instant(day, 150), purpose: "SYSTEM_AUTOMATED", more });
    }
    if (isSunday(day)) continue;
    for (const driver of onDuty(drivers, day)) {
      const swapped = chance() < 0.02;
      const done = Array.from({ length: 3 + Math.floor(chance() * 3) }, () => deliver(day, driver, swapped));
      deliveries.push(...done);
      afterwards(day, driver, done);
    }
    for (const adviser of onDuty(advisers, day)) if (chance() < 0.95) support(day, adviser);
    for (const clerk of onDuty(clerks, day)) pay(day, clerk);
    if (chance() < 0.9 && day < DAYS - 40) complain(day, pick(chance, onDuty(advisers, day)));
  }
  for (const [place, manager] of inRole("Account manager").entries()) manage(manager, place);
  return { deliveries, jobs };
};

export type Work = ReturnType<typeof tellWork>;
