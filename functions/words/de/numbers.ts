import type { NumbersWords } from "../numbers-words.ts";
import { counter } from "../plural.ts";

const count = counter("de");

export const numbers: NumbersWords = {
  title: (month) => `Zahlen für ${month}`,
  made: (date, time) => `Erstellt am ${date} um ${time} Uhr.`,
  counted: (accesses, automated) =>
    `Gezählt aus ${count(accesses, "# Zugriff", "# Zugriffen")} im Protokoll; ${count(automated, "#")} davon hat keine Person ausgelöst. Der Monat ist in UTC gezählt.`,
  finality: {
    "not-over": "Der Monat ist noch nicht zu Ende: Diese Zahlen werden noch wachsen.",
    early: "Was verspätet gemeldet wird, bis zu einer Woche nach dem Monat, ist noch nicht vollständig gezählt.",
  },

  evidence: "Wie weit Gründe belegt sind",
  looked: (people, looks) =>
    `${count(people, "# Person hat", "# Personen haben")} ${count(looks, "einmal", "#-mal")} Daten angesehen.`,
  refused: (tries) =>
    `${count(tries, "# weiterer Versuch wurde", "# weitere Versuche wurden")} abgewiesen: Niemand hat etwas gesehen.`,
  tooFew:
    "In diesem Monat haben weniger als fünf verschiedene Personen Daten angesehen. Über diese Zugriffe wird nichts gesagt.",
  byUnit: "Zugriffe nach Abteilung",
  unitHeads: ["Abteilung", "Personen", "Zugriffe"],
  noUnit: "Keine Abteilung vermerkt",
  others: (units) => `Übrige Abteilungen (${units})`,
  all: "Alle",
  whyOthers:
    "Abteilungen, in denen weniger als fünf verschiedene Personen Daten angesehen haben, sind unter „Übrige Abteilungen“ zusammengezählt, damit keine Zahl von wenigen Personen spricht. Wären es auch zusammen weniger als fünf, so ist die nächstgrößere Abteilung mitgezählt, damit sich aus dem Rest nichts errechnen lässt.",

  times: "Wie lange Kundinnen und Kunden gewartet haben",
  recordsAtOnce: (records) =>
    `${count(records, "# Anfrage wurde", "# Anfragen wurden")} sofort durch die Auskunft selbst beantwortet; die Tabelle zählt sie nicht mit.`,
  timesCaption: "Im Monat beantwortet",
  timeHeads: ["Was", "Beantwortet", "Median, Tage", "90. Perzentil, Tage", "Nach der Frist"],
  waits: { all: "Alle", question: "Fragen", "contact-report": "Meldungen eines Kontakts" },
  howTimes:
    "Ganze Tage vom Eingang bis zur Antwort, mit den Tagen, an denen die Frist ruhte. Perzentile nach dem nächsten Rang: Dieser Anteil hat so lange oder kürzer gewartet. Was Frage und Meldung zugleich ist, zählt in beiden Zeilen.",

  decisions: "Was entschieden wurde",
  decisionsCaption: "Entscheidungen und Offenes",
  decisionHeads: ["Was", "Anzahl"],
  outcomes: {
    explained: "Abgeschlossen: erklärt",
    misuse: "Abgeschlossen: Missbrauch festgestellt",
    "no-finding": "Abgeschlossen: nichts festgestellt",
    refused: "Abgeschlossen: abgelehnt",
    "partly-refused": "Abgeschlossen: teilweise abgelehnt",
    withdrawn: "Abgeschlossen: zurückgezogen",
  },
  closedSignals: "Davon durch eine Regel eröffnet",
  open: "Jetzt offen",
  openOverdue: "Jetzt offen und überfällig",
  breaches: {
    marked: "Missbrauch vermerkt (Datenpanne)",
    notifiedInTime: "Behörde binnen 72 Stunden informiert",
    notifiedLate: "Behörde später informiert",
    riskUnlikely: "Behörde nicht informiert: kaum Risiko",
  },
  releases: {
    proposed: "Nennung eines Namens vorgeschlagen",
    approved: "Nennung von einer zweiten Person genehmigt",
    declined: "Nennung abgelehnt",
    expired: "Nennung ohne Entscheidung verfallen",
  },
  openNow: "„Jetzt“ ist der Zeitpunkt, zu dem die Zahlen erstellt wurden.",
};
