import type { MatterLetterWords } from "../matter-letter-words.ts";
import { counter } from "../plural.ts";

const count = counter("fr");

export const matterLetter: MatterLetterWords = {
  law: { UK: "RGPD du Royaume-Uni", EU: "RGPD" },
  titles: {
    acknowledgement: "Nous avons bien reçu votre envoi",
    message: "Un message pour vous",
    clarification: "Une question pour vous",
    explanation: "Notre explication",
    extension: "Il nous faut plus de temps pour vous répondre",
    "name-released": "Le nom d’une personne qui a consulté vos données",
    misuse: "Vos données ont été consultées sans raison valable",
    refusal: "Nous ne pouvons pas faire ce que vous demandez",
    "partial-refusal": "Nous ne pouvons faire qu’une partie de ce que vous demandez",
    closing: "L’issue de ce dossier",
  },
  opening: (company, reference) =>
    `Nous vous écrivons au sujet de vos données chez ${company}. Cette lettre fait partie du dossier portant la référence ${reference}.`,
  officerWrites: "La personne chargée de la protection des données vous écrit\u00a0:",
  officerReasons: "La personne chargée de la protection des données donne ces raisons\u00a0:",
  workedOut: "Voici comment les dates ont été calculées.",
  looks: (times, zone) =>
    `${count(times.length, "Il s’agit de # consultation de vos données\u00a0:", "Il s’agit de # consultations de vos données\u00a0:")} ${times.join("\u00a0; ")} (heure locale, ${zone}).`,

  received: (day) =>
    `Nous avons bien reçu votre envoi. Merci de nous en avoir parlé. Le jour de réception de ce dossier est le ${day}.`,
  answerBy: (day) => `Vous aurez notre réponse au plus tard le ${day}, avant minuit.`,
  noDueDate:
    "Notre réponse n’a pas encore de date limite, car nous attendons toujours une précision que nous vous avons demandée.",
  whatNext:
    "Des personnes vont maintenant examiner la question. Vous n’avez rien à faire avant d’avoir de nos nouvelles. La suite s’affiche sous «\u00a0Mes demandes\u00a0», et un e-mail vous prévient quand il y a du nouveau.",
  isComplaint:
    "Nous traitons aussi ceci comme une réclamation au titre de l’article 164A de la loi britannique de 2018 sur la protection des données. Par cette lettre, nous en accusons réception. L’issue vous sera communiquée sans retard injustifié.",

  answerOnPortal: "Vous pouvez répondre sur le portail, sous «\u00a0Mes demandes\u00a0».",
  clockRests: (law) =>
    `Jusqu’à votre réponse, le délai de la nôtre est suspendu\u00a0; ensuite il reprend (article 12A du ${law}). Plus tôt vous nous répondrez, plus tôt nous pourrons vous répondre.`,

  extended: (day, law) =>
    `Nous ne pouvons pas vous répondre dans le premier mois. Quand une demande est complexe ou qu’il y en a plusieurs, la loi accorde deux mois de plus (article 12, paragraphe 3, du ${law}). Vous aurez désormais notre réponse au plus tard le ${day}, avant minuit.`,
  onlyExtension: "C’est la seule prolongation. La loi n’en permet pas d’autre.",

  nameReleased: {
    name: (name, position) => `Le nom est\u00a0: ${[name, ...position].join(", ")}.`,
    purpose: (law) =>
      `Ce nom vous est communiqué dans un seul but\u00a0: vous permettre d’exercer vos droits au titre du ${law}. Merci de ne l’utiliser pour rien d’autre et de ne pas le publier. La loi protège aussi cette personne.`,
    noJudgement: "Vous communiquer un nom n’est pas porter un jugement sur cette personne.",
  },

  misuse: {
    nature: (company, law) =>
      `Chez ${company}, quelqu’un a consulté vos données sans raison valable. La loi appelle cela une violation de données à caractère personnel, et vous avez le droit de le savoir (article 34 du ${law}). Vous n’y êtes pour rien, et nous vous présentons nos excuses.`,
    officerWrites:
      "La personne chargée de la protection des données décrit ce qui s’est passé, ce qui a été fait et ce qui le sera\u00a0:",
    consequences:
      "Ce qui peut en résulter\u00a0: quelqu’un qui a vu vos données peut les retenir, s’en servir ou les transmettre, par exemple pour vous contacter. Nous ne savons pas si cela arrivera.",
    recorded: (law) =>
      `Nous avons enregistré ces faits comme une violation de données, comme la loi l’exige (article 33, paragraphe 5, du ${law}).`,
    advice:
      "Ce que vous pouvez faire\u00a0: vous n’avez pas à répondre à qui vous contacte à titre privé. Gardez les messages et les numéros, et parlez-nous-en. Si vous vous sentez en danger, appelez le 112.",
    compensation: (law) => `Si vous avez subi un dommage, vous pouvez avoir droit à réparation (article 82 du ${law}).`,
  },

  refused: "Nous ne pouvons pas faire ce que vous demandez. En voici la raison\u00a0:",
  partlyRefused:
    "Nous ne pouvons faire qu’une partie de ce que vous demandez. Voici la raison pour l’autre partie\u00a0:",
  grounds: {
    "not-identified": (law) =>
      `Ce que nous savons ne nous permet pas d’établir que ces données sont les vôtres, et nous ne pouvons donc pas les montrer (article 12, paragraphe 2, du ${law}). Si vous nous envoyez de quoi l’établir, nous reprendrons la demande.`,
    "manifestly-unfounded": (law) =>
      `La loi nous permet de refuser une demande manifestement infondée (article 12, paragraphe 5, du ${law}). C’est à nous de démontrer que la vôtre l’est.`,
    excessive: (law) =>
      `La loi nous permet de refuser des demandes excessives, notamment parce qu’elles se répètent (article 12, paragraphe 5, du ${law}). C’est à nous de démontrer que les vôtres le sont.`,
    "rights-of-others": (law) =>
      `Ce que vous demandez porterait atteinte aux droits et libertés d’autres personnes, que la loi protège aussi (article 15, paragraphe 4, du ${law}).`,
    "restricted-by-law": (law) => `Une loi limite ce que nous pouvons vous dire ici (article 23 du ${law}).`,
    "not-held": (law) =>
      `Nous ne détenons pas ce que vous demandez. Vous le dire est notre réponse au titre de l’article 15, paragraphe 1, du ${law}.`,
  },

  outcomes: {
    explained: "Nous avons examiné ce dossier et expliqué les consultations dont il s’agissait.",
    misuse:
      "Nous avons examiné ce dossier. Vos données ont été consultées sans raison valable. Nous vous présentons nos excuses.",
    "no-finding":
      "Nous avons examiné ce dossier et n’avons rien trouvé qui montre que vos données auraient été consultées sans raison valable. Cela dit ce que nous avons pu trouver. Cela ne dit pas que vous aviez tort de demander.",
    refused: "Nous n’avons pas pu faire ce que vous demandiez dans ce dossier.",
    "partly-refused": "Nous n’avons pu faire qu’une partie de ce que vous demandiez dans ce dossier.",
    withdrawn: "Ce dossier prend fin parce qu’il a été retiré. Vous n’en subirez aucun désavantage.",
  },
  closed:
    "Le dossier est maintenant clos. Si autre chose vous inquiète, vous pouvez de nouveau nous interroger à tout moment.",

  complainHere: (officer, email) =>
    `Si vous n’êtes pas d’accord, vous pouvez nous adresser une réclamation, sans frais\u00a0: ${officer}, ${email}.`,
  complainToAuthority: (authority, url, law) =>
    `Vous pouvez aussi adresser une réclamation à l’autorité de contrôle (article 77 du ${law})\u00a0: ${authority}, ${url}`,
  otherAuthorities: (url) =>
    `Vous pouvez vous tourner plutôt vers l’autorité du pays où vous vivez ou travaillez, ou de celui où les faits ont eu lieu. Elles figurent toutes ici\u00a0: ${url}`,
  court: (law) => `Enfin, vous avez le droit de saisir un tribunal (article 79 du ${law}).`,

  contact: (officer, email, reference) =>
    `Quelque chose n’est pas clair, ou vous êtes inquiet ou inquiète\u00a0? Écrivez à ${officer}, ${email}, en indiquant la référence ${reference}.`,
  regards: "Avec nos salutations respectueuses",

  date: "Date",
  unprintable: "Certains caractères ne peuvent pas être imprimés dans cette lettre. Le portail les affiche tous.",
};
