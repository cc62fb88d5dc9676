import type { CandidateWords } from "../candidate-words.ts";
import { counter } from "../plural.ts";

const count = counter("de");

export const candidate: CandidateWords = {
  number:
    "Nach der Liste des Unternehmens gehört die Nummer oder das Konto dieser Person. Nummern können geteilt, weitergegeben oder gefälscht werden: Das ist ein Grund zu fragen und kein Beweis.",
  looks: (n) =>
    count(
      n,
      "In den 30 Tagen davor hat die Person einmal gesehen, wie der Kunde zu erreichen ist.",
      "In den 30 Tagen davor hat die Person #-mal gesehen, wie der Kunde zu erreichen ist.",
    ),
  noLooks:
    "Das Protokoll zeigt in den 30 Tagen davor keinen Blick dieser Person darauf, wie der Kunde zu erreichen ist. Eine Nummer kann man auch anders erfahren.",
  unconfirmed: (n) => count(n, "Für einen Blick belegt nichts den Grund.", "Für # Blicke belegt nichts den Grund."),
  allConfirmed: "Jeder dieser Blicke hatte einen belegten Grund.",
  near: (n) => count(n, "Ein Blick fiel in die letzten zwei Tage.", "# Blicke fielen in die letzten zwei Tage."),
};
