import { actsFr } from "./desk/acts-fr.ts";
import { findingsFr } from "./desk/findings-fr.ts";
import { formFr } from "./desk/form-fr.ts";
import { matterFr } from "./desk/matter-fr.ts";
import { numbersFr } from "./desk/numbers-fr.ts";
import { queueFr } from "./desk/queue-fr.ts";
import { storyFr } from "./desk/story-fr.ts";
import type { DeskWords } from "./desk-words.ts";

export const deskFr: DeskWords = {
  title: "Le bureau",
  description: "Pour la protection des données de {company}.",
  lead: "Ici, la personne chargée de la protection des données traite les questions et les signalements des clients. Les clients trouvent leur propre relevé sur la première page.",
  noScript: "Le bureau a besoin de JavaScript. Veuillez l’activer pour cette adresse.",
  loading: "Vérification de la connexion…",
  signIn: "Se connecter",
  signingIn: "Ouverture de la connexion de l’entreprise…",
  signInHint:
    "Vous vous connectez avec votre compte professionnel et un second facteur. Chaque connexion est enregistrée.",
  ended: "Votre connexion a pris fin\u00a0: après 15 minutes sans travail, ou au bout de 8 heures.",
  signedOut: "Vous êtes déconnecté.",
  who: "Connecté",
  roles: { dpo: "Délégué à la protection des données", approver: "Approbateur" },
  shown:
    "Vous avez montré qui vous êtes à {time}. Pour communiquer un nom ou exporter, faites-le de nouveau dans les cinq minutes qui précèdent.",
  again: "Se reconnecter",
  signOut: "Se déconnecter",
  idle: "Vous serez déconnecté à {time}, car rien ne s’est passé depuis un moment.",
  final: "Cette connexion se termine à {time}, 8 heures après son début. Terminez ce que vous écrivez.",
  close: "Continuer le travail",
  problems: {
    STAFF_SIGN_IN_NEEDED: "Vous n’êtes plus connecté. Veuillez vous reconnecter.",
    STAFF_SIGN_IN_SPENT:
      "Cette connexion a expiré, a déjà servi ou a été commencée dans un autre navigateur. Votre compte n’a aucun problème\u00a0: veuillez vous reconnecter.",
    STAFF_SIGN_IN_REFUSED:
      "La connexion de l’entreprise a été interrompue. Si ce n’était pas vous, parlez-en à la personne qui la gère.",
    STAFF_SIGN_IN_UNVERIFIED:
      "La réponse de la connexion de l’entreprise n’a pas pu être vérifiée\u00a0; personne n’est entré. Veuillez réessayer\u00a0; si cela persiste, prévenez la personne qui gère le portail.",
    STAFF_SECOND_FACTOR_MISSING:
      "Vous vous êtes connecté sans second facteur, et le bureau en demande un. Ajoutez-en un à votre compte professionnel, puis réessayez.",
    STAFF_ROLE_MISSING:
      "Votre compte professionnel est en ordre, mais il n’a pas de rôle au bureau. S’il doit en avoir un, demandez à la personne qui gère le portail de vous ajouter au groupe.",
    STAFF_ROLE_WRONG: "Ceci relève d’un autre rôle. Il faut deux personnes, c’est voulu.",
    STAFF_SIGN_IN_STALE: "Pour cela, vous devez montrer de nouveau qui vous êtes. Veuillez vous reconnecter.",
  },
  app: {
    queue: queueFr,
    matter: matterFr,
    story: storyFr,
    acts: actsFr,
    form: formFr,
    numbers: numbersFr,
    findings: findingsFr,
  },
};
