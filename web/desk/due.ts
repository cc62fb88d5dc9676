import { daysUntil, hoursTo } from "./when.ts";
import { w, wCount } from "./words.ts";

/** "in 12 days", "today", "3 days late". */
export const dueWords = (dueOn: string, now: number): string => {
  const days = daysUntil(dueOn, now);
  if (days < 0) return wCount("queue.late", -days);
  return days === 0 ? w("queue.dueToday") : days === 1 ? w("queue.dueTomorrow") : wCount("queue.dueIn", days);
};

/** How much of the 72 hours is left, or since when they are over. */
export const hoursWords = (notifyBy: string, now: number): string => {
  const { h, min, over } = hoursTo(notifyBy, now);
  return w(over ? "queue.over" : "queue.left", { h, min });
};
