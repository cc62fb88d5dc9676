import type { NumbersPageWords } from "./numbers-en.ts";

export const numbersDe: NumbersPageWords = {
  link: "Zahlen für die Leitung",
  title: "Zahlen für die Leitung",
  back: "Zurück zu den offenen Vorgängen",
  loading: "Die Zahlen werden geholt …",
  month: "Monat",
  none: "Noch ist kein Monat gezählt.",
  noneLead:
    "Ein Monat wird am 2. des folgenden von selbst gezählt und am 9. noch einmal, wenn auch späte Meldungen da sind. Wer das Portal betreibt, kann ihn jederzeit zählen.",
  pdf: "Als PDF herunterladen",
  csv: "Als CSV herunterladen",
  preparing: "Die Datei wird vorbereitet …",
  saved: "{name} ist gespeichert. Dass Sie sie geholt haben, ist vermerkt.",
  stale:
    "Eine Datei verlässt das Haus. Dafür müssen Sie noch einmal zeigen, wer Sie sind; Sie kommen auf diese Seite zurück.",
};
