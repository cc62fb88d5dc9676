import type { AnswerWords } from "./answer-words.ts";

export const answerDe: AnswerWords = {
  title: "Eine Frage an Sie",
  description: "Wo Menschen von {company} eine Frage der Datenschutzbeauftragten beantworten.",
  loading: "Die Frage wird geholt…",
  lead: "Die Datenschutzbeauftragten von {company} möchten Zugriffe auf die Daten eines Kunden verstehen.",
  fair: {
    employee: [
      "Sie werden zuerst gehört. Niemand hat etwas entschieden, und gefragt zu werden sagt nichts über Sie.",
      "Solche Zugriffe haben oft einen guten Grund, den die Systeme nicht kennen. Sie kennen ihn am besten.",
      "Ihre Antwort geht allein an die Datenschutzbeauftragten und bleibt bei dem Vorgang.",
    ],
    manager: [
      "Jemand, der für Sie arbeitet, wird durch Sie gehört. Niemand hat über diese Person etwas entschieden.",
      "Solche Zugriffe haben oft einen guten Grund, den die Systeme nicht kennen.",
      "Bitte sprechen Sie nicht mit anderen darüber. Ihre Antwort geht allein an die Datenschutzbeauftragten.",
    ],
  },
  question: "Die Frage",
  looks: "Die Zugriffe",
  saw: "Was gezeigt wurde",
  why: "Festgehaltener Grund",
  case: "Fall",
  source: "System",
  label: "Ihre Antwort",
  hint: "Wofür waren diese Zugriffe? Schreiben Sie, wie Sie es erzählen würden. Wenn Sie es nicht mehr wissen, sagen Sie das.",
  left: "Noch frei: {n} Zeichen",
  empty: "Bitte schreiben Sie zuerst etwas.",
  tooLong: "Bitte kürzen Sie: 2.000 Zeichen haben Platz.",
  until: "Sie können einmal antworten, bis {day}.",
  send: "Antwort abschicken",
  sending: "Wird abgeschickt…",
  kept: "Was Sie schreiben, bleibt auf diesem Gerät, bis Sie es abschicken.",
  thanks: "Danke. Ihre Antwort ist abgeschickt.",
  thanksLead: "Mehr müssen Sie nicht tun. Gibt es noch eine Frage, kommt eine neue E-Mail.",
  spent: "Dieser Link ist nicht mehr offen",
  spentLead:
    "Er wurde schon benutzt, seine Zeit ist vorbei, oder der Vorgang ist beendet. Möchten Sie noch etwas sagen, schreiben Sie an {dpo}.",
  noLink: "Öffnen Sie diese Seite über den Link in Ihrer E-Mail. Haben Sie ihn nicht mehr, schreiben Sie an {dpo}.",
};
