import type { ConfirmedMisuse } from "../../functions/domain/signals/look-back.ts";
import type { CompanyLog, Told } from "./company-log.ts";
import {
  BUSINESSES,
  type Chance,
  customerKey,
  DAYS,
  dayOf,
  instant,
  type People,
  pick,
  type Worker,
} from "./company-people.ts";
import type { Work } from "./company-work.ts";

const HOUR = 3_600_000;

/** Six ways in which employees misuse what they can see, as regulators' and courts' cases tell them. */
export const MISUSE_KINDS = [
  "contact-after-job",
  "repeat-interest",
  "colleague",
  "contradicted-case",
  "look-back",
  "household",
] as const;
export type MisuseKind = (typeof MISUSE_KINDS)[number];

export interface Planted {
  /** `known`: the misuse from which a look-back starts; people decided about it already. */
  readonly kind: MisuseKind | "known";
  readonly employeeId: string;
  readonly customerKey: string;
}

/** Plants misuse into the year. Whoever does it takes no care to fit a rule: some of it is hard to see, or not at all. */
export const plantMisuse = (log: CompanyLog, people: People, work: Work, chance: Chance) => {
  const { workers, customers, homes, accounts } = people;
  const planted: Planted[] = [];
  const misuses: ConfirmedMisuse[] = [];
  const plant = (kind: Planted["kind"], by: Worker, customer: number) =>
    planted.push({ kind, employeeId: by.id, customerKey: customerKey(customer) });

  const someone = (): number => BUSINESSES + Math.floor(chance() * (customers.length - BUSINESSES));
  /** At work or after it, but never on a day off: the account works at the company only. */
  const whenOf = ({ days, from, to }: Worker, near: number): number => {
    let day = Math.min(Math.max(near, 0), DAYS - 1);
    while (!days.has(day) && day < DAYS - 1) day += 1;
    return instant(day, chance() < 0.6 ? from + chance() * (to - from) : to + chance() * 120);
  };
  const contact = () => (chance() < 0.6 ? ["contact.phone"] : ["contact.address", "contact.phone"]);
  const seeing = (): Pick<Told, "action" | "dataCategories"> => ({
    action: chance() < 0.55 ? "reveal" : "view",
    dataCategories: chance() < 0.8 ? contact() : ["orders"],
  });
  /** The reason that somebody without one gives. */
  const excuse = (by: Worker, at: number): Pick<Told, "purpose" | "case"> => {
    const draw = chance();
    if (draw < 0.3) return { purpose: "NOT_RECORDED" };
    if (draw < 0.7) return { purpose: by.role === "Driver" ? "DELIVERY" : "SUPPORT_CUSTOMER" };
    if (draw < 0.8) return { purpose: "QUALITY_TRAINING" };
    return { purpose: "SUPPORT_CUSTOMER", case: currentJob(by, at) };
  };
  /** Something that the employee, or somebody, really worked on that day. */
  const currentJob = (by: Worker, at: number) => {
    const ofDay = (jobsByDay.get(dayOf(at)) ?? []).filter(({ employeeIds }) => employeeIds.includes(by.id));
    return ofDay.length > 0 ? pick(chance, ofDay) : pick(chance, work.jobs);
  };
  const jobsByDay = Map.groupBy(work.jobs, ({ closedAt, openedAt }) => dayOf(Date.parse(closedAt ?? openedAt)));
  const anyone = () => pick(chance, workers);
  const someDay = () => 5 + Math.floor(chance() * (DAYS - 70));

  /** The driver who goes on opening a customer's number: sometimes the same evening, mostly days and weeks later. */
  for (let n = 0; n < 60; n += 1) {
    const { driver, customer, doneAt, order } = pick(chance, work.deliveries);
    if (dayOf(doneAt) > DAYS - 40) continue;
    plant("contact-after-job", driver, customer);
    let at =
      chance() < 0.15 ? Math.max(instant(dayOf(doneAt), driver.to + 30 + chance() * 200), doneAt + 2.5 * HOUR) : 0;
    for (let turn = 0; turn === 0 || (turn < 4 && chance() < 0.6); turn += 1) {
      if (at === 0) at = whenOf(driver, dayOf(doneAt) + 1 + Math.floor(chance() * 7));
      const draw = chance();
      const reason =
        draw < 0.8 ? { purpose: "DELIVERY", case: order } : { purpose: draw < 0.9 ? "DELIVERY" : "NOT_RECORDED" };
      log.look({ by: driver, customer, at, ...seeing(), dataCategories: contact(), ...reason });
      at = whenOf(driver, dayOf(at) + 1 + Math.floor(chance() * 7));
    }
  }

  /** The former partner, the celebrity, the obsession: again and again. One in ten names a case that really runs. */
  for (let n = 0; n < 40; n += 1) {
    const cover =
      chance() < 0.1
        ? pick(
            chance,
            work.jobs.filter(({ type }) => type === "ticket"),
          )
        : undefined;
    const customer = cover ? Number(cover.customerKey.slice("customer-".length)) : someone();
    const by = anyone();
    plant("repeat-interest", by, customer);
    let day = cover ? dayOf(Date.parse(cover.openedAt)) : someDay();
    const turns = 4 + Math.floor(chance() * 6);
    for (let turn = 0; turn < turns; turn += 1) {
      const at = whenOf(by, day);
      log.look({
        by,
        customer,
        at,
        ...seeing(),
        ...(cover ? { purpose: "SUPPORT_CUSTOMER", case: cover } : excuse(by, at)),
      });
      day += Math.floor(chance() * 8);
    }
  }

  /** What does the new one in payments order, and where does she live? */
  for (let n = 0; n < 40; n += 1) {
    const [id, customer] = pick(chance, [...accounts]);
    const by = anyone();
    if (by.id === id) continue;
    plant("colleague", by, customer);
    for (let turn = 0; turn < 1 + Math.floor(chance() * 3); turn += 1) {
      const at = whenOf(by, someDay());
      log.look({ by, customer, at, ...seeing(), ...excuse(by, at) });
    }
  }

  /** A look that hides behind a case: today's job, a number out of the air, the customer's order of last season. */
  for (let n = 0; n < 50; n += 1) {
    const old = pick(chance, work.jobs);
    const draw = chance();
    const customer = draw < 0.25 ? Number(old.customerKey.slice("customer-".length)) : someone();
    const by = anyone();
    const from =
      draw < 0.25 ? dayOf(Date.parse(old.closedAt ?? old.openedAt)) + 45 + Math.floor(chance() * 40) : someDay();
    if (from > DAYS - 20) continue;
    plant("contradicted-case", by, customer);
    for (
      let turn = 0, day = from;
      turn === 0 || (turn < 4 && chance() < 0.6);
      turn += 1, day += Math.floor(chance() * 6)
    ) {
      const at = whenOf(by, day);
      const invented = { type: "ticket", id: `TI-${100_000 + Math.floor(chance() * 200_000)}` };
      const named = draw < 0.25 ? old : draw < 0.5 ? invented : currentJob(by, at);
      log.look({ by, customer, at, ...seeing(), purpose: "SUPPORT_CUSTOMER", case: named });
    }
  }

  /** People who were found out once. The others they looked up show little, one by one. */
  for (let n = 0; n < 8; n += 1) {
    const by = anyone();
    const first = someone();
    plant("known", by, first);
    misuses.push({
      employeeId: by.id,
      customerKey: customerKey(first),
      confirmedAt: new Date(instant(DAYS, 0)).toISOString(),
    });
    for (let target = 0; target < 3 + Math.floor(chance() * 4); target += 1) {
      const customer = someone();
      plant("look-back", by, customer);
      for (let turn = 0; turn < 1 + Math.floor(chance() * 2); turn += 1) {
        const at = whenOf(by, someDay());
        log.look({ by, customer, at, ...seeing(), ...excuse(by, at) });
      }
    }
  }

  /** The neighbour across the street, the flatmate, the family next door. */
  const settled = workers.filter(({ id }) => homes.get(id) !== undefined);
  for (let n = 0; n < 40; n += 1) {
    const by = pick(chance, settled);
    const home = homes.get(by.id) ?? 0;
    const customer = Math.floor(home / 20) * 20 + Math.floor(chance() * 20);
    if (accounts.get(by.id) === customer) continue;
    plant("household", by, customer);
    for (let turn = 0; turn < 1 + Math.floor(chance() * 3); turn += 1) {
      const at = whenOf(by, someDay());
      log.look({ by, customer, at, ...seeing(), ...excuse(by, at) });
    }
  }
  return { planted, misuses };
};
