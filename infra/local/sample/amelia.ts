import { AMELIA, NEIGHBOUR, REGULARS } from "./customers.ts";
import type { Diary, Look, Matter } from "./diary.ts";
import type { Everyday } from "./everyday.ts";
import {
  ADDRESS_CHECK,
  ADVISERS,
  CLERKS,
  COMPLAINTS_HANDLER,
  COURIER,
  CURIOUS_DRIVER,
  FRAUD_ANALYST,
  PICKERS,
  QUALITY_COACH,
  REPLY_ASSISTANT,
  SHOP_ASSISTANT,
  TEAM_LEADER,
} from "./staff.ts";

const { customerId } = AMELIA;
const [, adviser, , protectedAdviser] = ADVISERS;

/** The year of the customer whom one is shown first: what anybody would expect, and what one would want to ask about. */
export const ameliasYear = (diary: Diary, everyday: Everyday, neighboursTicket: Matter): void => {
  for (const daysAgo of [338, 324, 310, 289, 275, 261, 240, 226, 205, 191, 177, 156, 142, 128, 107, 93, 79, 37, 23, 9])
    everyday.order(customerId, daysAgo, { furniture: daysAgo === 289 || daysAgo === 107 });
  for (const daysAgo of [322, 286, 203, 104, 21]) everyday.call(customerId, daysAgo);
  for (const daysAgo of [319, 201]) everyday.refund(customerId, daysAgo);
  for (const daysAgo of [304, 211, 119, 30]) everyday.invoice(customerId, daysAgo);

  curiousDriver(diary, everyday);
  complaint(diary);
  courier(diary);
  oddLooks(diary, neighboursTicket);
  routine(diary);
};

/** Four times after the delivery, on three days, in the evening. */
const curiousDriver = (diary: Diary, everyday: Everyday): void => {
  const order = everyday.order(customerId, 65, { driver: CURIOUS_DRIVER });
  const look = (daysAgo: number, time: string): Look => ({
    customerId,
    source: "delivery-app",
    by: CURIOUS_DRIVER,
    at: { daysAgo, time },
    action: "reveal",
    dataCategories: ["contact.phone"],
    fieldsRevealed: ["phone"],
    purpose: "DELIVERY",
    case: order,
  });
  diary.look(look(60, "19:12"), look(53, "20:41"), look(44, "18:57"), look(44, "19:03"));
};

const complaint = (diary: Diary): void => {
  const opened = diary.workday(150);
  const answered = diary.workday(opened - 1);
  const complaintCase = diary.open({
    customerId,
    type: "complaint",
    opened: { daysAgo: opened, time: "10:05" },
    closed: { daysAgo: diary.workday(opened - 6), time: "15:30" },
    by: [protectedAdviser, COMPLAINTS_HANDLER],
  });
  const work = { customerId, source: "help-desk", purpose: "COMPLAINT_CLAIM", case: complaintCase } as const;
  diary.look(
    {
      ...work,
      by: protectedAdviser,
      at: { daysAgo: opened, time: "10:12" },
      action: "view",
      dataCategories: ["contact", "orders", "tickets"],
      fieldsRevealed: ["name", "phone", "orders", "tickets"],
    },
    {
      ...work,
      by: REPLY_ASSISTANT,
      onBehalfOf: COMPLAINTS_HANDLER.id,
      at: { daysAgo: answered, time: "9:40" },
      action: "view",
      dataCategories: ["complaints", "messages"],
    },
    {
      ...work,
      by: COMPLAINTS_HANDLER,
      at: { daysAgo: answered, time: "9:58" },
      action: "message",
      dataCategories: ["contact.email", "complaints"],
      fieldsRevealed: ["email"],
    },
  );
};

