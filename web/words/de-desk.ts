import { actsDe } from "./desk/acts-de.ts";
import { findingsDe } from "./desk/findings-de.ts";
import { formDe } from "./desk/form-de.ts";
import { matterDe } from "./desk/matter-de.ts";
import { numbersDe } from "./desk/numbers-de.ts";
import { queueDe } from "./desk/queue-de.ts";
import { storyDe } from "./desk/story-de.ts";
import type { DeskWords } from "./desk-words.ts";

export const deskDe: DeskWords = {
  title: "Der Schreibtisch",
  description: "Für die Datenschutzbeauftragten von {company}.",
  lead: "Hier bearbeiten die Datenschutzbeauftragten, was Kunden fragen und melden. Kunden finden ihre eigene Auskunft auf der ersten Seite.",
  noScript: "Der Schreibtisch braucht JavaScript. Bitte schalten Sie es für diese Adresse ein.",
  loading: "Die Anmeldung wird geprüft…",
  signIn: "Anmelden",
  signingIn: "Die Anmeldung des Unternehmens wird geöffnet…",
  signInHint: "Sie melden sich mit Ihrem Arbeitskonto und einem zweiten Faktor an. Jede Anmeldung wird festgehalten.",
  ended: "Ihre Anmeldung ist beendet: nach 15 Minuten ohne Arbeit oder nach 8 Stunden.",
  signedOut: "Sie haben sich abgemeldet.",
  who: "Angemeldet",
  roles: { dpo: "Datenschutzbeauftragte", approver: "Zweite Person zur Freigabe" },
  shown:
    "Um {time} haben Sie zuletzt gezeigt, wer Sie sind. Um einen Namen freizugeben oder etwas auszugeben, tun Sie es in den fünf Minuten davor noch einmal.",
  again: "Noch einmal anmelden",
  signOut: "Abmelden",
  idle: "Sie werden um {time} abgemeldet, weil eine Weile nichts geschehen ist.",
  final: "Diese Anmeldung endet um {time}, 8 Stunden nach ihrem Beginn. Bringen Sie zu Ende, was Sie gerade schreiben.",
  close: "Weiterarbeiten",
  problems: {
    STAFF_SIGN_IN_NEEDED: "Sie sind nicht mehr angemeldet. Bitte melden Sie sich noch einmal an.",
    STAFF_SIGN_IN_SPENT:
      "Diese Anmeldung ist abgelaufen, wurde schon benutzt oder in einem anderen Browser begonnen. Mit Ihrem Konto ist alles in Ordnung: Bitte melden Sie sich noch einmal an.",
    STAFF_SIGN_IN_REFUSED:
      "Die Anmeldung des Unternehmens wurde abgebrochen. Waren Sie das nicht selbst, dann fragen Sie, wer sie betreibt.",
    STAFF_SIGN_IN_UNVERIFIED:
      "Die Antwort der Anmeldung ließ sich nicht überprüfen, deshalb wurde niemand eingelassen. Bitte versuchen Sie es noch einmal; bleibt es so, sagen Sie es denen, die das Portal betreiben.",
    STAFF_SECOND_FACTOR_MISSING:
      "Sie haben sich ohne zweiten Faktor angemeldet, und hier braucht es einen. Richten Sie ihn für Ihr Arbeitskonto ein und versuchen Sie es noch einmal.",
    STAFF_ROLE_MISSING:
      "Ihr Arbeitskonto ist in Ordnung, hat am Schreibtisch aber keine Rolle. Sollte es eine haben, bitten Sie die Betreiber des Portals, Sie in die Gruppe aufzunehmen.",
    STAFF_ROLE_WRONG: "Das gehört zu einer anderen Rolle. Es braucht mit Absicht zwei Personen.",
    STAFF_SIGN_IN_STALE: "Dafür müssen Sie noch einmal zeigen, wer Sie sind. Bitte melden Sie sich noch einmal an.",
  },
  app: {
    queue: queueDe,
    matter: matterDe,
    story: storyDe,
    acts: actsDe,
    form: formDe,
    numbers: numbersDe,
    findings: findingsDe,
  },
};
