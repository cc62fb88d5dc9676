import { NEIGHBOUR, REGULARS, TWO_ADDRESSES } from "./customers.ts";
import type { Diary, Look, Matter } from "./diary.ts";
import type { Everyday } from "./everyday.ts";
import { ADVISERS, CURIOUS_DRIVER, type SampleEmployee, SHOP_ASSISTANT } from "./staff.ts";

const [, imran, charlotte, lukas, maria] = REGULARS;
const [, , adviser] = ADVISERS;

const phone = (by: SampleEmployee, customerId: string, daysAgo: number, time: string, order?: Matter): Look => ({
  customerId,
  by,
  source: order ? "delivery-app" : "crm",
  at: { daysAgo, time },
  action: "reveal",
  dataCategories: ["contact.phone"],
  fieldsRevealed: ["phone"],
  ...(order && { purpose: "DELIVERY", case: order }),
});

/** Looks at other customers that are hard to explain: the desk has matters about some of them. */
export const oddLooks = (diary: Diary, everyday: Everyday): void => {
  for (const { customerId } of [NEIGHBOUR, lukas]) everyday.order(customerId, 48, { driver: CURIOUS_DRIVER });
  const charlottes = everyday.order(charlotte.customerId, 52, { driver: CURIOUS_DRIVER });
  const dominics = everyday.order(TWO_ADDRESSES.customerId, 88, { driver: CURIOUS_DRIVER });
  diary.look(
    phone(CURIOUS_DRIVER, charlotte.customerId, 27, "20:16", charlottes),
    phone(CURIOUS_DRIVER, charlotte.customerId, 13, "21:02", charlottes),
    phone(CURIOUS_DRIVER, TWO_ADDRESSES.customerId, 51, "19:37", dominics),
    phone(CURIOUS_DRIVER, TWO_ADDRESSES.customerId, 50, "22:11", dominics),
    phone(adviser, maria.customerId, diary.workday(26), "17:52"),
    phone(adviser, maria.customerId, diary.workday(24), "18:05"),
    phone(SHOP_ASSISTANT, imran.customerId, diary.workday(9), "12:20"),
  );
};
