import type { ClockWords } from "../clock-words.ts";
import { counter } from "../plural.ts";

const count = counter("es");

export const clock: ClockWords = {
  join: "; ",
  day: (weekday, date) => `${weekday} ${date}`,
  moment: (day, time) => `${day}, ${time}`,
  headed: (head, clauses) => `${head}: ${clauses}.`,

  due: (day) => `Plazo hasta el ${day} inclusive`,
  open: "Todavía sin plazo",
  houseTarget: (day) => `Respuesta deseada hasta el ${day}`,
  extensionNotice: (day) => `Una prórroga debe comunicarse a más tardar el ${day}`,
  acknowledgement: (day) => `Acuse de recibo debido hasta el ${day} inclusive`,
  notification: (moment) => `Debe notificarse hasta el ${moment}`,

  received: (date) => `recibida el ${date}`,
  identityArrived: (date) =>
    `la información de identidad necesaria llegó el ${date}, y el plazo cuenta a partir de ese día`,
  identityAwaited: (date) => `se pidió información de identidad el ${date}, y el plazo empieza cuando llegue`,
  identityNotAwaited: "el plazo cuenta desde la recepción, llegue cuando llegue la información de identidad",
  monthsLater: (months, date, clamped) =>
    `${months === 1 ? "un mes después es" : "prorrogado a tres meses, lo que da"} el ${date}${clamped ? " (el último día de ese mes)" : ""}`,
  daysLater: (days, date) => `${count(days, "# día", "# días")} después es el ${date}`,
  paused: (first, last, days) =>
    first === last
      ? `plazo suspendido el ${first}`
      : `plazo suspendido del ${first} al ${last}, en total ${count(days, "# día", "# días")}`,
  pausedSince: (date) =>
    `se pidió una aclaración el ${date}, aún no ha llegado y desde entonces el plazo está suspendido`,
  workingDay: "día laborable",
  dayOff: { saturday: "sábado", sunday: "domingo", holiday: "día festivo" },
  holiday: (date) => `el ${date} es día festivo`,
  moved: (day) => `por tanto, el ${day}`,
  holidaysUnknown: (year) =>
    `los días festivos de ${year} no se conocen aquí, solo se han descartado sábados y domingos`,
  notRolled: "ni los fines de semana ni los días festivos mueven esta fecha",
  breachKnown: (moment) => `conocida desde el ${moment}`,
  hoursLater: (hours, moment) => `${count(hours, "# hora", "# horas")} después es el ${moment}`,
  hoursRunOn: "los fines de semana y los días festivos cuentan",
};
