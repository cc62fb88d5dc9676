import type { FormWords } from "./form-en.ts";

const explained = (label: string, help: string) => ({ label, help });

export const formFr: FormWords = {
  left: { one: "encore {n} caractère", other: "encore {n} caractères" },
  tooMany: { one: "{n} caractère de trop", other: "{n} caractères de trop" },
  empty: "Écrivez quelque chose ici.",
  choose: "Faites un choix.",
  chooseLooks: "Choisissez au moins une consultation, et 50 au plus.",
  wrongMail: "Saisissez une adresse comme nom@entreprise.fr.",
  wrongDay: "Choisissez un jour après aujourd’hui.",
  kept: "Brouillon gardé sur cet ordinateur, {time}",
  keptMark: "brouillon",
  discard: "Jeter le brouillon",
  cancel: "Fermer le formulaire",
  preview: "Lire la lettre avant son départ",
  previewTitle: "Voici la lettre",
  previewLead: "Exactement comme le client la reçoit. Changez vos mots plus haut, puis relisez-la.",
  previewing: "La lettre s’écrit…",
  sending: "Envoi…",
  changedTitle: "Quelqu’un d’autre a agi entre-temps",
  changed:
    "Rien n’a été envoyé, et chacun de vos mots est encore là. Ce qui s’est passé figure ci-dessous. Lisez-le, puis renvoyez si cela convient encore.",
  arrived: "C’était déjà arrivé\u00a0: seule la réponse s’était perdue.",
  notOffered:
    "Ce n’est plus possible dans l’état actuel du dossier. Vos mots restent ici pour que vous puissiez les copier.",
  stale: "Il faut d’abord montrer de nouveau qui vous êtes. Vous reviendrez à ce formulaire, et vos mots restent.",
  fresh: "Vous avez montré qui vous êtes à {time}\u00a0; cela suffit jusqu’à {until}.",
  signInAgain: "Se reconnecter",
  employee: "De qui",
  to: "Qui est interrogé",
  toEmployee: explained("Le salarié", "A le premier mot sur ses propres consultations."),
  toManager: explained(
    "Son supérieur",
    "Si interroger le salarié pouvait mettre quelqu’un en danger ou effacer des traces.",
  ),
  email: "Adresse e-mail de la personne interrogée",
  emailHint: "Le déroulement dit où la question est partie, pour que la seconde personne voie qui a été entendu.",
  looks: "Quelles consultations",
  purpose: "Finalité",
  purposes: { FRAUD_SECURITY: "Fraude et sécurité", LEGAL_REQUEST: "Un ordre légal" },
  until: "Jusqu’au",
  tell: "Le client reçoit-il une lettre maintenant\u00a0?",
  tellYes: explained(
    "Oui, informer le client",
    "L’art. 34 RGPD le demande si le risque pour lui est probablement élevé, comme lors d’un contact privé.",
  ),
  tellNo: explained(
    "Pas maintenant",
    "Il peut être informé plus tard. Décidez pour la sécurité du client, non pour le confort de l’entreprise.",
  ),
  letterWords: "Ce que dit la lettre",
  letterWordsHint:
    "En {language}. Ce qui s’est passé, ce qui a été fait et le sera. La lettre ajoute ce qui peut en résulter et ce que le client peut faire.",
  decision: "Votre décision",
  approve: explained("Approuver", "Le nom est communiqué au client."),
  decline: explained("Refuser", "Rien n’est dit au client. Cela peut être proposé de nouveau."),
  whatKind: "Ce qui a été décidé",
  breachKinds: {
    notified: explained("L’autorité a été informée", "Dans les 72 heures, ou avec les motifs du retard."),
    "risk-unlikely": explained(
      "Un risque est improbable",
      "Par exemple parce que personne ne pouvait se servir de ce qui a été vu. Qui a été contacté en privé court un risque.",
    ),
  },
  authorityReference: "Le numéro donné par l’autorité, s’il y en a un",
  ground: "Motif",
  grounds: {
    "not-identified": explained(
      "Non identifié",
      "Vous ne pouvez pas savoir que les données concernent cette personne (art. 12(2)). Rare\u00a0: elle a confirmé l’adresse connue.",
    ),
    "manifestly-unfounded": explained(
      "Manifestement infondé",
      "À vous de le montrer (art. 12(5)). Être fâché ou se tromper ne suffit pas.",
    ),
    excessive: explained(
      "Excessif",
      "Surtout parce que les demandes se répètent\u00a0; à vous de le montrer (art. 12(5)).",
    ),
    "rights-of-others": explained(
      "Droits d’autrui",
      "Une réponse nuirait à d’autres, et aucune partie ne peut être laissée de côté pour l’éviter (art. 15(4)).",
    ),
    "restricted-by-law": explained("Limité par la loi", "Une loi ou un ordre interdit de répondre (art. 23)."),
    "not-held": explained("Non détenu", "L’entreprise n’a pas ce qui est demandé (art. 15(1))."),
  },
  extent: "Étendue du refus",
  wholly: "Tout",
  partly: "Une partie",
  outcome: "Ce qui en est résulté",
  outcomes: {
    explained: explained("Expliqué", "Les consultations avaient des motifs, et le client les connaît."),
    misuse: explained("Consultations sans motif valable", "Constaté auparavant dans ce dossier."),
    "no-finding": explained(
      "Rien d’établi",
      "Cela n’a pas pu être éclairci, et rien ne montre une consultation sans motif.",
    ),
    withdrawn: explained("Retiré", "Le client ne veut pas que cela continue."),
  },
  balancing: {
    essentialFor: explained(
      "Pourquoi le client a-t-il besoin du nom\u00a0?",
      "Quel droit il ne peut exercer sans lui\u00a0: une réclamation, un juge, sa sécurité. Vouloir savoir ne suffit pas.",
    ),
    otherMeans: explained(
      "Qu’a-t-on essayé ou envisagé d’autre\u00a0?",
      "Un libellé au lieu d’un nom, un message transmis, des mesures de l’entreprise.",
    ),
    employeeView: explained("Que dit le salarié\u00a0?", "Avec ses mots, ou qu’il a laissé passer le délai."),
    safety: explained(
      "Que cela changerait-il pour la sécurité de chacun\u00a0?",
      "Menaces, domicile partagé, marque de protection, décision d’un juge.",
    ),
  },
  fourEyes:
    "La seconde personne a le rôle d’approbateur, travaille dans un autre service que vous ({unit}), et n’est ni ce salarié ni son supérieur. Vous ne pouvez pas approuver vous-même, quel que soit votre rôle.",
  whyNot: {
    resumeFirst: "Le délai est suspendu. Faites-le d’abord reprendre.",
    pauseLaw: "La loi de ce dossier ne connaît pas de suspension. Écrivez au client\u00a0; le délai continue.",
    pauseLate: "L’échéance est passée.",
    extendDone: "Il a été prolongé le {day}, et la loi ne connaît qu’une prolongation.",
    extendLate: "L’avis devait partir avant la fin du {day}.",
    notHeard:
      "Le salarié est entendu d’abord\u00a0: interrogez-le, ou son supérieur, et attendez la réponse ou la fin du délai.",
    waiting: "Une proposition attend déjà sa décision.",
    releaseWaits: "Une proposition de communiquer un nom attend sa décision.",
    breachOpen: "Décidez d’abord au sujet de la violation.",
    marked: "C’est déjà constaté dans ce dossier.",
    noLooks: "Aucune consultation d’ici ne peut être visée.",
    yours: "Vous l’avez proposé, donc quelqu’un d’autre doit décider.",
    sameUnit: "La personne qui l’a proposé travaille dans votre service ({unit}). La seconde doit venir d’un autre.",
    noUnit:
      "La connexion ne dit pas dans quel service travaille l’un de vous\u00a0; personne ne peut voir que vous êtes de deux.",
    expired: "Les 14 jours sont passés. Cela peut être proposé de nouveau.",
    saidNothing: "Le client n’a rien demandé dans ce dossier. Il vaut mieux le clore.",
  },
  lookBack: {
    title: "Tout ce que {name} a ouvert",
    since: "Tout depuis le {day}\u00a0: {looks} chez {customers}. Le plus d’inexpliquées d’abord.",
    cut: "Les 500 clients avec le plus de consultations inexpliquées.",
    label: "Client {label}",
    looks: { one: "{n} consultation", other: "{n} consultations" },
    customers: { one: "{n} client", other: "{n} clients" },
    unconfirmed: { one: "{n} que rien ne confirme", other: "{n} que rien ne confirme" },
    contact: { one: "dont {n} de coordonnées", other: "dont {n} de coordonnées" },
    fromTo: "{from} – {to}",
    has: "Déjà ouvert\u00a0: {reference}",
    own: "Le client de ce dossier",
    all: "Choisir tous ceux qui ont des consultations non confirmées",
    open: { one: "Ouvrir un dossier pour {n} client", other: "Ouvrir des dossiers pour {n} clients" },
    opening: "{n} ouverts sur {total}…",
    opened: {
      one: "{n} dossier est ouvert\u00a0: {references}",
      other: "{n} dossiers sont ouverts\u00a0: {references}",
    },
    rest: "Les lettres du libellé ne veulent rien dire hors de cette liste.",
    misuseFirst:
      "Des dossiers pour d’autres peuvent être ouverts une fois constaté ici que des consultations de ce salarié étaient sans motif valable.",
    none: "Ce salarié n’a ouvert les données d’aucun client dans cette période.",
  },
  signOut: {
    title: "Textes non envoyés sur cet ordinateur",
    words: {
      one: "{n} brouillon de vous est gardé dans ce navigateur.",
      other: "{n} brouillons de vous sont gardés dans ce navigateur.",
    },
    lead: "D’autres personnes utilisent-elles cet ordinateur\u00a0? Alors effacez-les.",
    erase: "Effacer et se déconnecter",
    keep: "Garder et se déconnecter",
    cancel: "Rester connecté",
  },
  problems: {
    MATTER_CHANGED: "Quelqu’un d’autre a agi entre-temps sur ce dossier.",
    ACT_NOT_POSSIBLE: "Ce n’est pas possible dans l’état actuel du dossier.",
    PAUSE_NOT_POSSIBLE: "Le délai ne peut plus être suspendu ici.",
    EXTENSION_NOT_POSSIBLE: "Le délai ne peut plus être prolongé.",
    RELEASE_NOT_POSSIBLE:
      "Ce nom ne peut pas être communiqué maintenant\u00a0: personne n’a encore été entendu, une proposition attend ou a expiré, cela vous concerne ou quelqu’un sous vos ordres, ou le journal n’a pas ce nom.",
    SECOND_PERSON_NEEDED:
      "Quelqu’un d’autre doit en décider\u00a0: une autre personne, d’un autre service, qui n’est ni le salarié ni son supérieur.",
    BREACH_UNDECIDED: "Il n’est pas encore décidé si l’autorité doit être informée.",
    ROWS_UNKNOWN: "Une consultation choisie n’est plus dans le journal de ce client.",
    LOOK_NOT_LOGGED:
      "Votre consultation n’a pas pu être inscrite au journal du client, donc rien n’a été montré. Veuillez réessayer.",
    REQUEST_TOO_LARGE: "C’est trop long pour être envoyé.",
    REQUEST_INVALID: "Quelque chose manque dans le formulaire ou est trop long.",
    NOT_FOUND: "Il n’y a aucun dossier avec cette référence.",
  },
};
