import { counter } from "../plural.ts";
import type { SignalWords } from "../signal-words.ts";

const count = counter("de");
const looks = (opens: number): string => count(opens, "# Zugriff", "# Zugriffe");
const when = (first: string, last: string): string =>
  first === last ? `am ${first}` : `zwischen dem ${first} und dem ${last}`;
const later = (hours: number): string =>
  hours < 48 ? count(hours, "# Stunde", "# Stunden") : count(Math.floor(hours / 24), "# Tag", "# Tage");

export const signals: SignalWords = {
  titles: {
    "no-business-link": "Kein Bezug zu einem Vorgang",
    "contradicted-case": "Der Vorgang passt nicht",
    "contact-after-job": "Kontaktdaten nach dem Auftrag",
    "repeat-interest": "Immer wieder dieselbe Person",
    "outside-shift": "Außerhalb der Arbeitszeit",
    colleague: "Die betroffene Person arbeitet hier",
    household: "Die betroffene Person wohnt in der Nähe",
    "declared-conflict": "Eine erklärte Befangenheit",
    "search-fishing": "Viele Suchen nach Namen",
    volume: "Viele Personen an einem Tag",
    export: "Eine Ausleitung von Daten",
    "break-glass": "Eine Sperre wurde aufgehoben",
    leaver: "Außerhalb der Beschäftigung",
    "contact-report": "Eine Kontaktaufnahme wurde gemeldet",
    "look-back": "Rückschau nach einer Entscheidung",
    "poor-reasons": "Gründe, die wenig sagen",
    "log-gap": "Eine Lücke im Protokoll",
    "denied-then-granted": "Geöffnet nach einer Ablehnung",
    "bulk-read": "Viele Datensätze auf einmal",
  },
  sentences: {
    "no-business-link": ({ opens, firstAt, lastAt }, { date }) =>
      `${looks(opens)} ${when(date(firstAt), date(lastAt))} ohne Bezug zu einem Vorgang der betroffenen Person.`,
    "contradicted-case": ({ opens, firstAt, lastAt }, { date }) =>
      `${looks(opens)} ${when(date(firstAt), date(lastAt))} unter einem Vorgang, der nicht passt: Er gehört jemand anderem, ist nicht bekannt oder war damals nicht offen.`,
    "contact-after-job": ({ opens, hoursAfter, endedAt }, { date }) =>
      `Kontaktdaten wurden ${count(opens, "einmal", "#-mal")} geöffnet, nachdem der Auftrag am ${date(endedAt)} beendet war, zuletzt ${later(hoursAfter)} danach.`,
    "repeat-interest": ({ opens, days, cases }) =>
      `Die Daten der betroffenen Person wurden ${count(opens, "einmal", "#-mal")} an ${count(days, "# Tag", "# verschiedenen Tagen")} geöffnet; ${cases === 0 ? "ein Vorgang wurde nicht genannt" : count(cases, "# Vorgang wurde genannt", "# Vorgänge wurden genannt")}.`,
    "outside-shift": ({ opens, minutes }) =>
      `${looks(opens)} außerhalb der geplanten Schichten, bis zu ${count(minutes, "# Minute", "# Minuten")} von der nächsten entfernt.`,
    colleague: ({ opens }) => `${looks(opens)} auf Daten einer Person, die auch hier arbeitet.`,
    household: ({ opens, shared }) =>
      `${looks(opens)} auf Daten einer Person, die ${shared === "address" ? "unter derselben Anschrift" : "in derselben Straße"} wohnt wie die oder der Mitarbeitende.`,
    "declared-conflict": ({ opens, declaredBy }) =>
      `${looks(opens)} zwischen zwei Menschen, von denen ${declaredBy === "customer" ? "die betroffene Person" : "die oder der Mitarbeitende"} gesagt hat, dass sie sich zu nahe stehen.`,
    "search-fishing": ({ searches, opened, firstAt }, { date }) =>
      `Am ${date(firstAt)} gab es binnen einer Stunde ${count(searches, "# Suche", "# Suchen")} nach Namen; danach ${count(opened, "wurde # Datensatz", "wurden # Datensätze")} geöffnet.`,
    volume: ({ customers, day: on, median }, { day }) =>
      `Am ${day(on)} wurden die Daten von ${count(customers, "# Person", "# Personen")} ohne Erklärung geöffnet; in dieser Funktion sind ${median} am Tag üblich.`,
    export: ({ records, firstAt }, { date }) =>
      `Am ${date(firstAt)} wurden die Daten von ${count(records, "# Person", "# Personen")} ausgeleitet.`,
    "break-glass": ({ opens, firstAt }, { date }) =>
      `Eine Sperre wurde ${count(opens, "einmal", "#-mal")} aufgehoben, zuerst am ${date(firstAt)}. Das wird immer geprüft.`,
    leaver: ({ opens, side, date: on }, { day }) =>
      `${looks(opens)} unter diesem Konto ${side === "after-leaving" ? "nach dem letzten Arbeitstag" : "vor dem ersten Arbeitstag"}, dem ${day(on)}.`,
    "contact-report": ({ opens, contactedAt, senderMatches }, { date }) =>
      senderMatches
        ? `Am ${date(contactedAt)} wurde eine Kontaktaufnahme gemeldet, von einer Nummer oder Adresse, die dem Unternehmen als die dieser oder dieses Mitarbeitenden bekannt ist.`
        : `Am ${date(contactedAt)} wurde eine Kontaktaufnahme gemeldet; in den 30 Tagen davor gab es ${count(opens, "# Zugriff", "# Zugriffe")} auf die Kontaktdaten.`,
    "look-back": ({ opens, confirmedAt }, { date }) =>
      `Nach der Entscheidung vom ${date(confirmedAt)} über eine andere Person ${count(opens, "bleibt # Zugriff", "bleiben # Zugriffe")} auf diese hier ohne Erklärung.`,
    "poor-reasons": ({ missing, looks: all, identical }) =>
      `${count(missing, "# Zugriff", "# Zugriffe")} von ${all} ohne Grund, und bis zu ${identical} am Tag mit demselben Text.`,
    "log-gap": (gap, write) => {
      const source = write.source(gap.source);
      switch (gap.kind) {
        case "silence":
          return `${source} hat seit dem ${write.date(gap.after)} nichts gesendet.`;
        case "numbers":
          return `${source}: ${count(gap.missing, "# Eintrag", "# Einträge")} ${when(write.date(gap.after), write.date(gap.before))} ${count(gap.missing, "hat", "haben")} uns nie erreicht.`;
        case "count":
          return `${source}: nach eigener Zählung ${count(gap.announced, "# Eintrag", "# Einträge")} am ${write.day(gap.day)}; bei uns angekommen: ${count(gap.received, "#")}.`;
        case "no-count":
          return `${source} hat nicht mitgeteilt, wie viele Einträge es am ${write.day(gap.day)} gab.`;
      }
    },
    "denied-then-granted": ({ deniedAt, minutes }, { date }) =>
      `Ein Zugriff wurde am ${date(deniedAt)} verweigert, und ${count(minutes, "# Minute", "# Minuten")} später wurden die Daten derselben Person geöffnet.`,
    "bulk-read": ({ day: on, reads, records }, { day }) =>
      `Am ${day(on)} ${count(records, "wurde # Datensatz", "wurden # Datensätze")} in ${count(reads, "# Zugriff", "# Zugriffen")} auf einmal gelesen, ohne dass jemand weiß, wessen.`,
  },
  needsExplanation: "Das braucht eine Erklärung.",
};