/** A wardrobe that another company brought: it got the address. */
const courier = (diary: Diary): void => {
  const delivered = diary.workday(232);
  const order = diary.open({
    customerId,
    type: "order",
    opened: { daysAgo: delivered + 4, time: "20:15" },
    closed: { daysAgo: delivered, time: "13:00" },
    by: [PICKERS[0], COURIER],
  });
  diary.look({
    customerId,
    source: "delivery-app",
    by: COURIER,
    at: { daysAgo: delivered, time: "11:35" },
    action: "view",
    dataCategories: ["contact.name", "contact.address", "contact.phone"],
    fieldsRevealed: ["name", "address", "phone"],
    purpose: "DELIVERY",
    case: order,
    recipient: "Northway Couriers Ltd",
  });
};

/** No reason, another customer's ticket, a mistake, a refusal, a restricted check. */
const oddLooks = (diary: Diary, neighboursTicket: Matter): void => {
  const fraud = diary.open({
    customerId,
    type: "investigation",
    opened: { daysAgo: 173, time: "9:00" },
    by: [FRAUD_ANALYST],
  });
  const crm = { customerId, source: "crm", action: "view" } as const;
  diary.look(
    {
      ...crm,
      by: SHOP_ASSISTANT,
      at: { daysAgo: diary.workday(19), time: "16:42" },
      dataCategories: ["contact.address", "orders"],
      fieldsRevealed: ["name", "address", "orders"],
    },
    {
      ...crm,
      source: "help-desk",
      by: adviser,
      at: { daysAgo: diary.workday(86), time: "14:26" },
      dataCategories: ["contact", "orders"],
      fieldsRevealed: ["name", "phone", "orders"],
      purpose: "SUPPORT_CUSTOMER",
      purposeText: "caller asked about a late delivery",
      case: neighboursTicket,
    },
    {
      ...crm,
      by: CLERKS[1],
      at: { daysAgo: diary.workday(135), time: "11:08" },
      dataCategories: ["contact.name"],
      purpose: "SELF_ANNULLED",
      purposeText: "typed the wrong customer number",
    },
    {
      ...crm,
      by: PICKERS[2],
      at: { daysAgo: diary.workday(99), time: "7:51" },
      dataCategories: ["payment.card"],
      purpose: "ORDER_FULFIL",
      outcome: "denied",
    },
    {
      ...crm,
      by: FRAUD_ANALYST,
      at: { daysAgo: diary.workday(172), time: "15:20" },
      dataCategories: ["payment", "orders", "contact"],
      purpose: "FRAUD_SECURITY",
      case: fraud,
    },
  );
};

/** Looks that belong to no case: nobody opened anything, or somebody checked the service. */
const routine = (diary: Diary): void => {
  const crm = { customerId, source: "crm" } as const;
  diary.look(
    ...[330, 240, 150, 60].map(
      (daysAgo): Look => ({
        ...crm,
        by: ADDRESS_CHECK,
        at: { daysAgo, time: "2:30" },
        action: "view",
        dataCategories: ["contact.address"],
        purpose: "SYSTEM_AUTOMATED",
      }),
    ),
    ...[255, 86, 34].map(
      (daysAgo): Look => ({
        customerId: [customerId, NEIGHBOUR.customerId, REGULARS[3].customerId],
        source: "help-desk",
        by: ADVISERS[0],
        at: { daysAgo: diary.workday(daysAgo), time: "13:14" },
        action: "search",
        involvement: "listed",
        dataCategories: ["contact.name"],
        purpose: "SEARCH_LISTED",
      }),
    ),
    ...[285, 20].map(
      (daysAgo): Look => ({
        ...crm,
        source: "help-desk",
        by: QUALITY_COACH,
        at: { daysAgo: diary.workday(daysAgo), time: "11:30" },
        action: "view",
        dataCategories: ["tickets"],
        fieldsRevealed: ["ticket_text"],
        purpose: "QUALITY_TRAINING",
      }),
    ),
    {
      ...crm,
      by: TEAM_LEADER,
      at: { daysAgo: diary.workday(84), time: "9:15" },
      action: "view",
      dataCategories: ["history"],
      purpose: "AUDIT_OVERSIGHT",
    },
  );
};
