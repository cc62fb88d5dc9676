import type { MailWords } from "./mail-words.ts";

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
};
