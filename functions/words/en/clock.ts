import type { ClockWords } from "../clock-words.ts";
import { counter } from "../plural.ts";

const count = counter("en");

export const clock: ClockWords = {
  join: "; ",
  day: (weekday, date) => `${weekday} ${date}`,
  moment: (day, time) => `${day} at ${time}`,
  headed: (head, clauses) => `${head}: ${clauses}.`,

  due: (day) => `Due by the end of ${day}`,
  open: "No due date yet",
  houseTarget: (day) => `To be answered if possible by ${day}`,
  extensionNotice: (day) => `An extension must be announced by ${day}`,
  acknowledgement: (day) => `To be acknowledged by the end of ${day}`,
  notification: (moment) => `To be notified by ${moment}`,

  received: (date) => `received ${date}`,
  identityArrived: (date) =>
    `the identity information that was needed arrived on ${date}, and the time counts from then`,
  identityAwaited: (date) => `identity information was asked for on ${date}, and the time starts when it arrives`,
  identityNotAwaited: "the time counts from receipt, whenever identity information arrives",
  monthsLater: (months, date, clamped) =>
    `${months === 1 ? "one month later" : "extended to three months, which"} is ${date}${clamped ? " (the last day of that month)" : ""}`,
  daysLater: (days, date) => `${count(days, "# day", "# days")} later is ${date}`,
  paused: (first, last, days) =>
    first === last ? `paused on ${first}` : `paused from ${first} to ${last}, ${count(days, "# day", "# days")} in all`,
  pausedSince: (date) =>
    `clarification was asked for on ${date} and has not arrived, so that the time has stood still since`,
  workingDay: "a working day",
  dayOff: { saturday: "a Saturday", sunday: "a Sunday", holiday: "a public holiday" },
  holiday: (date) => `${date} is a public holiday`,
  moved: (day) => `so ${day}`,
  holidaysUnknown: (year) => `the public holidays of ${year} are not known here, so only its weekends were left out`,
  notRolled: "weekends and public holidays do not move this date",
  breachKnown: (moment) => `known since ${moment}`,
  hoursLater: (hours, moment) => `${count(hours, "# hour", "# hours")} later is ${moment}`,
  hoursRunOn: "weekends and public holidays count",
};
