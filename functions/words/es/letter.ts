import type { LetterWords } from "../letter-words.ts";

export const letter: LetterWords = {
  title: "Quién ha consultado sus datos",
  logoOf: (company) => `Logotipo de ${company}`,
  salutation: "Estimado cliente, estimada clienta:",
  opening: (company) =>
    `Usted preguntó a ${company} quién ha consultado sus datos. Esta carta enumera todas las consultas registradas: cuándo, por qué, qué se vio, quién fue y si el motivo está respaldado.`,

  reference: "Referencia",
  period: "Periodo",
  fromTo: (first, last) => `del ${first} al ${last}`,
  made: "Elaborado",
  at: (date, time) => `el ${date} a las ${time}`,
  times: "Horas",
  timesOf: (zone) => `Hora local (${zone})`,

  coverage: "Qué abarca este registro",
  looks: "Las consultas, día por día",
  standing: "Conviene saber",
  columns: ["Hora", "Por qué", "Qué se vio", "Quién", "¿Está respaldado el motivo?"],
  roleNotRecorded: "función no registrada",
  employeeTypes: {
    employee: "personal propio",
    contractor: "personal externo",
    processor: "proveedor externo",
    system: "sistema informático",
    ai_agent: "agente de IA",
  },
  onBehalfOf: (handle) => `en nombre de ${handle}`,
  explained: (date) => `Explicada por la delegada o el delegado de protección de datos el ${date}:`,

  evidence: { confirmed: "Confirmado", stated: "Declarado", contradicted: "Contradicho", missing: "Falta" },
  evidenceHeading: "Cómo se comprobaron los motivos",
  evidenceMeans: {
    confirmed: "El motivo coincide con un expediente suyo, y la persona o su equipo se ocupaba de él.",
    stated: "Se indicó un motivo, pero los demás sistemas de la empresa no lo respaldan del todo.",
    contradicted: "Se indicó un motivo, pero lo que dicen los demás sistemas de la empresa lo contradice.",
    missing: "No se registró ningún motivo. La empresa le debe uno.",
  },

  continued: (day) => `${day} (continuación)`,
  page: (page, pages) => `Página ${page} de ${pages}`,
  unprintable: "Algunos caracteres no se pueden imprimir en esta carta. Los archivos JSON y CSV los contienen todos.",
};
