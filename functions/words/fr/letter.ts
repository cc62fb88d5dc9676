import type { LetterWords } from "../letter-words.ts";

export const letter: LetterWords = {
  title: "Qui a consulté vos données",
  logoOf: (company) => `Logo de ${company}`,
  salutation: "Madame, Monsieur,",
  opening: (company) =>
    `Vous avez demandé à ${company} qui a consulté vos données. Cette lettre énumère toutes les consultations enregistrées\u00a0: quand, pourquoi, ce qui a été vu, par qui, et si la raison est étayée.`,

  reference: "Référence",
  period: "Période",
  fromTo: (first, last) => `du ${first} au ${last}`,
  made: "Établi",
  at: (date, time) => `le ${date} à ${time}`,
  times: "Heures",
  timesOf: (zone) => `Heure locale (${zone})`,

  coverage: "Ce que couvre ce relevé",
  looks: "Les consultations, jour par jour",
  standing: "Bon à savoir",
  columns: ["Heure", "Pourquoi", "Ce qui a été vu", "Qui", "La raison est-elle étayée\u00a0?"],
  roleNotRecorded: "fonction non enregistrée",
  employeeTypes: {
    employee: "membre du personnel",
    contractor: "personnel externe",
    processor: "sous-traitant",
    system: "système informatique",
    ai_agent: "agent d’IA",
  },
  onBehalfOf: (handle) => `au nom de ${handle}`,
  explained: (date) => `Expliquée par la personne déléguée à la protection des données le ${date} :`,

  evidence: { confirmed: "Confirmée", stated: "Déclarée", contradicted: "Contredite", missing: "Manquante" },
  evidenceHeading: "Comment les raisons ont été vérifiées",
  evidenceMeans: {
    confirmed: "La raison correspond à un dossier qui est le vôtre, et la personne ou son équipe s’en occupait.",
    stated: "Une raison a été indiquée, mais les autres systèmes de l’entreprise ne l’étayent pas entièrement.",
    contradicted: "Une raison a été indiquée, mais les autres systèmes de l’entreprise disent le contraire.",
    missing: "Aucune raison n’a été enregistrée. L’entreprise vous en doit une.",
  },

  continued: (day) => `${day} (suite)`,
  page: (page, pages) => `Page ${page} sur ${pages}`,
  unprintable:
    "Certains caractères ne peuvent pas être imprimés dans cette lettre. Les fichiers JSON et CSV les contiennent tous.",
};
