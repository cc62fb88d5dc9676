import type { ClockWords } from "../clock-words.ts";
import { counter } from "../plural.ts";

const count = counter("fr");

export const clock: ClockWords = {
  join: "\u00a0; ",
  day: (weekday, date) => `${weekday} ${date}`,
  moment: (day, time) => `${day} à ${time}`,
  headed: (head, clauses) => `${head}\u00a0: ${clauses}.`,

  due: (day) => `Réponse due au plus tard le ${day}`,
  open: "Pas encore de date limite",
  houseTarget: (day) => `Réponse souhaitée au plus tard le ${day}`,
  extensionNotice: (day) => `Une prolongation doit être annoncée au plus tard le ${day}`,
  acknowledgement: (day) => `Accusé de réception dû au plus tard le ${day}`,
  notification: (moment) => `À notifier au plus tard le ${moment}`,

  received: (date) => `reçue le ${date}`,
  identityArrived: (date) =>
    `les informations d’identité nécessaires sont arrivées le ${date}, et le délai court à partir de ce jour`,
  identityAwaited: (date) =>
    `des informations d’identité ont été demandées le ${date}, et le délai commence à leur arrivée`,
  identityNotAwaited: "le délai court dès la réception, quelle que soit la date d’arrivée des informations d’identité",
  monthsLater: (months, date, clamped) =>
    `${months === 1 ? "un mois plus tard, c’est" : "délai prolongé à trois mois, ce qui donne"} le ${date}${clamped ? " (dernier jour de ce mois)" : ""}`,
  daysLater: (days, date) => `${count(days, "# jour", "# jours")} plus tard, c’est le ${date}`,
  paused: (first, last, days) =>
    first === last
      ? `délai suspendu le ${first}`
      : `délai suspendu du ${first} au ${last}, soit ${count(days, "# jour", "# jours")} en tout`,
  pausedSince: (date) =>
    `des précisions ont été demandées le ${date} et ne sont pas encore arrivées\u00a0: le délai est suspendu depuis`,
  workingDay: "un jour ouvré",
  dayOff: { saturday: "un samedi", sunday: "un dimanche", holiday: "un jour férié" },
  holiday: (date) => `le ${date} est un jour férié`,
  moved: (day) => `donc le ${day}`,
  holidaysUnknown: (year) =>
    `les jours fériés de ${year} ne sont pas connus ici, seuls les samedis et dimanches ont été écartés`,
  notRolled: "ni les week-ends ni les jours fériés ne déplacent cette date",
  breachKnown: (moment) => `connue depuis le ${moment}`,
  hoursLater: (hours, moment) => `${count(hours, "# heure", "# heures")} plus tard, c’est le ${moment}`,
  hoursRunOn: "les week-ends et les jours fériés comptent",
};
