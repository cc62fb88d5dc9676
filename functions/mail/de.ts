import { counter } from "../words/plural.ts";
import type { MailWords } from "./mail-words.ts";

const counted = counter("de");

export const de: MailWords = {
  code: ({ name, host }, digits) => ({
    subject: `Ihr Bestätigungscode für ${name}`,
    parts: [
      `Jemand hat auf ${host} Ihre E-Mail-Adresse eingegeben, um zu sehen, wer bei ${name} Ihre Daten angesehen hat. Wenn Sie das waren, ist dies Ihr Code:`,
      { digits },
      "Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben. Er gilt nur in diesem Browser, nur einmal und nur 10 Minuten ab der Anforderung.",
      "Diese E-Mail enthält keinen Link, und niemand wird Sie je am Telefon, per E-Mail oder Nachricht nach diesem Code fragen. Geben Sie ihn niemandem, auch uns nicht.",
      "Sie waren es nicht? Dann müssen Sie nichts tun. Ohne den Code sieht niemand etwas.",
    ],
  }),
  unknown: ({ name, host, dpo }) => ({
    subject: `${name} hat unter dieser Adresse nichts gespeichert`,
    parts: [
      `Jemand hat auf ${host} Ihre E-Mail-Adresse eingegeben, um zu sehen, wer bei ${name} die Daten dahinter angesehen hat.`,
      "Unter dieser Adresse haben wir keine Kundendaten gespeichert. Es gibt also nichts, was jemand hätte ansehen können, und nichts, was wir Ihnen zeigen könnten. Dies ist unsere Auskunft nach Art. 15 DSGVO.",
      "Sind Sie mit einer anderen Adresse Kundin oder Kunde? Dann fragen Sie bitte mit dieser.",
      "Sie waren es nicht? Dann müssen Sie nichts tun. Wir senden diese Auskunft höchstens einmal am Tag.",
      `Fragen richten Sie bitte an ${dpo.name}: ${dpo.email}`,
    ],
  }),
  paused: ({ name, host, dpo }) => ({
    subject: "Zu viele falsche Codes: zwei Stunden Pause",
    parts: [
      `Auf ${host} wurden für Ihre E-Mail-Adresse 20 falsche Codes in Folge eingegeben. Niemand ist hineingekommen. Damit das so bleibt, wird in den nächsten zwei Stunden kein Code gesendet, und keiner gilt.`,
      "Waren Sie es? Dann fordern Sie danach einen neuen Code an. Nur der neueste gilt, und nur in dem Browser, der ihn angefordert hat.",
      `Sie waren es nicht? Dann wollte jemand sehen, wer bei ${name} Ihre Daten angesehen hat. Sie müssen nichts tun, können es aber melden: ${dpo.name}, ${dpo.email}`,
    ],
  }),
  confirmation: ({ name, dpo }, reference) => ({
    subject: `Ihre Anfrage ${reference}`,
    parts: [
      `Sie haben ${name} gefragt, wer Ihre Daten angesehen hat. Wir haben dies als Ihre Anfrage nach Art. 15 DSGVO entgegengenommen und sofort mit der Übersicht auf der Seite beantwortet.`,
      { digits: reference },
      "Bitte nennen Sie dieses Zeichen, wenn Sie uns dazu schreiben.",
      `Sie waren es nicht? Dann kann jemand anderes Ihre E-Mails lesen. Ändern Sie das Passwort Ihres Postfachs und melden Sie es: ${dpo.name}, ${dpo.email}`,
    ],
  }),
  news: ({ name, host, dpo }, reference) => ({
    subject: `Es gibt etwas Neues: ${reference}`,
    parts: [
      `In Ihrem Vorgang bei ${name} hat sich etwas geändert:`,
      { digits: reference },
      `Um es zu lesen, geben Sie ${host} in Ihren Browser ein und bestätigen Sie dort diese Adresse. Sie finden es unter „Meine Anfragen“.`,
      "Damit niemand mitliest, sagt diese E-Mail nicht, was es ist, und sie enthält keinen Link.",
      `Sie wissen nichts davon? Melden Sie es: ${dpo.name}, ${dpo.email}`,
    ],
  }),
  deskNews: ({ name, host }, reference, to) => ({
    subject: `Am Schreibtisch: ${reference}`,
    parts: [
      {
        dpo: `Am Schreibtisch von ${name} wartet etwas auf die Datenschutzbeauftragten:`,
        approver: `Am Schreibtisch von ${name} wartet eine Entscheidung auf die zweite Person:`,
      }[to],
      { digits: reference },
      `Um es zu sehen, geben Sie ${host} in Ihren Browser ein und melden Sie sich am Schreibtisch an. Diese E-Mail enthält weder Link noch persönliche Angaben.`,
    ],
  }),
  deskOverdue: ({ name, host }, reference, what) => ({
    subject: `Überfällig am Schreibtisch: ${reference}`,
    parts: [
      {
        answer: `Eine Antwort, die ${name} schuldet, ist überfällig: Die Frist des Gesetzes ist abgelaufen.`,
        breach: `Bei ${name} wurde vor 72 Stunden ein Missbrauch festgestellt, und niemand hat bisher entschieden, ob die Aufsichtsbehörde davon erfahren muss.`,
      }[what],
      { digits: reference },
      `Um es zu sehen, geben Sie ${host} in Ihren Browser ein und melden Sie sich am Schreibtisch an. Diese E-Mail kommt nur einmal und enthält weder Link noch persönliche Angaben.`,
    ],
  }),
  signals: ({ name, host }, count) => ({
    subject: `Am Schreibtisch: ${counted(count, "# Hinweis wartet", "# Hinweise warten")}`,
    parts: [
      `Für Zugriffe auf Kundendaten fehlt eine Erklärung. Am Schreibtisch von ${name} ${counted(count, "wartet # Hinweis", "warten # Hinweise")} auf die Datenschutzbeauftragten. Ein Hinweis beschuldigt niemanden: Er sagt, was zu sehen war.`,
      `Um ${count === 1 ? "ihn" : "sie"} zu sehen, geben Sie ${host} in Ihren Browser ein und melden Sie sich am Schreibtisch an. Diese E-Mail enthält weder Link noch persönliche Angaben.`,
    ],
  }),
  ask: ({ name, host, dpo }, link, to, day) => ({
    subject: `Eine Frage der Datenschutzbeauftragten von ${name}`,
    parts: [
      {
        employee: `Die Datenschutzbeauftragten von ${name} haben eine Frage zu Zugriffen auf die Daten eines Kunden oder einer Kundin, die unter Ihrem Namen erfasst sind.`,
        manager: `Die Datenschutzbeauftragten von ${name} haben eine Frage zu Zugriffen auf die Daten eines Kunden oder einer Kundin durch jemanden aus Ihrem Team.`,
      }[to],
      "Es ist eine Frage und nicht mehr: Niemandem wird etwas vorgeworfen. Wer den Grund kennt, wird gehört, bevor jemand urteilt.",
      `Bitte antworten Sie auf dieser Seite bis ${day}, 24 Uhr:`,
      { link },
      `Der Link beginnt mit der Adresse des Portals, ${host}. Er gilt einmal. Bitte geben Sie ihn nicht weiter: Wer ihn hat, kann an Ihrer Stelle antworten.`,
      `Möchten Sie lieber sprechen, oder zweifeln Sie an dieser E-Mail? Wenden Sie sich an ${dpo.name}: ${dpo.email}`,
    ],
  }),
  addressCode: ({ name, host, dpo }, digits) => ({
    subject: `Ihr Code, um diese Adresse für ${name} zu bestätigen`,
    parts: [
      `Jemand hat auf ${host} darum gebeten, künftig bei ${name} diese Adresse zu verwenden. Wenn Sie das waren, ist dies Ihr Code:`,
      { digits },
      "Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben. Er gilt nur in diesem Browser, nur einmal und nur 10 Minuten ab der Anforderung.",
      "Es ändert sich nichts sofort: Zuerst erfährt die bisherige Adresse davon, und die Änderung wartet einige Tage.",
      "Diese E-Mail enthält keinen Link, und niemand wird Sie je am Telefon, per E-Mail oder Nachricht nach diesem Code fragen. Geben Sie ihn niemandem, auch uns nicht.",
      `Sie waren es nicht? Dann müssen Sie nichts tun. Ohne den Code ändert sich nichts. Fragen richten Sie bitte an ${dpo.name}: ${dpo.email}`,
    ],
  }),
  addressChanging: ({ name, host, dpo }, moment) => ({
    subject: `Ihre Adresse bei ${name} wird geändert`,
    parts: [
      `Jemand, der diese Adresse bestätigt hatte, hat auf ${host} darum gebeten, dass bei ${name} eine andere an ihre Stelle tritt. Die Änderung gilt ab: ${moment}.`,
      "Waren Sie es? Dann müssen Sie nichts tun.",
      `Sie waren es nicht? Dann kann jemand anderes Ihre E-Mails lesen. Melden Sie es vor diesem Zeitpunkt, damit die Änderung aufgehalten werden kann, und ändern Sie das Passwort Ihres Postfachs. Schreiben Sie an ${dpo.name}: ${dpo.email}`,
    ],
  }),
  addressChanged: ({ name, host, dpo }) => ({
    subject: `Die Adresse bei ${name} wurde geändert`,
    parts: [
      `Wie angekündigt gilt bei ${name} nun eine andere E-Mail-Adresse. Codes für ${host} und Neuigkeiten gehen nur noch an die neue Adresse.`,
      `Sie haben das nicht gewollt? Melden Sie es sofort: ${dpo.name}, ${dpo.email}`,
    ],
  }),
};
