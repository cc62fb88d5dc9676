import type { FindingsWords } from "./findings-en.ts";

export const findingsFr: FindingsWords = {
  link: "Signalements sans client",
  title: "Signalements sans client",
  back: "Retour aux dossiers ouverts",
  loading: "Récupération des signalements…",
  lead: "Ce que les règles ont trouvé et qui ne concerne aucun client\u00a0: une façon de travailler, ou un manque dans ce qu’un système envoie. Rien de cela ne dit que quelqu’un a mal agi. Cela reste ouvert jusqu’à ce que quelqu’un écrive ce qu’il en est advenu.",
  none: "Rien n’est ouvert, et rien n’a été trouvé récemment.",
  employee: "Personne {id}",
  source: "Système {source}",
  found: "Trouvé d’abord le {first}, en dernier le {last}",
  looks: { one: "{n} consultation", other: "{n} consultations" },
  words: "Ce qu’il en est advenu",
  wordsHint: "Seul le bureau le lit.",
  save: "Noter comme traité",
  saving: "Enregistrement…",
  changed: "Quelqu’un d’autre a écrit entre-temps. Lisez-le\u00a0; vos mots sont toujours ici.",
  done: "Traité par {name} le {day}",
  onlyOfficer: "La personne chargée de la protection des données s’en occupe.",
};
