import type { Diary, Matter } from "./diary.ts";
import { ADVISERS, CLERKS, DRIVERS_ON_TOUR, FURNITURE_FITTERS, PICKERS, type SampleEmployee } from "./staff.ts";

/** What happens every day at a company that delivers: the looks that have a reason and a case that bears it out. */
export interface Everyday {
  /** An order of `daysAgo`, packed and delivered on the next days. */
  order(customerId: string, daysAgo: number, options?: { furniture?: boolean; driver?: SampleEmployee }): Matter;
  /** The customer called: an adviser finds her, opens her file and the order. */
  call(customerId: string, daysAgo: number): Matter;
  refund(customerId: string, daysAgo: number): Matter;
  invoice(customerId: string, daysAgo: number): Matter;
}

export const everydayIn = (diary: Diary, chance: () => number): Everyday => {
  const one = <Item>(items: readonly [Item, ...Item[]]): Item => items[Math.floor(chance() * items.length)] ?? items[0];
  /** A time of day between two full hours. */
  const time = (from: number, to: number): string => {
    const minute = from * 60 + Math.floor(chance() * (to - from) * 60);
    return `${Math.floor(minute / 60)}:${minute % 60}`;
  };

  return {
    order: (customerId, daysAgo, { furniture = false, driver = one(DRIVERS_ON_TOUR) } = {}) => {
      const packed = diary.workday(daysAgo - 1);
      const delivered = diary.workday(packed - 1);
      const picker = one(PICKERS);
      const fitter = one(FURNITURE_FITTERS);
      const arrival = 9 + Math.floor(chance() * 8);
      const order = diary.open({
        customerId,
        type: "order",
        opened: { daysAgo, time: time(8, 22) },
        closed: { daysAgo: delivered, time: `${arrival + 2}:00` },
        by: [picker, driver, ...(furniture ? [fitter] : [])],
      });
      const delivery = { customerId, source: "delivery-app", purpose: "DELIVERY", case: order } as const;
      diary.look(
        {
          customerId,
          source: "crm",
          by: picker,
          at: { daysAgo: packed, time: time(6, 14) },
          action: "view",
          dataCategories: ["orders", "contact.name"],
          fieldsRevealed: ["name", "order_lines"],
          purpose: "ORDER_FULFIL",
          case: order,
        },
        {
          ...delivery,
          by: driver,
          at: { daysAgo: delivered, time: `${arrival}:${10 + Math.floor(chance() * 20)}` },
          action: "view",
          dataCategories: ["contact.name", "contact.address"],
          fieldsRevealed: ["name", "address", "delivery_note"],
        },
      );
      if (chance() < 0.4)
        diary.look({
          ...delivery,
          by: driver,
          at: { daysAgo: delivered, time: `${arrival}:${40 + Math.floor(chance() * 20)}` },
          action: "call",
          dataCategories: ["contact.phone"],
          fieldsRevealed: ["phone"],
        });
      if (furniture)
        diary.look({
          customerId,
          source: "delivery-app",
          by: fitter,
          at: { daysAgo: delivered, time: `${arrival + 1}:05` },
          action: "view",
          dataCategories: ["contact.address", "orders"],
          fieldsRevealed: ["address", "order_lines"],
          purpose: "INSTALLATION",
          case: order,
        });
      return order;
    },

    call: (customerId, daysAgo) => {
      const day = diary.workday(daysAgo);
      const hour = 9 + Math.floor(chance() * 9);
      const adviser = one(ADVISERS);
      const ticket = diary.open({
        customerId,
        type: "ticket",
        opened: { daysAgo: day, time: `${hour}:00` },
        closed: { daysAgo: day, time: `${hour}:50` },
        by: [adviser],
      });
      const work = { customerId, source: "help-desk", by: adviser, purpose: "SUPPORT_CUSTOMER", case: ticket } as const;
      diary.look({
        ...work,
        at: { daysAgo: day, time: `${hour}:${2 + Math.floor(chance() * 8)}` },
        action: "view",
        dataCategories: ["contact", "orders"],
        fieldsRevealed: ["name", "phone", "orders"],
      });
      if (chance() < 0.5)
        diary.look({
          ...work,
          at: { daysAgo: day, time: `${hour}:${20 + Math.floor(chance() * 20)}` },
          action: "update",
          dataCategories: ["tickets"],
          fieldsRevealed: ["ticket_text"],
        });
      return ticket;
    },

    refund: (customerId, daysAgo) => {
      const day = diary.workday(daysAgo);
      const clerk = one(CLERKS);
      const refund = diary.open({
        customerId,
        type: "refund",
        opened: { daysAgo: day, time: "9:30" },
        closed: { daysAgo: diary.workday(day - 1), time: "17:00" },
        by: [clerk],
      });
      diary.look({
        customerId,
        source: "billing",
        by: clerk,
        at: { daysAgo: day, time: time(10, 17) },
        action: "view",
        dataCategories: ["payment", "refunds", "orders"],
        fieldsRevealed: ["iban", "amount", "order_lines"],
        purpose: "BILLING",
        case: refund,
      });
      return refund;
    },

    invoice: (customerId, daysAgo) => {
      const day = diary.workday(daysAgo);
      const clerk = CLERKS[2];
      const invoice = diary.open({
        customerId,
        type: "invoice",
        opened: { daysAgo: day, time: "8:00" },
        closed: { daysAgo: diary.workday(day - 1), time: "17:00" },
        by: [clerk],
      });
      diary.look({
        customerId,
        source: "billing",
        by: clerk,
        at: { daysAgo: day, time: time(9, 16) },
        action: "print",
        dataCategories: ["invoices", "contact.address"],
        fieldsRevealed: ["invoice", "address"],
        purpose: "BILLING",
        case: invoice,
      });
      return invoice;
    },
  };
};
