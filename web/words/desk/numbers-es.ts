import type { NumbersPageWords } from "./numbers-en.ts";

export const numbersEs: NumbersPageWords = {
  link: "Cifras para la dirección",
  title: "Cifras para la dirección",
  back: "Volver a los asuntos abiertos",
  loading: "Cargando las cifras…",
  month: "Mes",
  none: "Todavía no se ha contado ningún mes.",
  noneLead:
    "Un mes se cuenta solo el día 2 del siguiente y de nuevo el 9, cuando han llegado los avisos tardíos. Quien gestiona el portal puede contarlo en cualquier momento.",
  pdf: "Descargar en PDF",
  csv: "Descargar en CSV",
  preparing: "Preparando el archivo…",
  saved: "{name} está guardado. Consta que usted lo ha descargado.",
  stale: "Un archivo sale de la casa. Para ello tiene que mostrar otra vez quién es; después vuelve a esta página.",
};
