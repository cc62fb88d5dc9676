import { describe, expect, it } from "vitest";
import { breachNotification, complaintAcknowledgement } from "../../../functions/domain/deadlines.ts";
import { jurisdictionOf } from "../../../functions/domain/jurisdiction.ts";
import type { RegimeId } from "../../../functions/domain/regimes.ts";
import { type RequestClock, requestDeadlines } from "../../../functions/domain/request-clock.ts";
import { LANGUAGES, type Language } from "../../../functions/domain/vocabulary.ts";
import { deadlineDescriber } from "../../../functions/words/describe-deadline.ts";

const clock = (receivedOn: string, changes: Partial<RequestClock> = {}): RequestClock => ({
  receivedOn,
  clarifications: [],
  extended: false,
  ...changes,
});
const described = (request: RequestClock, language: Language = "en", regime: RegimeId = "GB-ENG") =>
  deadlineDescriber(language, "Europe/London").request(requestDeadlines(request, jurisdictionOf(regime)));
const due = (...about: Parameters<typeof described>) => described(...about)[0];

describe("the due date in words", () => {
  it.each<[Language, string]>([
    [
      "en",
      "Due by the end of Monday 2 March 2026: received 31 January 2026; one month later is 28 February 2026 (the last day of that month), a Saturday; so Monday 2 March 2026.",
    ],
    [
      "fr",
      "Réponse due au plus tard le lundi 2 mars 2026\u00a0: reçue le 31 janvier 2026\u00a0; un mois plus tard, c’est le 28 février 2026 (dernier jour de ce mois), un samedi\u00a0; donc le lundi 2 mars 2026.",
    ],
    [
      "de",
      "Frist bis Montag, 2. März 2026, 24 Uhr: eingegangen am 31. Januar 2026; einen Monat später ist der 28. Februar 2026 (der letzte Tag dieses Monats), ein Samstag; also Montag, 2. März 2026.",
    ],
    [
      "es",
      "Plazo hasta el lunes 2 de marzo de 2026 inclusive: recibida el 31 de enero de 2026; un mes después es el 28 de febrero de 2026 (el último día de ese mes), sábado; por tanto, el lunes 2 de marzo de 2026.",
    ],
  ])("says in %s how it was worked out", (language, sentence) => {
    expect(due(clock("2026-01-31"), language)).toBe(sentence);
  });

  it.each<[Language, string]>([
    [
      "en",
      "one month later is 3 April 2026, a public holiday; 6 April 2026 is a public holiday; so Tuesday 7 April 2026.",
    ],
    [
      "fr",
      "un mois plus tard, c’est le 3 avril 2026, un jour férié\u00a0; le 6 avril 2026 est un jour férié\u00a0; donc le mardi 7 avril 2026.",
    ],
    [
      "de",
      "einen Monat später ist der 3. April 2026, ein Feiertag; der 6. April 2026 ist ein Feiertag; also Dienstag, 7. April 2026.",
    ],
    [
      "es",
      "un mes después es el 3 de abril de 2026, día festivo; el 6 de abril de 2026 es día festivo; por tanto, el martes 7 de abril de 2026.",
    ],
  ])("names in %s the holidays on the way", (language, end) => {
    expect(due(clock("2026-03-03"), language)?.endsWith(end)).toBe(true);
  });

  it.each<[Language, string]>([
    ["en", "paused from 10 March 2026 to 17 March 2026, 8 days in all; 8 days later is 10 April 2026, a working day."],
    [
      "fr",
      "délai suspendu du 10 mars 2026 au 17 mars 2026, soit 8 jours en tout\u00a0; 8 jours plus tard, c’est le 10 avril 2026, un jour ouvré.",
    ],
    [
      "de",
      "die Frist ruhte vom 10. März 2026 bis zum 17. März 2026, zusammen 8 Tage; 8 Tage später ist der 10. April 2026, ein Arbeitstag.",
    ],
    [
      "es",
      "plazo suspendido del 10 de marzo de 2026 al 17 de marzo de 2026, en total 8 días; 8 días después es el 10 de abril de 2026, día laborable.",
    ],
  ])("counts in %s the days on which the time stood still", (language, end) => {
    const request = clock("2026-03-02", { clarifications: [{ askedOn: "2026-03-10", answeredOn: "2026-03-17" }] });
    expect(due(request, language)?.endsWith(end)).toBe(true);
  });

  it.each<[Language, RegExp]>([
    ["en", /^No due date yet: .+ clarification was asked for on 1 April 2026 and has not arrived/],
    ["fr", /^Pas encore de date limite\u00a0: .+ des précisions ont été demandées le 1er avril 2026 et ne sont pas/],
    ["de", /^Noch keine Frist: .+ am 1\. April 2026 wurde um eine Klarstellung gebeten, die noch aussteht/],
    ["es", /^Todavía sin plazo: .+ se pidió una aclaración el 1 de abril de 2026, aún no ha llegado/],
  ])("is open in %s while an answer is awaited, and the house target stands", (language, sentence) => {
    const sentences = described(clock("2026-03-10", { clarifications: [{ askedOn: "2026-04-01" }] }), language);
    expect(sentences).toHaveLength(2);
    expect(sentences[0]).toMatch(sentence);
  });

  it.each(LANGUAGES)("says in %s what identity information does to it", (language) => {
    const identity = { askedOn: "2026-03-02", answeredOn: "2026-03-05" };
    const request = clock("2026-03-02", { identity });
    const writtenDate = deadlineDescriber(language, "UTC").day("2026-03-05").replace(/^\S+ /, "");
    expect(due(request, language)).toContain(writtenDate);
    expect(due(request, language, "DE")).not.toContain(writtenDate);
    const waiting = described(clock("2026-03-05", { identity: { askedOn: "2026-03-05" } }), language);
    expect(waiting).toHaveLength(1);
  });

  it("says that a request was extended, and which holidays nobody knows", () => {
    expect(due(clock("2027-01-31", { extended: true }))).toBe(
      "Due by the end of Friday 30 April 2027: received 31 January 2027; extended to three months, which is 30 April 2027 (the last day of that month), a working day.",
    );
    expect(due(clock("2029-11-25"))).toBe(
      "Due by the end of Tuesday 25 December 2029: received 25 November 2029; one month later is 25 December 2029; the public holidays of 2029 are not known here, so only its weekends were left out.",
    );
  });

  it("stands beside the house target and the last day for announcing an extension", () => {
    expect(described(clock("2026-07-01")).slice(1)).toEqual([
      "To be answered if possible by Wednesday 29 July 2026: received 1 July 2026; 28 days later is 29 July 2026.",
      "An extension must be announced by Saturday 1 August 2026: received 1 July 2026; one month later is 1 August 2026; weekends and public holidays do not move this date.",
    ]);
  });

  it("can do without its headline", () => {
    const deadlines = requestDeadlines(clock("2026-02-10"), jurisdictionOf("FR"));
    const steps = deadlines.state === "running" ? deadlines.due.steps : [];
    expect(deadlineDescriber("en", "UTC").derivation(steps)).toBe(
      "Received 10 February 2026; one month later is 10 March 2026, a working day.",
    );
  });
});

