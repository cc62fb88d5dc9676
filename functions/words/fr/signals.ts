import { counter } from "../plural.ts";
import type { SignalWords } from "../signal-words.ts";

const count = counter("fr");
const looks = (opens: number): string => count(opens, "# consultation", "# consultations");
const when = (first: string, last: string): string =>
  first === last ? `le ${first}` : `entre le ${first} et le ${last}`;
const later = (hours: number): string =>
  hours < 48 ? count(hours, "# heure", "# heures") : count(Math.floor(hours / 24), "# jour", "# jours");

export const signals: SignalWords = {
  titles: {
    "no-business-link": "Aucun lien avec un dossier",
    "contradicted-case": "Le dossier ne correspond pas",
    "contact-after-job": "Coordonnées après la fin du travail",
    "repeat-interest": "Le même client, encore et encore",
    "outside-shift": "En dehors des horaires",
    colleague: "Le client est un collègue",
    household: "Le client habite tout près",
    "declared-conflict": "Un conflit déclaré",
    "search-fishing": "De nombreuses recherches par nom",
    volume: "De nombreux clients en un jour",
    export: "Une exportation",
    "break-glass": "Un verrou a été levé",
    leaver: "En dehors de la période d’emploi",
    "contact-report": "Un contact a été signalé",
    "look-back": "Relecture après une décision",
    "poor-reasons": "Des raisons qui disent peu",
    "log-gap": "Une lacune dans le journal",
    "denied-then-granted": "Ouvert après un refus",
    "bulk-read": "De nombreux dossiers en bloc",
  },
  sentences: {
    "no-business-link": ({ opens, firstAt, lastAt }, { date }) =>
      `${looks(opens)} ${when(date(firstAt), date(lastAt))}, sans lien avec un dossier du client.`,
    "contradicted-case": ({ opens, firstAt, lastAt }, { date }) =>
      `${looks(opens)} ${when(date(firstAt), date(lastAt))} sous un dossier qui ne correspond pas\u00a0: il est celui d’un autre client, n’est pas connu ou n’était pas ouvert à ce moment-là.`,
    "contact-after-job": ({ opens, hoursAfter, endedAt }, { date }) =>
      `Les coordonnées ont été ouvertes ${count(opens, "# fois")} après la fin du travail le ${date(endedAt)}, la dernière fois ${later(hoursAfter)} plus tard.`,
    "repeat-interest": ({ opens, days, cases }) =>
      `Les données du client ont été ouvertes ${count(opens, "# fois")} sur ${count(days, "# jour", "# jours différents")}, ${cases === 0 ? "sans qu’un dossier soit indiqué" : `avec ${count(cases, "# dossier indiqué", "# dossiers indiqués")}`}.`,
    "outside-shift": ({ opens, minutes }) =>
      `${looks(opens)} en dehors des horaires prévus, jusqu’à ${count(minutes, "# minute", "# minutes")} du plus proche.`,
    colleague: ({ opens }) => `${looks(opens)} au sujet d’un client qui travaille aussi ici.`,
    household: ({ opens, shared }) =>
      `${looks(opens)} au sujet d’un client ${shared === "address" ? "qui habite à la même adresse" : "qui habite dans la même rue"} que l’employé.`,
    "declared-conflict": ({ opens, declaredBy }) =>
      `${looks(opens)} entre deux personnes que ${declaredBy === "customer" ? "le client" : "l’employé"} a déclarées trop proches.`,
    "search-fishing": ({ searches, opened, firstAt }, { date }) =>
      `Le ${date(firstAt)}, ${count(searches, "# recherche par nom a été faite", "# recherches par nom ont été faites")} en une heure, suivies de ${count(opened, "# dossier ouvert", "# dossiers ouverts")}.`,
    volume: ({ customers, day: on, median }, { day }) =>
      `Le ${day(on)}, les données de ${count(customers, "# client", "# clients")} ont été ouvertes sans explication\u00a0; dans cette fonction, ${median} par jour est habituel.`,
    export: ({ records, firstAt }, { date }) =>
      `Le ${date(firstAt)}, les données de ${count(records, "# client", "# clients")} ont été exportées.`,
    "break-glass": ({ opens, firstAt }, { date }) =>
      `Un verrou a été levé ${count(opens, "# fois")}, la première fois le ${date(firstAt)}. Cela est toujours examiné.`,
    leaver: ({ opens, side, date: on }, { day }) =>
      `${looks(opens)} sous ce compte ${side === "after-leaving" ? "après le dernier jour de travail" : "avant le premier jour de travail"}, le ${day(on)}.`,
    "contact-report": ({ opens, contactedAt, senderMatches }, { date }) =>
      senderMatches
        ? `Le client a signalé un contact le ${date(contactedAt)} depuis un numéro ou une adresse que l’entreprise connaît comme ceux de cet employé.`
        : `Le client a signalé un contact le ${date(contactedAt)}\u00a0; dans les 30 jours précédents, ses coordonnées avaient fait l’objet de ${count(opens, "# consultation", "# consultations")}.`,
    "look-back": ({ opens, confirmedAt }, { date }) =>
      `Après la décision du ${date(confirmedAt)} sur un autre client, ${count(opens, "# consultation de celui-ci reste", "# consultations de celui-ci restent")} sans explication.`,
    "poor-reasons": ({ missing, looks: all, identical }) =>
      `${count(missing, "# consultation", "# consultations")} sur ${all} sans raison, et jusqu’à ${identical} par jour avec le même texte.`,
    "log-gap": (gap, write) => {
      const source = write.source(gap.source);
      switch (gap.kind) {
        case "silence":
          return `${source} n’a rien envoyé depuis le ${write.date(gap.after)}.`;
        case "numbers":
          return `${source}\u00a0: ${count(gap.missing, "# entrée", "# entrées")} ${when(write.date(gap.after), write.date(gap.before))} ne nous ${count(gap.missing, "est jamais parvenue", "sont jamais parvenues")}.`;
        case "count":
          return `${source}\u00a0: selon son propre décompte, ${count(gap.announced, "# entrée", "# entrées")} le ${write.day(gap.day)}\u00a0; nous en avons reçu ${count(gap.received, "#")}.`;
        case "no-count":
          return `${source} n’a pas indiqué combien d’entrées il y avait le ${write.day(gap.day)}.`;
      }
    },
    "denied-then-granted": ({ deniedAt, minutes }, { date }) =>
      `Une consultation a été refusée le ${date(deniedAt)}, et ${count(minutes, "# minute", "# minutes")} plus tard les données du même client ont été ouvertes.`,
    "bulk-read": ({ day: on, reads, records }, { day }) =>
      `Le ${day(on)}, ${count(records, "# dossier a été lu", "# dossiers ont été lus")} en bloc en ${count(reads, "# consultation", "# consultations")}, sans que l’on sache de qui.`,
  },
  needsExplanation: "Cela demande une explication.",
};
