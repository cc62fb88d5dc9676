import type { NumbersWords } from "../numbers-words.ts";
import { counter } from "../plural.ts";

const count = counter("es");

export const numbers: NumbersWords = {
  title: (month) => `Cifras de ${month}`,
  made: (date, time) => `Elaboradas el ${date} a las ${time}.`,
  counted: (accesses, automated) =>
    `Contadas a partir de ${count(accesses, "# acceso", "# accesos")} del registro, de los que ${count(automated, "#")} no los causó ninguna persona. El mes se cuenta en UTC.`,
  finality: {
    "not-over": "El mes no ha terminado: estas cifras aún crecerán.",
    early: "Lo que se comunica con retraso, hasta una semana después del mes, aún no está contado del todo.",
  },

  evidence: "Hasta qué punto están respaldados los motivos",
  looked: (people, looks) =>
    `${count(people, "# persona consultó", "# personas consultaron")} datos ${count(looks, "una vez", "# veces")}.`,
  refused: (tries) =>
    `${count(tries, "Otro # intento fue rechazado", "Otros # intentos fueron rechazados")}: nadie vio nada.`,
  tooFew: "Menos de cinco personas distintas consultaron datos este mes. No se dice nada de sus consultas.",
  byUnit: "Consultas por unidad",
  unitHeads: ["Unidad", "Personas", "Consultas"],
  noUnit: "Sin unidad registrada",
  others: (units) => `Otras unidades (${units})`,
  all: "Total",
  whyOthers:
    "Las unidades en las que consultaron datos menos de cinco personas distintas se cuentan juntas en «Otras unidades», para que ninguna cifra hable de unas pocas personas. Si juntas aún fueran menos de cinco, se cuenta con ellas la unidad siguiente en tamaño, para que nada pueda deducirse del resto.",

  times: "Cuánto esperaron los clientes",
  recordsAtOnce: (records) =>
    `${count(records, "# solicitud se respondió", "# solicitudes se respondieron")} en el acto, con el propio informe; la tabla no las cuenta.`,
  timesCaption: "Respondido en el mes",
  timeHeads: ["Qué", "Respondido", "Mediana, días", "Percentil 90, días", "Tras el vencimiento"],
  waits: { all: "Total", question: "Preguntas", "contact-report": "Avisos de contacto" },
  howTimes:
    "Días enteros desde la recepción hasta la respuesta, con los días en que el plazo estuvo suspendido. Percentiles por rango más cercano: esa parte de los clientes esperó tanto o menos. Lo que es pregunta y aviso a la vez cuenta en ambas filas.",

  decisions: "Qué se decidió",
  decisionsCaption: "Decisiones y asuntos abiertos",
  decisionHeads: ["Qué", "Número"],
  outcomes: {
    explained: "Cerrado: explicado",
    misuse: "Cerrado: uso indebido constatado",
    "no-finding": "Cerrado: sin hallazgos",
    refused: "Cerrado: denegado",
    "partly-refused": "Cerrado: denegado en parte",
    withdrawn: "Cerrado: retirado",
  },
  closedSignals: "De ellos, abiertos por una regla",
  open: "Abiertos ahora",
  openOverdue: "Abiertos ahora y vencidos",
  breaches: {
    marked: "Uso indebido señalado (violación de datos)",
    notifiedInTime: "Autoridad avisada en 72 horas",
    notifiedLate: "Autoridad avisada más tarde",
    riskUnlikely: "Autoridad no avisada: riesgo improbable",
  },
  releases: {
    proposed: "Comunicación de un nombre propuesta",
    approved: "Aprobada por una segunda persona",
    declined: "Comunicación rechazada",
    expired: "Comunicación caducada sin decisión",
  },
  openNow: "«Ahora» es el momento en que se elaboraron las cifras.",
};