describe("the other clocks in words", () => {
  it.each<[Language, string]>([
    [
      "en",
      "To be acknowledged by the end of Monday 20 July 2026: received 19 June 2026; 30 days later is 19 July 2026, a Sunday; so Monday 20 July 2026.",
    ],
    [
      "fr",
      "Accusé de réception dû au plus tard le lundi 20 juillet 2026\u00a0: reçue le 19 juin 2026\u00a0; 30 jours plus tard, c’est le 19 juillet 2026, un dimanche\u00a0; donc le lundi 20 juillet 2026.",
    ],
    [
      "de",
      "Eingangsbestätigung fällig bis Montag, 20. Juli 2026: eingegangen am 19. Juni 2026; 30 Tage später ist der 19. Juli 2026, ein Sonntag; also Montag, 20. Juli 2026.",
    ],
    [
      "es",
      "Acuse de recibo debido hasta el lunes 20 de julio de 2026 inclusive: recibida el 19 de junio de 2026; 30 días después es el 19 de julio de 2026, domingo; por tanto, el lunes 20 de julio de 2026.",
    ],
  ])("acknowledge a complaint in %s", (language, sentence) => {
    const by = complaintAcknowledgement("2026-06-19", jurisdictionOf("GB-ENG"));
    expect(by && deadlineDescriber(language, "Europe/London").acknowledgement(by)).toBe(sentence);
  });

  it.each<[Language, string]>([
    [
      "en",
      "To be notified by Monday 6 April 2026 at 16:00 BST: known since Friday 3 April 2026 at 16:00 BST; 72 hours later is Monday 6 April 2026 at 16:00 BST; weekends and public holidays count.",
    ],
    [
      "fr",
      "À notifier au plus tard le lundi 6 avril 2026 à 16:00 UTC+1\u00a0: connue depuis le vendredi 3 avril 2026 à 16:00 UTC+1\u00a0; 72 heures plus tard, c’est le lundi 6 avril 2026 à 16:00 UTC+1\u00a0; les week-ends et les jours fériés comptent.",
    ],
    [
      "de",
      "Zu melden bis Montag, 6. April 2026, 16:00 MESZ: bekannt seit Freitag, 3. April 2026, 16:00 MESZ; 72 Stunden später ist Montag, 6. April 2026, 16:00 MESZ; Wochenenden und Feiertage zählen mit.",
    ],
    [
      "es",
      "Debe notificarse hasta el lunes 6 de abril de 2026, 16:00 CEST: conocida desde el viernes 3 de abril de 2026, 16:00 CEST; 72 horas después es el lunes 6 de abril de 2026, 16:00 CEST; los fines de semana y los días festivos cuentan.",
    ],
  ])("run on for a breach in %s", (language, sentence) => {
    const timeZone = { en: "Europe/London", fr: "Europe/London", de: "Europe/Berlin", es: "Europe/Madrid" }[language];
    const offset = timeZone === "Europe/London" ? "+01:00" : "+02:00";
    const by = breachNotification(`2026-04-03T16:00:00${offset}`);
    expect(deadlineDescriber(language, timeZone).notification(by)).toBe(sentence);
  });

  it("name the zone's offset, so that 72 hours add up where the clock changes", () => {
    expect(deadlineDescriber("en", "Europe/London").notification(breachNotification("2026-03-27T16:00:00Z"))).toMatch(
      /known since Friday 27 March 2026 at 16:00 GMT; 72 hours later is Monday 30 March 2026 at 17:00 BST/,
    );
  });
});
