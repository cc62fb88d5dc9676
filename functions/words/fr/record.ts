import { counter } from "../plural.ts";
import type { RecordWords } from "../record-words.ts";

const count = counter("fr");

export const record: RecordWords = {
  lastMonths: (months) => count(months, "Au cours du dernier mois,", "Au cours des # derniers mois,"),
  since: (date) => `Depuis le ${date},`,
  between: (first, last) => `Entre le ${first} et le ${last},`,
  on: (date) => `Le ${date},`,

  nobodyLooked: (period) => `${period} personne n’a consulté vos données`,
  peopleLooked: (period, people, times) =>
    `${period} ${count(people, "# personne a", "# personnes ont")} consulté vos données ${count(times, "# fois")}`,
  withoutReason: (accesses) =>
    count(accesses, "# consultation n’a pas de raison enregistrée", "# consultations n’ont pas de raison enregistrée"),
  contradicted: (accesses) =>
    count(
      accesses,
      "# consultation ne correspond pas à la raison indiquée",
      "# consultations ne correspondent pas à la raison indiquée",
    ),
  join: "\u00a0; ",
  listedOnly: (looks) =>
    count(
      looks,
      "Lors de # de ces consultations, votre nom figurait seulement dans une liste\u00a0; votre dossier n’a pas été ouvert.",
    ),
  refused: (attempts) =>
    count(
      attempts,
      "De plus, # tentative de consultation a été refusée.",
      "De plus, # tentatives de consultation ont été refusées.",
    ),
  automated: (accesses) =>
    count(
      accesses,
      "S’y ajoute # accès automatique\u00a0: personne n’a regardé.",
      "S’y ajoutent # accès automatiques\u00a0: personne n’a regardé.",
    ),

  keptFor: (months, horizon) =>
    `La règle de l’entreprise est de conserver les entrées ${count(months, "# mois")}. Selon cette règle, celles d’avant le ${horizon} ont été effacées.`,
  keptLonger:
    "Quelques entrées plus anciennes ont été conservées plus longtemps, exprès ou parce qu’une question ou une demande de votre part était ouverte\u00a0; ce relevé montre celles de sa période.",
  erasedOnRequest: (date) => `Ce qui avait été enregistré avant le ${date} a été effacé parce que vous l’avez demandé.`,
  unreadable: (entries) =>
    count(
      entries,
      "# entrée du journal de l’entreprise n’a pas pu être lue et manque ici.",
      "# entrées du journal de l’entreprise n’ont pas pu être lues et manquent ici.",
    ),
  ofSource: (source, sentence) => `${source}\u00a0: ${sentence}`,
  entriesSince: (since, lastReceived) => `entrées depuis le ${since}, dernière réception le ${lastReceived}.`,
  nothingYet: "rien n’a encore été reçu.",
  countedSince: (date) => `les lacunes sont visibles depuis le ${date}.`,
  gap: (missing, after, before) =>
    count(
      missing,
      `# entrée entre le ${after} et le ${before} ne nous est jamais parvenue.`,
      `# entrées entre le ${after} et le ${before} ne nous sont jamais parvenues.`,
    ),
  gapOn: (missing, date) =>
    count(
      missing,
      `# entrée du ${date} ne nous est jamais parvenue.`,
      `# entrées du ${date} ne nous sont jamais parvenues.`,
    ),
  gaps: (missing, gaps) =>
    count(
      missing,
      `# entrée, en ${count(gaps, "# lacune", "# lacunes")}, ne nous est jamais parvenue.`,
      `# entrées, en ${count(gaps, "# lacune", "# lacunes")}, ne nous sont jamais parvenues.`,
    ),

  silent: "aucune depuis, plus longtemps que d’habitude\u00a0; des entrées plus récentes peuvent manquer.",
  shortDay: (announced, received, date) =>
    count(
      announced,
      `selon son propre décompte, # entrée le ${date}\u00a0; nous en avons reçu ${count(received, "#")}.`,
      `selon son propre décompte, # entrées le ${date}\u00a0; nous en avons reçu ${count(received, "#")}.`,
    ),
  shortDays: (missing, days) =>
    `selon son propre décompte, ${count(missing, "# entrée", "# entrées")} de ${count(days, "# jour", "# jours")} ne nous ${count(missing, "est jamais parvenue", "sont jamais parvenues")}.`,

  uncounted: (sources) => `Entrées sans numéro d’ordre, où une lacune ne se verrait pas\u00a0: ${sources}.`,
  noGaps: "Aucune lacune n’est connue.",
  bulkRead: (date, records, reader) =>
    `Le ${date}, ${count(records, "# dossier a été lu", "# dossiers ont été lus")} en bloc par ${reader}\u00a0; le vôtre en fait peut-être partie.`,
  bulkReads: (first, last, reads, people, records) =>
    `Entre le ${first} et le ${last}, ${count(records, "# dossier a été lu", "# dossiers ont été lus")} en ${count(reads, "# lecture", "# lectures")} en bloc par ${people === 0 ? "des traitements automatiques" : count(people, "# personne", "# personnes")}\u00a0; le vôtre en fait peut-être partie.`,
  automaticReader: "un traitement automatique",

  restricted:
    "Dans certains cas, la loi permet à une entreprise de ne pas montrer des consultations pendant un temps, par exemple pendant une enquête sur une fraude. Cette phrase figure dans chaque relevé, que le vôtre soit concerné ou non.",
  names: {
    name: "Vous voyez le nom des membres du personnel. Si une personne doit être protégée, un nom de code comme «\u00a0K7P-Robin\u00a0» le remplace. La même personne a toujours le même nom de code dans votre relevé.",
    dpo: "Vous voyez les membres du personnel sous un nom de code comme «\u00a0K7P-Robin\u00a0», car la loi les protège aussi. La même personne a toujours le même nom de code dans votre relevé. S’il vous faut un nom pour exercer vos droits, demandez-le\u00a0: une personne décide dans chaque cas.",
    handle:
      "Vous voyez les membres du personnel sous un nom de code comme «\u00a0K7P-Robin\u00a0», car la loi les protège aussi. La même personne a toujours le même nom de code dans votre relevé.",
  },
  questions: (dpo, email) =>
    `Si quelque chose vous semble anormal, écrivez à ${dpo}, ${email}. Vous pouvez aussi, à tout moment, adresser une réclamation à votre autorité de protection des données.`,
};
