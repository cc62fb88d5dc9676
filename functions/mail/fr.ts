import { counter } from "../words/plural.ts";
import type { MailWords } from "./mail-words.ts";

const counted = counter("fr");

export const fr: MailWords = {
  code: ({ name, host }, digits) => ({
    subject: `Votre code de confirmation pour ${name}`,
    parts: [
      `Quelqu’un a saisi votre adresse e-mail sur ${host} pour savoir qui, chez ${name}, a consulté vos données. Si c’est vous, voici votre code\u00a0:`,
      { digits },
      "Saisissez-le sur la page où vous l’avez demandé. Il ne fonctionne que dans ce navigateur, une seule fois, et pendant 10 minutes après votre demande.",
      "Ce message ne contient aucun lien, et personne ne vous demandera jamais ce code par téléphone, e-mail ou message. Ne le donnez à personne, pas même à nous.",
      "Ce n’était pas vous\u00a0? Ne faites rien. Sans le code, personne ne voit rien.",
    ],
  }),
  unknown: ({ name, host, dpo }) => ({
    subject: `${name} ne détient rien sous cette adresse`,
    parts: [
      `Quelqu’un a saisi votre adresse e-mail sur ${host} pour savoir qui, chez ${name}, a consulté les données qui s’y rattachent.`,
      "Nous ne détenons aucune donnée de client sous cette adresse. Personne n’a donc rien pu consulter, et nous n’avons rien à vous montrer. Ceci est notre réponse au titre de l’article 15 du RGPD.",
      "Vous êtes client avec une autre adresse\u00a0? Faites la demande avec celle-là.",
      "Ce n’était pas vous\u00a0? Ne faites rien. Nous envoyons cette réponse une fois par jour au plus.",
      `Pour toute question\u00a0: ${dpo.name}, ${dpo.email}`,
    ],
  }),
  paused: ({ name, host, dpo }) => ({
    subject: "Trop de codes erronés\u00a0: pause de deux heures",
    parts: [
      `Sur ${host}, 20 codes erronés de suite ont été saisis pour votre adresse e-mail. Personne n’est entré. Pour que cela reste ainsi, aucun code n’est envoyé ni accepté pendant les deux prochaines heures.`,
      "C’était vous\u00a0? Demandez ensuite un nouveau code. Seul le plus récent compte, et seulement dans le navigateur qui l’a demandé.",
      `Ce n’était pas vous\u00a0? Alors quelqu’un a tenté de voir qui, chez ${name}, a consulté vos données. Vous n’avez rien à faire, mais vous pouvez le signaler\u00a0: ${dpo.name}, ${dpo.email}`,
    ],
  }),
  confirmation: ({ name, dpo }, reference) => ({
    subject: `Votre demande ${reference}`,
    parts: [
      `Vous avez demandé à ${name} qui a consulté vos données. Nous l’avons reçue comme votre demande au titre de l’article 15 du RGPD et y avons répondu aussitôt par le relevé affiché sur la page.`,
      { digits: reference },
      "Merci d’indiquer cette référence si vous nous écrivez à ce sujet.",
      `Ce n’était pas vous\u00a0? Alors quelqu’un d’autre peut lire vos e-mails. Changez le mot de passe de votre boîte et prévenez ${dpo.name}\u00a0: ${dpo.email}`,
    ],
  }),
  news: ({ name, host, dpo }, reference) => ({
    subject: `Il y a du nouveau\u00a0: ${reference}`,
    parts: [
      `Quelque chose a changé dans votre dossier chez ${name}\u00a0:`,
      { digits: reference },
      `Pour le lire, saisissez ${host} dans votre navigateur et confirmez-y cette adresse. C’est affiché sous «\u00a0Mes demandes\u00a0».`,
      "Pour que personne d’autre ne lise avec vous, ce message ne dit pas de quoi il s’agit et ne contient aucun lien.",
      `Vous n’êtes au courant de rien\u00a0? Prévenez ${dpo.name}\u00a0: ${dpo.email}`,
    ],
  }),
  deskNews: ({ name, host }, reference, to) => ({
    subject: `Au bureau\u00a0: ${reference}`,
    parts: [
      {
        dpo: `Au bureau de ${name}, quelque chose attend la personne chargée de la protection des données\u00a0:`,
        approver: `Au bureau de ${name}, une décision attend la seconde personne\u00a0:`,
      }[to],
      { digits: reference },
      `Pour la voir, saisissez ${host} dans votre navigateur et connectez-vous au bureau. Ce message ne contient ni lien ni détail personnel.`,
    ],
  }),
  deskOverdue: ({ name, host }, reference, what) => ({
    subject: `En retard au bureau\u00a0: ${reference}`,
    parts: [
      {
        answer: `Une réponse que ${name} doit à un client est en retard\u00a0: le délai prévu par la loi est écoulé.`,
        breach: `Chez ${name}, un usage abusif a été constaté il y a 72 heures, et personne n’a encore décidé s’il faut prévenir l’autorité.`,
      }[what],
      { digits: reference },
      `Pour voir de quoi il s’agit, saisissez ${host} dans votre navigateur et connectez-vous au bureau. Ce message n’est envoyé qu’une fois et ne contient ni lien ni détail personnel.`,
    ],
  }),
  signals: ({ name, host }, count) => ({
    subject: `Au bureau\u00a0: ${counted(count, "# signalement en attente", "# signalements en attente")}`,
    parts: [
      `Des consultations de données de clients demandent une explication. Au bureau de ${name}, ${counted(count, "# signalement attend", "# signalements attendent")} la personne chargée de la protection des données. Un signalement n’accuse personne\u00a0: il dit ce qui a été vu.`,
      `Pour ${count === 1 ? "le" : "les"} voir, saisissez ${host} dans votre navigateur et connectez-vous au bureau. Ce message ne contient ni lien ni détail personnel.`,
    ],
  }),
  ask: ({ name, host, dpo }, link, to, day) => ({
    subject: `Une question sur la protection des données chez ${name}`,
    parts: [
      {
        employee: `La personne chargée de la protection des données chez ${name} a une question sur des consultations des données d’un client, enregistrées à votre nom.`,
        manager: `La personne chargée de la protection des données chez ${name} a une question sur des consultations des données d’un client par un membre de votre équipe.`,
      }[to],
      "C’est une question et rien de plus\u00a0: personne n’est accusé de quoi que ce soit. Qui connaît la raison est entendu avant tout jugement.",
      `Merci de répondre sur cette page, au plus tard le ${day} avant minuit\u00a0:`,
      { link },
      `Le lien commence par l’adresse du portail, ${host}. Il fonctionne une seule fois. Merci de ne pas le transmettre\u00a0: qui l’a peut répondre à votre place.`,
      `Vous préférez en parler, ou ce message vous semble douteux\u00a0? Adressez-vous à ${dpo.name}\u00a0: ${dpo.email}`,
    ],
  }),
  addressCode: ({ name, host, dpo }, digits) => ({
    subject: `Votre code pour confirmer cette adresse chez ${name}`,
    parts: [
      `Quelqu’un a demandé sur ${host} que cette adresse soit désormais la sienne chez ${name}. Si c’est vous, voici votre code\u00a0:`,
      { digits },
      "Saisissez-le sur la page où vous l’avez demandé. Il ne fonctionne que dans ce navigateur, une seule fois, et pendant 10 minutes après votre demande.",
      "Rien ne change tout de suite\u00a0: l’adresse utilisée jusqu’ici est d’abord prévenue, et le changement attend quelques jours.",
      "Ce message ne contient aucun lien, et personne ne vous demandera jamais ce code par téléphone, e-mail ou message. Ne le donnez à personne, pas même à nous.",
      `Ce n’était pas vous\u00a0? Ne faites rien. Sans le code, rien ne change. Pour toute question\u00a0: ${dpo.name}, ${dpo.email}`,
    ],
  }),
  addressChanging: ({ name, host, dpo }, moment) => ({
    subject: `Votre adresse chez ${name} va changer`,
    parts: [
      `Quelqu’un qui avait confirmé cette adresse a demandé sur ${host} qu’une autre la remplace chez ${name}. Le changement prend effet le ${moment}.`,
      "C’était vous\u00a0? Vous n’avez rien à faire.",
      `Ce n’était pas vous\u00a0? Alors quelqu’un d’autre peut lire vos e-mails. Prévenez-nous avant ce moment, pour que le changement puisse être arrêté, et changez le mot de passe de votre boîte. Écrivez à ${dpo.name}\u00a0: ${dpo.email}`,
    ],
  }),
  addressChanged: ({ name, host, dpo }) => ({
    subject: `L’adresse chez ${name} a changé`,
    parts: [
      `Comme annoncé, une autre adresse e-mail est désormais celle du client chez ${name}. Les codes pour ${host} et les nouvelles ne vont plus qu’à la nouvelle adresse.`,
      `Ce n’est pas vous qui l’avez voulu\u00a0? Prévenez tout de suite ${dpo.name}\u00a0: ${dpo.email}`,
    ],
  }),
};
