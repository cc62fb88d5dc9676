import type { FindingsWords } from "./findings-en.ts";

export const findingsDe: FindingsWords = {
  link: "Hinweise ohne Kundenbezug",
  title: "Hinweise ohne Kundenbezug",
  back: "Zurück zu den offenen Vorgängen",
  loading: "Hinweise werden geholt…",
  lead: "Was die Regeln gefunden haben und zu keinem Kunden gehört: wie jemand arbeitet, oder eine Lücke in dem, was ein System meldet. Nichts davon besagt, dass jemand etwas falsch gemacht hat. Es bleibt offen, bis jemand schreibt, was daraus wurde.",
  none: "Nichts ist offen, und in letzter Zeit wurde nichts gefunden.",
  employee: "Person {id}",
  source: "System {source}",
  found: "Zuerst gefunden am {first}, zuletzt am {last}",
  looks: { one: "{n} Zugriff", other: "{n} Zugriffe" },
  words: "Was daraus wurde",
  wordsHint: "Das liest nur der Schreibtisch.",
  save: "Als erledigt vermerken",
  saving: "Wird gespeichert…",
  changed: "Inzwischen hat jemand anderes dazu geschrieben. Lesen Sie es; Ihre Worte stehen noch hier.",
  done: "Erledigt von {name} am {day}",
  onlyOfficer: "Darum kümmern sich die Datenschutzbeauftragten.",
};
