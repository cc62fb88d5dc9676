import type { MailWords } from "./mail-words.ts";

export const fr: MailWords = {
  code: ({ name, host }, digits) => ({
    subject: `Votre code de confirmation pour ${name}`,
    parts: [
      `Quelqu’un a saisi votre adresse e-mail sur ${host} pour savoir qui, chez ${name}, a consulté vos données. Si c’est vous, voici votre code :`,
      { digits },
      "Saisissez-le sur la page où vous l’avez demandé. Il ne fonctionne que dans ce navigateur, une seule fois, et pendant 10 minutes après votre demande.",
      "Ce message ne contient aucun lien, et personne ne vous demandera jamais ce code par téléphone, e-mail ou message. Ne le donnez à personne, pas même à nous.",
      "Ce n’était pas vous ? Ne faites rien. Sans le code, personne ne voit rien.",
    ],
  }),
  unknown: ({ name, host, dpo }) => ({
    subject: `${name} ne détient rien sous cette adresse`,
    parts: [
      `Quelqu’un a saisi votre adresse e-mail sur ${host} pour savoir qui, chez ${name}, a consulté les données qui s’y rattachent.`,
      "Nous ne détenons aucune donnée de client sous cette adresse. Personne n’a donc rien pu consulter, et nous n’avons rien à vous montrer. Ceci est notre réponse au titre de l’article 15 du RGPD.",
      "Vous êtes client avec une autre adresse ? Faites la demande avec celle-là.",
      "Ce n’était pas vous ? Ne faites rien. Nous envoyons cette réponse une fois par jour au plus.",
      `Pour toute question : ${dpo.name}, ${dpo.email}`,
    ],
  }),
  paused: ({ name, host, dpo }) => ({
    subject: "Trop de codes erronés : pause de deux heures",
    parts: [
      `Sur ${host}, 20 codes erronés de suite ont été saisis pour votre adresse e-mail. Personne n’est entré. Pour que cela reste ainsi, aucun code n’est envoyé ni accepté pendant les deux prochaines heures.`,
      "C’était vous ? Demandez ensuite un nouveau code. Seul le plus récent compte, et seulement dans le navigateur qui l’a demandé.",
      `Ce n’était pas vous ? Alors quelqu’un a tenté de voir qui, chez ${name}, a consulté vos données. Vous n’avez rien à faire, mais vous pouvez le signaler : ${dpo.name}, ${dpo.email}`,
    ],
  }),
  confirmation: ({ name, dpo }, reference) => ({
    subject: `Votre demande ${reference}`,
    parts: [
      `Vous avez demandé à ${name} qui a consulté vos données. Nous l’avons reçue comme votre demande au titre de l’article 15 du RGPD et y avons répondu aussitôt par le relevé affiché sur la page.`,
      { digits: reference },
      "Merci d’indiquer cette référence si vous nous écrivez à ce sujet.",
      `Ce n’était pas vous ? Alors quelqu’un d’autre peut lire vos e-mails. Changez le mot de passe de votre boîte et prévenez ${dpo.name} : ${dpo.email}`,
    ],
  }),
};
