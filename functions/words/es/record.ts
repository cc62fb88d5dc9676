import { counter } from "../plural.ts";
import type { RecordWords } from "../record-words.ts";

const count = counter("es");

export const record: RecordWords = {
  lastMonths: (months) => count(months, "En el último mes,", "En los últimos # meses,"),
  since: (date) => `Desde el ${date},`,
  between: (first, last) => `Entre el ${first} y el ${last},`,
  on: (date) => `El ${date},`,

  nobodyLooked: (period) => `${period} nadie ha consultado sus datos`,
  peopleLooked: (period, people, times) =>
    `${period} ${count(people, "# persona ha", "# personas han")} consultado sus datos ${count(times, "una vez", "# veces")}`,
  withoutReason: (accesses) =>
    count(accesses, "# consulta no tiene motivo registrado", "# consultas no tienen motivo registrado"),
  contradicted: (accesses) =>
    count(accesses, "# consulta no coincide con el motivo indicado", "# consultas no coinciden con el motivo indicado"),
  join: "; ",
  listedOnly: (looks) =>
    count(looks, "En # de estas consultas su nombre solo apareció en una lista; su ficha no se abrió."),
  refused: (attempts) =>
    count(attempts, "Además, se denegó # intento de consulta.", "Además, se denegaron # intentos de consulta."),
  automated: (accesses) =>
    count(
      accesses,
      "Se suma # acceso automático: no miró ninguna persona.",
      "Se suman # accesos automáticos: no miró ninguna persona.",
    ),

  keptFor: (months, horizon) =>
    `La norma de la empresa es conservar las entradas ${count(months, "# mes", "# meses")}. Según esta norma, las anteriores al ${horizon} se borraron.`,
  keptLonger:
    "Algunas entradas más antiguas se conservaron más tiempo, a propósito o porque usted tenía abierta una pregunta o una solicitud; este registro muestra las de su periodo.",
  erasedOnRequest: (date) => `Lo registrado antes del ${date} se borró porque usted lo pidió.`,
  unreadable: (entries) =>
    count(
      entries,
      "# entrada del registro propio de la empresa no se pudo leer y falta aquí.",
      "# entradas del registro propio de la empresa no se pudieron leer y faltan aquí.",
    ),
  ofSource: (source, sentence) => `${source}: ${sentence}`,
  entriesSince: (since, lastReceived) => `entradas desde el ${since}; última recepción, el ${lastReceived}.`,
  nothingYet: "todavía no se ha recibido nada.",
  countedSince: (date) => `las lagunas se ven desde el ${date}.`,
  gap: (missing, after, before) =>
    count(
      missing,
      `# entrada entre el ${after} y el ${before} nunca nos llegó.`,
      `# entradas entre el ${after} y el ${before} nunca nos llegaron.`,
    ),
  gapOn: (missing, date) =>
    count(missing, `# entrada del ${date} nunca nos llegó.`, `# entradas del ${date} nunca nos llegaron.`),
  gaps: (missing, gaps) =>
    count(
      missing,
      `# entrada, en ${count(gaps, "# laguna", "# lagunas")}, nunca nos llegó.`,
      `# entradas, en ${count(gaps, "# laguna", "# lagunas")}, nunca nos llegaron.`,
    ),

  silent: "desde entonces, en silencio más tiempo de lo habitual; pueden faltar entradas más recientes.",
  shortDay: (announced, received, date) =>
    count(
      announced,
      `según su propio recuento, # entrada el ${date}; hemos recibido ${count(received, "#")}.`,
      `según su propio recuento, # entradas el ${date}; hemos recibido ${count(received, "#")}.`,
    ),
  shortDays: (missing, days) =>
    `según su propio recuento, ${count(missing, "# entrada", "# entradas")} de ${count(days, "# día", "# días")} nunca ${count(missing, "nos llegó", "nos llegaron")}.`,

  uncounted: (sources) => `Entradas sin número correlativo, en las que no se vería una laguna: ${sources}.`,
  noGaps: "No se conoce ninguna laguna.",
  bulkRead: (date, records, reader) =>
    `El ${date}, ${reader} leyó ${count(records, "# ficha", "# fichas")} de una vez; la suya puede estar entre ellas.`,
  bulkReads: (first, last, reads, people, records) =>
    `Entre el ${first} y el ${last}, ${people === 0 ? "procesos automáticos leyeron" : count(people, "# persona leyó", "# personas leyeron")} ${count(records, "# ficha", "# fichas")} en ${count(reads, "# lectura masiva", "# lecturas masivas")}; la suya puede estar entre ellas.`,
  automaticReader: "un proceso automático",

  restricted:
    "En algunos casos la ley permite que una empresa no muestre consultas durante un tiempo, por ejemplo mientras se investiga un fraude. Esta frase figura en todos los registros, tanto si en el suyo falta algo como si no.",
  names: {
    name: "Usted ve al personal por su nombre. Cuando una persona necesita protección, ve en su lugar un nombre en clave como «K7P-Robin». La misma persona tiene siempre el mismo nombre en clave en su registro.",
    dpo: "Usted ve al personal con un nombre en clave como «K7P-Robin», porque la ley también lo protege. La misma persona tiene siempre el mismo nombre en clave en su registro. Si necesita un nombre para ejercer sus derechos, pídalo: una persona decide en cada caso.",
    handle:
      "Usted ve al personal con un nombre en clave como «K7P-Robin», porque la ley también lo protege. La misma persona tiene siempre el mismo nombre en clave en su registro.",
  },
  questions: (dpo, email) =>
    `¿Algo de esto le parece incorrecto? Escriba a ${dpo}, ${email}. También puede reclamar en cualquier momento ante su autoridad de protección de datos.`,
};
