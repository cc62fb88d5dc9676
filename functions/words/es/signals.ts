import { counter } from "../plural.ts";
import type { SignalWords } from "../signal-words.ts";

const count = counter("es");
const looks = (opens: number): string => count(opens, "# consulta", "# consultas");
const when = (first: string, last: string): string =>
  first === last ? `el ${first}` : `entre el ${first} y el ${last}`;
const later = (hours: number): string =>
  hours < 48 ? count(hours, "# hora", "# horas") : count(Math.floor(hours / 24), "# día", "# días");

export const signals: SignalWords = {
  titles: {
    "no-business-link": "Sin relación con un expediente",
    "contradicted-case": "El expediente no encaja",
    "contact-after-job": "Datos de contacto después del trabajo",
    "repeat-interest": "La misma persona una y otra vez",
    "outside-shift": "Fuera del horario",
    colleague: "La persona también trabaja aquí",
    household: "La persona vive muy cerca",
    "declared-conflict": "Un conflicto declarado",
    "search-fishing": "Muchas búsquedas por nombre",
    volume: "Muchas personas en un día",
    export: "Una exportación",
    "break-glass": "Se anuló un bloqueo",
    leaver: "Fuera del tiempo de empleo",
    "contact-report": "Se comunicó un contacto",
    "look-back": "Revisión después de una decisión",
    "poor-reasons": "Motivos que dicen poco",
    "log-gap": "Una laguna en el registro",
    "denied-then-granted": "Abierto después de una denegación",
    "bulk-read": "Muchas fichas de una vez",
  },
  sentences: {
    "no-business-link": ({ opens, firstAt, lastAt }, { date }) =>
      `${looks(opens)} ${when(date(firstAt), date(lastAt))} sin relación con un expediente de la persona.`,
    "contradicted-case": ({ opens, firstAt, lastAt }, { date }) =>
      `${looks(opens)} ${when(date(firstAt), date(lastAt))} con un expediente que no encaja: es de otra persona, no se conoce o no estaba abierto entonces.`,
    "contact-after-job": ({ opens, hoursAfter, endedAt }, { date }) =>
      `Los datos de contacto se abrieron ${count(opens, "una vez", "# veces")} después de que el trabajo terminara el ${date(endedAt)}, la última ${later(hoursAfter)} más tarde.`,
    "repeat-interest": ({ opens, days, cases }) =>
      `Los datos de la persona se abrieron ${count(opens, "una vez", "# veces")} en ${count(days, "# día", "# días distintos")}, ${cases === 0 ? "sin indicar ningún expediente" : `con ${count(cases, "# expediente indicado", "# expedientes indicados")}`}.`,
    "outside-shift": ({ opens, minutes }) =>
      `${looks(opens)} fuera de los turnos previstos, hasta ${count(minutes, "# minuto", "# minutos")} del más cercano.`,
    colleague: ({ opens }) => `${looks(opens)} sobre una persona que también trabaja aquí.`,
    household: ({ opens, shared }) =>
      `${looks(opens)} sobre una persona que vive ${shared === "address" ? "en la misma dirección" : "en la misma calle"} que el empleado.`,
    "declared-conflict": ({ opens, declaredBy }) =>
      `${looks(opens)} entre dos personas de las que ${declaredBy === "customer" ? "el cliente" : "el empleado"} declaró que son demasiado cercanas.`,
    "search-fishing": ({ searches, opened, firstAt }, { date }) =>
      `El ${date(firstAt)} hubo ${count(searches, "# búsqueda", "# búsquedas")} por nombre en una hora, y después ${count(opened, "se abrió # ficha", "se abrieron # fichas")}.`,
    volume: ({ customers, day: on, median }, { day }) =>
      `El ${day(on)} se abrieron sin explicación los datos de ${count(customers, "# persona", "# personas")}; en este puesto lo habitual es ${median} al día.`,
    export: ({ records, firstAt }, { date }) =>
      `El ${date(firstAt)} se exportaron los datos de ${count(records, "# persona", "# personas")}.`,
    "break-glass": ({ opens, firstAt }, { date }) =>
      `Se anuló un bloqueo ${count(opens, "una vez", "# veces")}, la primera el ${date(firstAt)}. Esto siempre se revisa.`,
    leaver: ({ opens, side, date: on }, { day }) =>
      `${looks(opens)} con esta cuenta ${side === "after-leaving" ? "después del último día de trabajo" : "antes del primer día de trabajo"}, el ${day(on)}.`,
    "contact-report": ({ opens, contactedAt, senderMatches }, { date }) =>
      senderMatches
        ? `Se comunicó un contacto el ${date(contactedAt)} desde un número o una dirección que la empresa tiene como de este empleado.`
        : `Se comunicó un contacto el ${date(contactedAt)}; en los 30 días anteriores hubo ${count(opens, "# consulta", "# consultas")} de los datos de contacto.`,
    "look-back": ({ opens, confirmedAt }, { date }) =>
      `Después de la decisión del ${date(confirmedAt)} sobre otra persona, ${count(opens, "# consulta de esta queda", "# consultas de esta quedan")} sin explicación.`,
    "poor-reasons": ({ missing, looks: all, identical }) =>
      `${count(missing, "# consulta", "# consultas")} de ${all} sin motivo, y hasta ${identical} al día con el mismo texto.`,
    "log-gap": (gap, write) => {
      const source = write.source(gap.source);
      switch (gap.kind) {
        case "silence":
          return `${source} no ha enviado nada desde el ${write.date(gap.after)}.`;
        case "numbers":
          return `${source}: ${count(gap.missing, "# entrada", "# entradas")} ${when(write.date(gap.after), write.date(gap.before))} nunca ${count(gap.missing, "nos llegó", "nos llegaron")}.`;
        case "count":
          return `${source}: según su propio recuento, ${count(gap.announced, "# entrada", "# entradas")} el ${write.day(gap.day)}; hemos recibido ${count(gap.received, "#")}.`;
        case "no-count":
          return `${source} no ha dicho cuántas entradas hubo el ${write.day(gap.day)}.`;
      }
    },
    "denied-then-granted": ({ deniedAt, minutes }, { date }) =>
      `Se denegó una consulta el ${date(deniedAt)}, y ${count(minutes, "# minuto", "# minutos")} después se abrieron los datos de la misma persona.`,
    "bulk-read": ({ day: on, reads, records }, { day }) =>
      `El ${day(on)} ${count(records, "se leyó # ficha", "se leyeron # fichas")} de una vez en ${count(reads, "# consulta", "# consultas")}, sin que nadie sepa de quién.`,
  },
  needsExplanation: "Esto necesita una explicación.",
};
