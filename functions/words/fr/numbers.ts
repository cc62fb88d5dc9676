import type { NumbersWords } from "../numbers-words.ts";
import { counter } from "../plural.ts";

const count = counter("fr");
const VOWEL = /^[ao]/;

export const numbers: NumbersWords = {
  title: (month) => `Chiffres ${VOWEL.test(month) ? "d’" : "de "}${month}`,
  made: (date, time) => `Établis le ${date} à ${time}.`,
  counted: (accesses, automated) =>
    `Comptés sur ${count(accesses, "# accès", "# accès")} du journal, dont ${count(automated, "#")} sans qu’une personne en soit à l’origine. Le mois est compté en UTC.`,
  finality: {
    "not-over": "Le mois n’est pas terminé\u00a0: ces chiffres vont encore augmenter.",
    early: "Ce qui est signalé tardivement, jusqu’à une semaine après le mois, n’est pas encore entièrement compté.",
  },

  evidence: "Dans quelle mesure les raisons sont étayées",
  looked: (people, looks) =>
    `${count(people, "# personne a", "# personnes ont")} consulté des données ${count(looks, "# fois", "# fois")}.`,
  refused: (tries) =>
    `${count(tries, "# autre tentative a été refusée", "# autres tentatives ont été refusées")}\u00a0: personne n’a rien vu.`,
  tooFew:
    "Moins de cinq personnes différentes ont consulté des données ce mois-ci. Rien n’est dit de leurs consultations.",
  byUnit: "Consultations par service",
  unitHeads: ["Service", "Personnes", "Consultations"],
  noUnit: "Aucun service indiqué",
  others: (units) => `Autres services (${units})`,
  all: "Total",
  whyOthers:
    "Les services où moins de cinq personnes différentes ont consulté des données sont comptés ensemble sous «\u00a0Autres services\u00a0», pour qu’aucun chiffre ne parle de quelques personnes. Si elles étaient encore moins de cinq ensemble, le service suivant par la taille est compté avec eux, pour que rien ne puisse être déduit du reste.",

  times: "Combien de temps les clients ont attendu",
  recordsAtOnce: (records) =>
    `${count(records, "# demande a reçu", "# demandes ont reçu")} une réponse immédiate, par le relevé lui-même\u00a0; le tableau ne les compte pas.`,
  timesCaption: "Réponses données dans le mois",
  timeHeads: ["Objet", "Réponses", "Médiane, en jours", "90e centile, en jours", "Après l’échéance"],
  waits: { all: "Total", question: "Questions", "contact-report": "Signalements de contact" },
  howTimes:
    "Jours entiers de la réception à la réponse, y compris ceux où le délai était suspendu. Centiles par rang le plus proche\u00a0: cette part des clients a attendu aussi longtemps ou moins. Ce qui est à la fois question et signalement compte dans les deux lignes.",

  decisions: "Ce qui a été décidé",
  decisionsCaption: "Décisions et dossiers ouverts",
  decisionHeads: ["Objet", "Nombre"],
  outcomes: {
    explained: "Clos\u00a0: expliqué",
    misuse: "Clos\u00a0: abus constaté",
    "no-finding": "Clos\u00a0: rien constaté",
    refused: "Clos\u00a0: refusé",
    "partly-refused": "Clos\u00a0: refusé en partie",
    withdrawn: "Clos\u00a0: retiré",
  },
  closedSignals: "Dont ouverts par une règle",
  open: "Ouverts à présent",
  openOverdue: "Ouverts à présent et en retard",
  breaches: {
    marked: "Abus retenu (violation de données)",
    notifiedInTime: "Autorité informée dans les 72 heures",
    notifiedLate: "Autorité informée plus tard",
    riskUnlikely: "Autorité non informée\u00a0: risque faible",
  },
  releases: {
    proposed: "Communication d’un nom proposée",
    approved: "Approuvée par une seconde personne",
    declined: "Communication refusée",
    expired: "Communication caduque sans décision",
  },
  openNow: "«\u00a0À présent\u00a0» désigne le moment où les chiffres ont été établis.",
};
