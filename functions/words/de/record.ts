import { counter } from "../plural.ts";
import type { RecordWords } from "../record-words.ts";

const count = counter("de");

export const record: RecordWords = {
  lastMonths: (months) => count(months, "Im letzten Monat", "In den letzten # Monaten"),
  since: (date) => `Seit dem ${date}`,
  between: (first, last) => `Zwischen dem ${first} und dem ${last}`,
  on: (date) => `Am ${date}`,

  nobodyLooked: (period) => `${period} hat niemand Ihre Daten angesehen`,
  peopleLooked: (period, people, times) =>
    `${period} ${count(people, "hat # Person", "haben # Personen")} Ihre Daten ${count(times, "einmal", "#-mal")} angesehen`,
  withoutReason: (accesses) =>
    count(accesses, "für # Zugriff ist kein Grund erfasst", "für # Zugriffe ist kein Grund erfasst"),
  contradicted: (accesses) =>
    count(accesses, "# Zugriff passt nicht zum angegebenen Grund", "# Zugriffe passen nicht zum angegebenen Grund"),
  join: "; ",
  listedOnly: (looks) =>
    count(looks, "Bei # dieser Zugriffe stand Ihr Name nur in einer Liste; Ihr Datensatz wurde nicht geöffnet."),
  refused: (attempts) =>
    count(attempts, "# weiterer Versuch wurde verweigert.", "# weitere Versuche wurden verweigert."),
  automated: (accesses) =>
    count(
      accesses,
      "# weiterer Zugriff war automatisch: Kein Mensch hat hingesehen.",
      "# weitere Zugriffe waren automatisch: Kein Mensch hat hingesehen.",
    ),

  keptFor: (months, horizon) =>
    `Nach der Regel des Unternehmens werden Einträge ${count(months, "# Monat", "# Monate")} aufbewahrt. Solche aus der Zeit vor dem ${horizon} wurden nach dieser Regel gelöscht.`,
  keptLonger:
    "Einige ältere Einträge wurden länger aufbewahrt, absichtlich oder weil eine Frage oder Anfrage von Ihnen offen war; diese Auskunft zeigt, was davon in ihren Zeitraum fällt.",
  erasedOnRequest: (date) => `Was vor dem ${date} erfasst wurde, wurde gelöscht, weil Sie es verlangt haben.`,
  unreadable: (entries) =>
    count(
      entries,
      "# Eintrag aus dem eigenen Protokoll des Unternehmens war nicht lesbar und fehlt hier.",
      "# Einträge aus dem eigenen Protokoll des Unternehmens waren nicht lesbar und fehlen hier.",
    ),
  ofSource: (source, sentence) => `${source}: ${sentence}`,
  entriesSince: (since, lastReceived) => `Einträge seit dem ${since}, zuletzt empfangen am ${lastReceived}.`,
  nothingYet: "Bisher wurde nichts empfangen.",
  countedSince: (date) => `Lücken sind seit dem ${date} erkennbar.`,
  gap: (missing, after, before) =>
    count(
      missing,
      `# Eintrag zwischen dem ${after} und dem ${before} hat uns nie erreicht.`,
      `# Einträge zwischen dem ${after} und dem ${before} haben uns nie erreicht.`,
    ),
  gapOn: (missing, date) =>
    count(missing, `# Eintrag vom ${date} hat uns nie erreicht.`, `# Einträge vom ${date} haben uns nie erreicht.`),
  gaps: (missing, gaps) =>
    count(
      missing,
      `# Eintrag in ${count(gaps, "# Lücke", "# Lücken")} hat uns nie erreicht.`,
      `# Einträge in ${count(gaps, "# Lücke", "# Lücken")} haben uns nie erreicht.`,
    ),

  silent: "Seitdem kam länger als üblich nichts; neuere Einträge können fehlen.",
  shortDay: (announced, received, date) =>
    count(
      announced,
      `nach eigener Zählung # Eintrag am ${date}; bei uns angekommen: ${count(received, "#")}.`,
      `nach eigener Zählung # Einträge am ${date}; bei uns angekommen: ${count(received, "#")}.`,
    ),
  shortDays: (missing, days) =>
    `nach eigener Zählung ${count(missing, "hat # Eintrag", "haben # Einträge")} von ${count(days, "# Tag", "# Tagen")} uns nie erreicht.`,

  uncounted: (sources) => `Einträge ohne laufende Nummer, bei denen eine Lücke nicht auffiele: ${sources}.`,
  noGaps: "Lücken sind nicht bekannt.",
  bulkRead: (date, records, reader) =>
    `Am ${date} ${count(records, "wurde # Datensatz", "wurden # Datensätze")} auf einmal gelesen, von ${reader}; Ihrer kann darunter sein.`,
  bulkReads: (first, last, reads, people, records) =>
    `Zwischen dem ${first} und dem ${last} ${count(records, "wurde # Datensatz", "wurden # Datensätze")} in ${count(reads, "# Sammelabruf", "# Sammelabrufen")} gelesen, von ${people === 0 ? "automatischen Vorgängen" : count(people, "# Person", "# Personen")}; Ihrer kann darunter sein.`,
  automaticReader: "einem automatischen Vorgang",

  restricted:
    "In manchen Fällen erlaubt das Gesetz einem Unternehmen, Zugriffe eine Zeit lang zurückzuhalten, zum Beispiel während ein Betrug untersucht wird. Dieser Satz steht in jeder Auskunft, ob aus Ihrer etwas zurückgehalten wurde oder nicht.",
  names: {
    name: "Sie sehen Mitarbeitende mit Namen. Wo jemand Schutz braucht, sehen Sie stattdessen einen Codenamen wie „K7P-Robin“. Dieselbe Person hat in Ihrer Auskunft immer denselben Codenamen.",
    dpo: "Sie sehen Mitarbeitende unter einem Codenamen wie „K7P-Robin“, denn das Gesetz schützt auch sie. Dieselbe Person hat in Ihrer Auskunft immer denselben Codenamen. Wenn Sie einen Namen brauchen, um Ihre Rechte auszuüben, fragen Sie danach: Über jeden Fall entscheidet ein Mensch.",
    handle:
      "Sie sehen Mitarbeitende unter einem Codenamen wie „K7P-Robin“, denn das Gesetz schützt auch sie. Dieselbe Person hat in Ihrer Auskunft immer denselben Codenamen.",
  },
  questions: (dpo, email) =>
    `Wenn Ihnen hier etwas falsch vorkommt, schreiben Sie an ${dpo}, ${email}. Sie können sich auch jederzeit bei Ihrer Datenschutzbehörde beschweren.`,
};
