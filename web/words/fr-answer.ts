import type { AnswerWords } from "./answer-words.ts";

export const answerFr: AnswerWords = {
  title: "Une question pour vous",
  description: "Où les personnes de {company} répondent à une question de la protection des données.",
  loading: "Chargement de la question…",
  lead: "La personne chargée de la protection des données de {company} voudrait comprendre des consultations de données d’un client.",
  fair: {
    employee: [
      "Vous êtes entendu d’abord. Personne n’a rien décidé, et être interrogé ne dit rien de vous.",
      "De telles consultations ont souvent une bonne raison que les systèmes ignorent. Vous la connaissez le mieux.",
      "Votre réponse va à la seule protection des données et est conservée avec le dossier.",
    ],
    manager: [
      "Une personne de votre équipe est entendue à travers vous. Personne n’a rien décidé à son sujet.",
      "De telles consultations ont souvent une bonne raison que les systèmes ignorent.",
      "N’en parlez pas à d’autres, s’il vous plaît. Votre réponse va à la seule protection des données.",
    ],
  },
  question: "La question",
  looks: "Les consultations",
  saw: "Ce qui a été montré",
  why: "Motif enregistré",
  case: "Affaire",
  source: "Système",
  label: "Votre réponse",
  hint: "À quoi servaient ces consultations\u00a0? Écrivez comme vous le raconteriez. Si vous ne savez plus, dites-le.",
  left: "Caractères restants\u00a0: {n}",
  empty: "Veuillez d’abord écrire quelque chose.",
  tooLong: "Veuillez raccourcir\u00a0: 2\u00a0000 caractères au plus.",
  until: "Vous pouvez répondre une fois, jusqu’au {day}.",
  send: "Envoyer la réponse",
  sending: "Envoi…",
  kept: "Ce que vous tapez reste sur cet appareil jusqu’à l’envoi.",
  thanks: "Merci. Votre réponse est envoyée.",
  thanksLead: "Vous n’avez plus rien à faire. S’il y a une autre question, un nouvel e-mail viendra.",
  spent: "Ce lien n’est plus ouvert",
  spentLead:
    "Il a déjà servi, son délai est passé, ou le dossier est clos. Si vous voulez encore dire quelque chose, écrivez à {dpo}.",
  noLink: "Ouvrez cette page par le lien de votre e-mail. Si vous ne l’avez plus, écrivez à {dpo}.",
};
