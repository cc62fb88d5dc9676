import type { LetterWords } from "../letter-words.ts";

export const letter: LetterWords = {
  title: "Wer Ihre Daten angesehen hat",
  logoOf: (company) => `Logo von ${company}`,
  salutation: "Guten Tag,",
  opening: (company) =>
    `Sie haben ${company} gefragt, wer Ihre Daten angesehen hat. Dieser Brief nennt jeden erfassten Zugriff: wann, warum, was gesehen wurde, von wem, und ob der Grund belegt ist.`,

  reference: "Aktenzeichen",
  period: "Zeitraum",
  fromTo: (first, last) => `${first} bis ${last}`,
  made: "Erstellt",
  at: (date, time) => `${date} um ${time}`,
  times: "Uhrzeiten",
  timesOf: (zone) => `Ortszeit (${zone})`,

  coverage: "Was diese Auskunft umfasst",
  looks: "Die Zugriffe, Tag für Tag",
  standing: "Gut zu wissen",
  columns: ["Uhrzeit", "Warum", "Was gesehen wurde", "Wer", "Ist der Grund belegt?"],
  roleNotRecorded: "Funktion nicht erfasst",
  employeeTypes: {
    employee: "angestellt",
    contractor: "externe Kraft",
    processor: "externer Dienstleister",
    system: "Computersystem",
    ai_agent: "KI-Agent",
  },
  onBehalfOf: (handle) => `im Namen von ${handle}`,
  explained: (date) => `Von den Datenschutzbeauftragten am ${date} erklärt:`,

  evidence: { confirmed: "Bestätigt", stated: "Angegeben", contradicted: "Widerlegt", missing: "Fehlt" },
  evidenceHeading: "Wie die Gründe geprüft wurden",
  evidenceMeans: {
    confirmed: "Der Grund passt zu einem Vorgang von Ihnen, und die Person oder ihr Team war damit befasst.",
    stated: "Ein Grund wurde angegeben, doch die übrigen Systeme des Unternehmens belegen ihn nicht ganz.",
    contradicted: "Ein Grund wurde angegeben, doch die übrigen Systeme des Unternehmens sprechen dagegen.",
    missing: "Es wurde kein Grund erfasst. Das Unternehmen schuldet Ihnen einen.",
  },

  continued: (day) => `${day} (Fortsetzung)`,
  page: (page, pages) => `Seite ${page} von ${pages}`,
  unprintable:
    "Einige Zeichen lassen sich in diesem Brief nicht drucken. Die Dateien im Format JSON und CSV enthalten sie alle.",
};
