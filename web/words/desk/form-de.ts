import type { FormWords } from "./form-en.ts";

const explained = (label: string, help: string) => ({ label, help });

export const formDe: FormWords = {
  left: { one: "noch {n} Zeichen", other: "noch {n} Zeichen" },
  tooMany: { one: "{n} Zeichen zu viel", other: "{n} Zeichen zu viel" },
  empty: "Schreiben Sie hier etwas.",
  choose: "Wählen Sie etwas aus.",
  chooseLooks: "Wählen Sie mindestens einen Zugriff und höchstens 50.",
  wrongMail: "Geben Sie eine Adresse wie name@firma.de ein.",
  wrongDay: "Wählen Sie einen Tag nach heute.",
  kept: "Entwurf auf diesem Computer, {time}",
  keptMark: "Entwurf",
  discard: "Entwurf wegwerfen",
  cancel: "Formular schließen",
  preview: "Brief lesen, bevor er hinausgeht",
  previewTitle: "So sieht der Brief aus",
  previewLead: "Genau so bekommt ihn der Kunde. Ändern Sie Ihre Worte oben, und lesen Sie ihn noch einmal.",
  previewing: "Der Brief wird geschrieben…",
  sending: "Wird abgeschickt…",
  changedTitle: "Inzwischen hat jemand anderes gehandelt",
  changed:
    "Abgeschickt wurde nichts, und jedes Ihrer Worte ist noch da. Was seither geschah, steht unten. Lesen Sie es, und schicken Sie noch einmal ab, wenn es noch passt.",
  arrived: "Es war schon angekommen: nur die Antwort ging verloren.",
  notOffered:
    "Das ist beim jetzigen Stand des Vorgangs nicht mehr möglich. Ihre Worte bleiben hier, damit Sie sie kopieren können.",
  stale:
    "Vorher müssen Sie noch einmal zeigen, wer Sie sind. Sie kommen zu diesem Formular zurück, und Ihre Worte bleiben.",
  fresh: "Um {time} haben Sie gezeigt, wer Sie sind; das genügt bis {until}.",
  signInAgain: "Noch einmal anmelden",
  employee: "Wessen Zugriffe",
  to: "Wer gefragt wird",
  toEmployee: explained("Die Person selbst", "Hat zu den eigenen Zugriffen das erste Wort."),
  toManager: explained(
    "Vorgesetzte",
    "Wenn es jemanden gefährden oder Spuren verwischen könnte, die Person selbst zu fragen.",
  ),
  email: "E-Mail-Adresse, an die die Frage geht",
  emailHint: "Der Verlauf sagt, wohin die Frage ging, damit die zweite Person sieht, wer gehört wurde.",
  looks: "Welche Zugriffe",
  purpose: "Zweck",
  purposes: { FRAUD_SECURITY: "Betrug und Sicherheit", LEGAL_REQUEST: "Anordnung nach dem Gesetz" },
  until: "Bis",
  tell: "Bekommt der Kunde jetzt einen Brief?",
  tellYes: explained(
    "Ja, den Kunden benachrichtigen",
    "Art. 34 DSGVO verlangt es, wenn das Risiko für ihn voraussichtlich hoch ist, etwa bei einem privaten Kontakt.",
  ),
  tellNo: explained(
    "Jetzt nicht",
    "Es kann später gesagt werden. Entscheiden Sie für die Sicherheit des Kunden, nicht für die Bequemlichkeit des Unternehmens.",
  ),
  letterWords: "Was der Brief sagt",
  letterWordsHint:
    "Auf {language}. Was geschah, was getan wurde und noch getan wird. Der Brief fügt hinzu, was daraus folgen und was der Kunde tun kann.",
  decision: "Ihre Entscheidung",
  approve: explained("Freigeben", "Dem Kunden wird der Name genannt."),
  decline: explained("Ablehnen", "Dem Kunden wird nichts gesagt. Es kann noch einmal vorgeschlagen werden."),
  whatKind: "Was entschieden wurde",
  breachKinds: {
    notified: explained("Die Behörde wurde benachrichtigt", "Binnen 72 Stunden, oder mit den Gründen der Verzögerung."),
    "risk-unlikely": explained(
      "Ein Risiko ist unwahrscheinlich",
      "Zum Beispiel, weil niemand mit dem Gesehenen etwas anfangen konnte. Wer privat kontaktiert wurde, trägt ein Risiko.",
    ),
  },
  authorityReference: "Aktenzeichen der Behörde, falls es eines gibt",
  ground: "Grund",
  grounds: {
    "not-identified": explained(
      "Nicht identifiziert",
      "Sie können nicht erkennen, dass die Daten diese Person betreffen (Art. 12(2)). Selten: Die bekannte Adresse wurde bestätigt.",
    ),
    "manifestly-unfounded": explained(
      "Offenkundig unbegründet",
      "Sie müssen es zeigen (Art. 12(5)). Ärger oder ein Irrtum genügen nicht.",
    ),
    excessive: explained("Exzessiv", "Vor allem, weil sich Anträge wiederholen; Sie müssen es zeigen (Art. 12(5))."),
    "rights-of-others": explained(
      "Rechte anderer",
      "Eine Antwort würde anderen schaden, und es lässt sich kein Teil weglassen, der das vermeidet (Art. 15(4)).",
    ),
    "restricted-by-law": explained(
      "Gesetzlich beschränkt",
      "Ein Gesetz oder eine Anordnung verbietet eine Antwort (Art. 23).",
    ),
    "not-held": explained("Nicht vorhanden", "Das Unternehmen hat nicht, worum gebeten wird (Art. 15(1))."),
  },
  extent: "Wie viel abgelehnt wird",
  wholly: "Alles",
  partly: "Ein Teil",
  outcome: "Was dabei herauskam",
  outcomes: {
    explained: explained("Erklärt", "Die Zugriffe hatten Gründe, und der Kunde kennt sie."),
    misuse: explained("Zugriffe ohne gültigen Grund", "In diesem Vorgang vorher festgestellt."),
    "no-finding": explained(
      "Nichts festgestellt",
      "Es ließ sich nicht klären, und nichts zeigt einen Zugriff ohne Grund.",
    ),
    withdrawn: explained("Zurückgezogen", "Der Kunde will nicht, dass es weitergeht."),
  },
  balancing: {
    essentialFor: explained(
      "Wozu braucht der Kunde den Namen?",
      "Welches Recht er ohne ihn nicht nutzen kann: eine Beschwerde, ein Gericht, seine Sicherheit. Es wissen zu wollen genügt nicht.",
    ),
    otherMeans: explained(
      "Was wurde sonst versucht oder erwogen?",
      "Eine Bezeichnung statt eines Namens, eine weitergeleitete Nachricht, Maßnahmen des Unternehmens.",
    ),
    employeeView: explained(
      "Was sagt die Person selbst?",
      "In ihren Worten, oder dass sie die Zeit verstreichen ließ.",
    ),
    safety: explained(
      "Was könnte es für die Sicherheit beider bedeuten?",
      "Drohungen, eine gemeinsame Wohnung, ein Schutzvermerk, ein gerichtlicher Beschluss.",
    ),
  },
  fourEyes:
    "Die zweite Person hat die Rolle zur Freigabe, arbeitet in einem anderen Bereich als Sie ({unit}) und ist weder diese Person noch deren Vorgesetzte. Sie selbst können es nicht freigeben, gleich in welcher Rolle.",
  whyNot: {
    resumeFirst: "Die Frist ruht. Lassen Sie sie zuerst weiterlaufen.",
    pauseLaw: "Das Recht dieses Vorgangs kennt kein Ruhen. Schreiben Sie dem Kunden; die Frist läuft weiter.",
    pauseLate: "Die Frist ist abgelaufen.",
    extendDone: "Sie wurde am {day} verlängert, und das Gesetz kennt eine Verlängerung.",
    extendLate: "Die Mitteilung musste bis {day} hinausgehen.",
    notHeard:
      "Die Person wird zuerst gehört: Fragen Sie sie oder ihre Vorgesetzten, und warten Sie die Antwort oder das Ende der Zeit ab.",
    waiting: "Ein Vorschlag wartet schon auf seine Entscheidung.",
    releaseWaits: "Ein Vorschlag, einen Namen freizugeben, wartet auf seine Entscheidung.",
    breachOpen: "Entscheiden Sie zuerst über die Verletzung.",
    marked: "Das wurde in diesem Vorgang schon festgestellt.",
    noLooks: "Hier gibt es keinen Zugriff, um den es gehen könnte.",
    yours: "Sie haben es vorgeschlagen, also muss jemand anderes entscheiden.",
    sameUnit: "Vorgeschlagen hat es jemand aus Ihrem Bereich ({unit}). Die zweite Person muss aus einem anderen sein.",
    noUnit:
      "Die Anmeldung sagt bei einem von Ihnen nicht, in welchem Bereich er arbeitet; so ist nicht zu sehen, dass es zwei sind.",
    expired: "Die 14 Tage sind vorbei. Es kann noch einmal vorgeschlagen werden.",
    saidNothing: "Der Kunde hat in diesem Vorgang um nichts gebeten. Beenden Sie ihn stattdessen.",
  },
  lookBack: {
    title: "Alles, was {name} geöffnet hat",
    since: "Alles seit {day}: {looks} bei {customers}. Am meisten Unerklärtes zuerst.",
    cut: "Die 500 Kunden mit den meisten unerklärten Zugriffen.",
    label: "Kunde {label}",
    looks: { one: "{n} Zugriff", other: "{n} Zugriffe" },
    customers: { one: "{n} Kunden", other: "{n} Kunden" },
    unconfirmed: { one: "{n} durch nichts bestätigt", other: "{n} durch nichts bestätigt" },
    contact: { one: "davon {n} auf Kontaktdaten", other: "davon {n} auf Kontaktdaten" },
    fromTo: "{from} – {to}",
    has: "Schon offen: {reference}",
    own: "Der Kunde dieses Vorgangs",
    all: "Alle mit unbestätigten Zugriffen auswählen",
    open: { one: "Vorgang für {n} Kunden beginnen", other: "Vorgänge für {n} Kunden beginnen" },
    opening: "{n} von {total} begonnen…",
    opened: { one: "{n} Vorgang ist offen: {references}", other: "{n} Vorgänge sind offen: {references}" },
    rest: "Die Zeichen der Bezeichnung bedeuten außerhalb dieser Liste nichts.",
    misuseFirst:
      "Vorgänge für andere lassen sich beginnen, sobald hier festgestellt ist, dass Zugriffe dieser Person keinen gültigen Grund hatten.",
    none: "Diese Person hat in der Zeit keine Daten eines Kunden geöffnet.",
  },
  signOut: {
    title: "Nicht abgeschickte Texte auf diesem Computer",
    words: {
      one: "{n} Entwurf von Ihnen liegt in diesem Browser.",
      other: "{n} Entwürfe von Ihnen liegen in diesem Browser.",
    },
    lead: "Benutzen auch andere diesen Computer? Dann löschen Sie sie.",
    erase: "Löschen und abmelden",
    keep: "Behalten und abmelden",
    cancel: "Angemeldet bleiben",
  },
  problems: {
    MATTER_CHANGED: "Inzwischen hat jemand anderes an diesem Vorgang gehandelt.",
    ACT_NOT_POSSIBLE: "Das ist beim jetzigen Stand des Vorgangs nicht möglich.",
    PAUSE_NOT_POSSIBLE: "Die Frist kann hier nicht mehr ruhen.",
    EXTENSION_NOT_POSSIBLE: "Die Frist kann nicht mehr verlängert werden.",
    RELEASE_NOT_POSSIBLE:
      "Dieser Name kann jetzt nicht freigegeben werden: Noch wurde niemand gehört, ein Vorschlag wartet oder ist verfallen, es geht um Sie oder jemanden unter Ihrer Leitung, oder das Protokoll kennt den Namen nicht.",
    SECOND_PERSON_NEEDED:
      "Das muss jemand anderes entscheiden: eine andere Person aus einem anderen Bereich, die weder die betroffene Person noch deren Vorgesetzte ist.",
    BREACH_UNDECIDED: "Noch ist nicht entschieden, ob die Behörde benachrichtigt werden muss.",
    ROWS_UNKNOWN: "Ein gewählter Zugriff steht nicht mehr im Protokoll dieses Kunden.",
    LOOK_NOT_LOGGED:
      "Ihr Zugriff ließ sich nicht in das Protokoll des Kunden schreiben, deshalb wurde nichts gezeigt. Bitte versuchen Sie es noch einmal.",
    REQUEST_TOO_LARGE: "Das ist zu lang, um abgeschickt zu werden.",
    REQUEST_INVALID: "Im Formular fehlt etwas oder ist etwas zu lang.",
    NOT_FOUND: "Es gibt keinen Vorgang mit diesem Kennzeichen.",
  },
};
