import type { MatterLetterWords } from "../matter-letter-words.ts";
import { counter } from "../plural.ts";

const count = counter("de");

export const matterLetter: MatterLetterWords = {
  law: { UK: "UK-DSGVO", EU: "DSGVO" },
  titles: {
    acknowledgement: "Wir haben Ihre Mitteilung erhalten",
    message: "Eine Nachricht für Sie",
    clarification: "Eine Frage an Sie",
    explanation: "Unsere Erklärung",
    extension: "Wir brauchen mehr Zeit für unsere Antwort",
    "name-released": "Der Name einer Person, die Ihre Daten angesehen hat",
    misuse: "Ihre Daten wurden ohne triftigen Grund angesehen",
    refusal: "Wir können nicht tun, worum Sie gebeten haben",
    "partial-refusal": "Wir können nur einen Teil dessen tun, worum Sie gebeten haben",
    closing: "Wie dieser Vorgang ausgegangen ist",
  },
  opening: (company, reference) =>
    `Wir schreiben Ihnen wegen Ihrer Daten bei ${company}. Dieser Brief gehört zum Vorgang mit dem Aktenzeichen ${reference}.`,
  officerWrites: "Unsere Datenschutzbeauftragten schreiben Ihnen:",
  officerReasons: "Unsere Datenschutzbeauftragten nennen diese Gründe:",
  workedOut: "So ergeben sich die Daten im Kalender.",
  looks: (times, zone) =>
    `${count(times.length, "Es geht um # Zugriff auf Ihre Daten:", "Es geht um # Zugriffe auf Ihre Daten:")} ${times.join("; ")} (Ortszeit, ${zone}).`,

  received: (day) =>
    `Wir haben Ihre Mitteilung erhalten. Danke, dass Sie sich an uns gewandt haben. Der Tag des Eingangs dieses Vorgangs ist ${day}.`,
  answerBy: (day) => `Unsere Antwort haben Sie spätestens bis ${day}, 24 Uhr.`,
  noDueDate: "Für unsere Antwort gibt es noch keine Frist, denn uns fehlt noch etwas, worum wir Sie gebeten haben.",
  whatNext:
    "Menschen gehen der Sache jetzt nach. Bis Sie von uns hören, müssen Sie nichts tun. Was geschieht, sehen Sie unter „Meine Anfragen“, und eine E-Mail sagt Ihnen, wenn es etwas Neues gibt.",
  isComplaint:
    "Wir behandeln dies auch als Beschwerde nach Abschnitt 164A des britischen Datenschutzgesetzes von 2018. Mit diesem Brief bestätigen wir ihren Eingang. Das Ergebnis erfahren Sie ohne unangemessene Verzögerung.",

  answerOnPortal: "Antworten können Sie im Portal unter „Meine Anfragen“.",
  clockRests: (law) =>
    `Bis Sie antworten, ruht die Frist für unsere eigene Antwort; danach läuft sie weiter (Art. 12A ${law}). Je früher wir von Ihnen hören, desto früher können wir antworten.`,

  extended: (day, law) =>
    `Wir können Ihnen nicht innerhalb des ersten Monats antworten. Ist eine Anfrage komplex oder sind es mehrere, erlaubt das Gesetz zwei Monate mehr (Art. 12 Abs. 3 ${law}). Unsere Antwort haben Sie nun spätestens bis ${day}, 24 Uhr.`,
  onlyExtension: "Dies ist die einzige Verlängerung. Eine weitere erlaubt das Gesetz nicht.",

  nameReleased: {
    name: (name, position) => `Der Name lautet: ${[name, ...position].join(", ")}.`,
    purpose: (law) =>
      `Sie erfahren diesen Namen zu einem einzigen Zweck: damit Sie Ihre Rechte nach der ${law} ausüben können. Bitte verwenden Sie ihn für nichts anderes, und veröffentlichen Sie ihn nicht. Das Gesetz schützt auch diese Person.`,
    noJudgement: "Dass wir Ihnen einen Namen nennen, ist kein Urteil über diese Person.",
  },

  misuse: {
    nature: (company, law) =>
      `Bei ${company} hat jemand Ihre Daten ohne triftigen Grund angesehen. Das Gesetz nennt dies eine Verletzung des Schutzes personenbezogener Daten, und Sie haben ein Recht, davon zu erfahren (Art. 34 ${law}). Sie haben nichts falsch gemacht, und es tut uns leid.`,
    officerWrites:
      "Unsere Datenschutzbeauftragten beschreiben, was geschehen ist, was getan wurde und was noch getan wird:",
    consequences:
      "Was daraus folgen kann: Wer Ihre Daten gesehen hat, kann sie sich merken, sie verwenden oder weitergeben, zum Beispiel um Sie zu kontaktieren. Ob das geschehen wird, wissen wir nicht.",
    recorded: (law) =>
      `Wir haben dies als Verletzung des Datenschutzes dokumentiert, wie es das Gesetz verlangt (Art. 33 Abs. 5 ${law}).`,
    advice:
      "Was Sie tun können: Sie müssen niemandem antworten, der Sie privat kontaktiert. Bewahren Sie Nachrichten und Nummern auf, und berichten Sie uns davon. Wenn Sie sich in Gefahr fühlen, rufen Sie die 112.",
    compensation: (law) =>
      `Ist Ihnen daraus ein Schaden entstanden, können Sie ein Recht auf Schadenersatz haben (Art. 82 ${law}).`,
  },

  refused: "Wir können nicht tun, worum Sie gebeten haben. Dies ist der Grund:",
  partlyRefused:
    "Wir können nur einen Teil dessen tun, worum Sie gebeten haben. Dies ist der Grund für den anderen Teil:",
  grounds: {
    "not-identified": (law) =>
      `Wir können mit dem, was wir wissen, nicht feststellen, dass diese Daten Sie betreffen, und dürfen sie deshalb nicht zeigen (Art. 12 Abs. 2 ${law}). Wenn Sie uns etwas schicken, woran wir es erkennen, nehmen wir die Sache wieder auf.`,
    "manifestly-unfounded": (law) =>
      `Das Gesetz erlaubt uns, eine offenkundig unbegründete Anfrage abzulehnen (Art. 12 Abs. 5 ${law}). Dass Ihre es ist, müssen wir nachweisen.`,
    excessive: (law) =>
      `Das Gesetz erlaubt uns, exzessive Anfragen abzulehnen, insbesondere wenn sie sich wiederholen (Art. 12 Abs. 5 ${law}). Dass Ihre es sind, müssen wir nachweisen.`,
    "rights-of-others": (law) =>
      `Worum Sie gebeten haben, würde die Rechte und Freiheiten anderer Menschen beeinträchtigen, die das Gesetz ebenfalls schützt (Art. 15 Abs. 4 ${law}).`,
    "restricted-by-law": (law) => `Ein Gesetz beschränkt, was wir Ihnen hier sagen dürfen (Art. 23 ${law}).`,
    "not-held": (law) =>
      `Wir haben nicht, worum Sie gebeten haben. Ihnen das zu sagen, ist unsere Auskunft nach Art. 15 Abs. 1 ${law}.`,
  },

  outcomes: {
    explained: "Wir sind diesem Vorgang nachgegangen und haben die Zugriffe erklärt, um die es ging.",
    misuse: "Wir sind diesem Vorgang nachgegangen. Ihre Daten wurden ohne triftigen Grund angesehen. Das tut uns leid.",
    "no-finding":
      "Wir sind diesem Vorgang nachgegangen und haben nichts gefunden, was zeigt, dass Ihre Daten ohne triftigen Grund angesehen wurden. Das sagt, was wir finden konnten. Es sagt nicht, dass Ihre Frage unberechtigt war.",
    refused: "Wir konnten in diesem Vorgang nicht tun, worum Sie gebeten haben.",
    "partly-refused": "Wir konnten in diesem Vorgang nur einen Teil dessen tun, worum Sie gebeten haben.",
    withdrawn: "Dieser Vorgang endet, weil er zurückgezogen wurde. Für Sie hat das keinen Nachteil.",
  },
  closed:
    "Der Vorgang ist nun abgeschlossen. Wenn Sie etwas anderes beunruhigt, können Sie uns jederzeit wieder fragen.",

  complainHere: (officer, email) =>
    `Wenn Sie nicht einverstanden sind, können Sie sich kostenlos bei uns beschweren: ${officer}, ${email}.`,
  complainToAuthority: (authority, url, law) =>
    `Sie können sich auch bei der Aufsichtsbehörde beschweren (Art. 77 ${law}): ${authority}, ${url}`,
  otherAuthorities: (url) =>
    `Sie können sich stattdessen an die Behörde des Landes wenden, in dem Sie leben oder arbeiten oder in dem es geschehen ist. Hier sind sie alle aufgeführt: ${url}`,
  court: (law) => `Und Sie haben das Recht, vor Gericht zu gehen (Art. 79 ${law}).`,

  contact: (officer, email, reference) =>
    `Ist etwas unklar, oder machen Sie sich Sorgen? Schreiben Sie an ${officer}, ${email}, und nennen Sie das Aktenzeichen ${reference}.`,
  regards: "Mit freundlichen Grüßen",

  date: "Datum",
  unprintable: "Einige Zeichen lassen sich in diesem Brief nicht drucken. Das Portal zeigt sie alle.",
};
