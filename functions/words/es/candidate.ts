import type { CandidateWords } from "../candidate-words.ts";
import { counter } from "../plural.ts";

const count = counter("es");

export const candidate: CandidateWords = {
  number:
    "Según la lista de la empresa, el número o la cuenta es de esta persona. Puede compartirse, cederse o falsificarse: es un motivo para preguntarle, no una prueba.",
  looks: (n) =>
    count(
      n,
      "Vio cómo contactar con el cliente una vez en los 30 días anteriores.",
      "Vio cómo contactar con el cliente # veces en los 30 días anteriores.",
    ),
  noLooks:
    "El registro no muestra que esta persona mirara cómo contactar con el cliente en los 30 días anteriores. Un número también puede conocerse de otra manera.",
  unconfirmed: (n) =>
    count(n, "Para una consulta nada respalda el motivo.", "Para # consultas nada respalda el motivo."),
  allConfirmed: "Cada una de estas consultas tenía un motivo respaldado.",
  near: (n) => count(n, "Una consulta fue en los dos últimos días.", "# consultas fueron en los dos últimos días."),
};
