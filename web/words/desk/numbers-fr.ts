import type { NumbersPageWords } from "./numbers-en.ts";

export const numbersFr: NumbersPageWords = {
  link: "Chiffres pour la direction",
  title: "Chiffres pour la direction",
  back: "Retour aux dossiers ouverts",
  loading: "Chargement des chiffres…",
  month: "Mois",
  none: "Aucun mois n’a encore été compté.",
  noneLead:
    "Un mois est compté de lui-même le 2 du mois suivant, puis de nouveau le 9, quand les signalements tardifs sont arrivés. Qui exploite le portail peut le compter à tout moment.",
  pdf: "Télécharger en PDF",
  csv: "Télécharger en CSV",
  preparing: "Préparation du fichier…",
  saved: "{name} est enregistré. Il est consigné que vous l’avez pris.",
  stale:
    "Un fichier quitte la maison. Pour cela, vous devez montrer une nouvelle fois qui vous êtes\u00a0; vous revenez ensuite à cette page.",
};
