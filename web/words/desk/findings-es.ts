import type { FindingsWords } from "./findings-en.ts";

export const findingsEs: FindingsWords = {
  link: "Señales sin cliente",
  title: "Señales sin cliente",
  back: "Volver a los asuntos abiertos",
  loading: "Buscando las señales…",
  lead: "Lo que las reglas encontraron y no corresponde a ningún cliente: una forma de trabajar o un hueco en lo que envía un sistema. Nada de esto dice que alguien haya obrado mal. Queda abierto hasta que alguien escribe en qué quedó.",
  none: "No hay nada abierto y no se ha encontrado nada últimamente.",
  employee: "Persona {id}",
  source: "Sistema {source}",
  found: "Encontrado por primera vez el {first}, por última el {last}",
  looks: { one: "{n} consulta", other: "{n} consultas" },
  words: "En qué quedó",
  wordsHint: "Solo lo lee el escritorio.",
  save: "Dar por atendido",
  saving: "Guardando…",
  changed: "Mientras tanto, otra persona ha escrito sobre esto. Léalo; sus palabras siguen aquí.",
  done: "Atendido por {name} el {day}",
  onlyOfficer: "De esto se ocupa la persona responsable de la protección de datos.",
};
