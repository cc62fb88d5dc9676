import type { CandidateWords } from "../candidate-words.ts";
import { counter } from "../plural.ts";

const count = counter("fr");

export const candidate: CandidateWords = {
  number:
    "D’après la liste de l’entreprise, ce numéro ou ce compte est le sien. Il peut être partagé, transmis ou usurpé\u00a0: c’est une raison de lui poser la question, pas une preuve.",
  looks: (n) =>
    count(
      n,
      "Cette personne a vu comment joindre le client # fois dans les 30 jours précédents.",
      "Cette personne a vu comment joindre le client # fois dans les 30 jours précédents.",
    ),
  noLooks:
    "Le journal ne montre aucune consultation des coordonnées du client par cette personne dans les 30 jours précédents. Un numéro peut aussi être connu autrement.",
  unconfirmed: (n) =>
    count(n, "Pour # consultation, rien ne confirme le motif.", "Pour # consultations, rien ne confirme le motif."),
  allConfirmed: "Chacune de ces consultations avait un motif confirmé.",
  near: (n) =>
    count(
      n,
      "# consultation a eu lieu dans les deux derniers jours.",
      "# consultations ont eu lieu dans les deux derniers jours.",
    ),
};
