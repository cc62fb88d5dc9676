import type { ClockWords } from "../clock-words.ts";
import { counter } from "../plural.ts";

const count = counter("de");

export const clock: ClockWords = {
  join: "; ",
  day: (weekday, date) => `${weekday}, ${date}`,
  moment: (day, time) => `${day}, ${time}`,
  headed: (head, clauses) => `${head}: ${clauses}.`,

  due: (day) => `Frist bis ${day}, 24 Uhr`,
  open: "Noch keine Frist",
  houseTarget: (day) => `Nach Möglichkeit beantwortet bis ${day}`,
  extensionNotice: (day) => `Eine Verlängerung ist mitzuteilen bis ${day}`,
  acknowledgement: (day) => `Eingangsbestätigung fällig bis ${day}`,
  notification: (moment) => `Zu melden bis ${moment}`,

  received: (date) => `eingegangen am ${date}`,
  identityArrived: (date) =>
    `die nötigen Angaben zur Identität sind am ${date} eingetroffen, und die Frist zählt ab diesem Tag`,
  identityAwaited: (date) =>
    `am ${date} wurde um Angaben zur Identität gebeten, und die Frist beginnt, wenn sie eintreffen`,
  identityNotAwaited: "die Frist zählt ab dem Eingang, wann immer Angaben zur Identität eintreffen",
  monthsLater: (months, date, clamped) =>
    `${months === 1 ? "einen Monat später ist" : "auf drei Monate verlängert, das ist"} der ${date}${clamped ? " (der letzte Tag dieses Monats)" : ""}`,
  daysLater: (days, date) => `${count(days, "# Tag", "# Tage")} später ist der ${date}`,
  paused: (first, last, days) =>
    first === last
      ? `die Frist ruhte am ${first}`
      : `die Frist ruhte vom ${first} bis zum ${last}, zusammen ${count(days, "# Tag", "# Tage")}`,
  pausedSince: (date) => `am ${date} wurde um eine Klarstellung gebeten, die noch aussteht, und seitdem ruht die Frist`,
  workingDay: "ein Arbeitstag",
  dayOff: { saturday: "ein Samstag", sunday: "ein Sonntag", holiday: "ein Feiertag" },
  holiday: (date) => `der ${date} ist ein Feiertag`,
  moved: (day) => `also ${day}`,
  holidaysUnknown: (year) =>
    `die Feiertage des Jahres ${year} sind hier nicht bekannt, nur Samstage und Sonntage wurden übersprungen`,
  notRolled: "Wochenenden und Feiertage verschieben dieses Datum nicht",
  breachKnown: (moment) => `bekannt seit ${moment}`,
  hoursLater: (hours, moment) => `${count(hours, "# Stunde", "# Stunden")} später ist ${moment}`,
  hoursRunOn: "Wochenenden und Feiertage zählen mit",
};
