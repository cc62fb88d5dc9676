import { describe, expect, it } from "vitest";
import { type Hit, type LogGap, SIGNAL_RULES, type SignalInputs } from "../../../functions/domain/signals/signal.ts";
import { LANGUAGES, type Language } from "../../../functions/domain/vocabulary.ts";
import { signalDescriber } from "../../../functions/words/describe-signal.ts";
import { company } from "../../support/company.ts";

const config = company({ sources: [{ source: "crm", name: "Customer file" }] });

// In London it is the third of May already.
const FIRST = "2026-05-02T23:30:00.000Z";
const LAST = "2026-05-20T12:00:00.000Z";
const span = { opens: 3, firstAt: FIRST, lastAt: LAST };

const INPUTS: SignalInputs = {
  "no-business-link": span,
  "contradicted-case": { ...span, evidence: "CASE_OF_ANOTHER" },
  "contact-after-job": { ...span, endedAt: FIRST, hoursAfter: 40 },
  "repeat-interest": { ...span, days: 3, cases: 0 },
  "outside-shift": { ...span, minutes: 95 },
  colleague: span,
  household: { ...span, shared: "street" },
  "declared-conflict": { ...span, declaredBy: "customer" },
  "search-fishing": { searches: 14, opened: 1, firstAt: FIRST, lastAt: LAST },
  volume: { customers: 120, day: "2026-05-03", median: 12.5, limit: 40 },
  export: { ...span, records: 1_800 },
  "break-glass": span,
  leaver: { ...span, side: "after-leaving", date: "2026-05-03" },
  "contact-report": { opens: 2, contactedAt: LAST, lastAt: FIRST, senderMatches: false },
  "look-back": { ...span, confirmedAt: LAST },
  "poor-reasons": { missing: 12, looks: 100, identical: 25, firstAt: "2026-05-03T09:30:00.000Z" },
  "log-gap": { kind: "numbers", source: "crm", missing: 7, after: FIRST, before: LAST },
  "bulk-read": { day: "2026-05-03", reads: 2, records: 20_680 },
  "denied-then-granted": { deniedAt: FIRST, grantedAt: LAST, minutes: 12 },
};

const all = (language: Language) => {
  const describeHit = signalDescriber(config, language);
  return SIGNAL_RULES.map((rule) => describeHit({ rule, inputs: INPUTS[rule] }));
};

describe("the words of a signal", () => {
  it.each<[Language, string, string]>([
    [
      "en",
      "Contact details after the job",
      "Contact details were opened 3 times after the job had ended on 3 May 2026, the last time 40 hours after it. This needs an explanation.",
    ],
    [
      "fr",
      "Coordonnées après la fin du travail",
      "Les coordonnées ont été ouvertes 3 fois après la fin du travail le 3 mai 2026, la dernière fois 40 heures plus tard. Cela demande une explication.",
    ],
    [
      "de",
      "Kontaktdaten nach dem Auftrag",
      "Kontaktdaten wurden 3-mal geöffnet, nachdem der Auftrag am 3. Mai 2026 beendet war, zuletzt 40 Stunden danach. Das braucht eine Erklärung.",
    ],
    [
      "es",
      "Datos de contacto después del trabajo",
      "Los datos de contacto se abrieron 3 veces después de que el trabajo terminara el 3 de mayo de 2026, la última 40 horas más tarde. Esto necesita una explicación.",
    ],
  ])("read well in %s", (language, title, sentence) => {
    const hit = { rule: "contact-after-job", inputs: INPUTS["contact-after-job"] } as const;
    expect(signalDescriber(config, language)(hit)).toEqual({ title, sentence });
  });

  it.each(LANGUAGES)("say every rule of %s in whole sentences of its own", (language) => {
    const described = all(language);
    expect(new Set(described.map(({ title }) => title)).size).toBe(SIGNAL_RULES.length);
    expect(new Set(described.map(({ sentence }) => sentence)).size).toBe(SIGNAL_RULES.length);
    for (const { sentence } of described) {
      expect(sentence).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(sentence).not.toMatch(/undefined|NaN|\s{2}|#|\$|\.\.|T\d\d:/);
    }
  });

  it("leave nothing in English", () => {
    const english = new Set(all("en").flatMap(({ title, sentence }) => [title, sentence]));
    for (const language of ["fr", "de", "es"] as const) {
      expect(all(language).filter(({ title, sentence }) => english.has(title) || english.has(sentence))).toEqual([]);
    }
  });

  it.each<[Language, readonly string[]]>([
    [
      "en",
      [
        "Customer file has sent nothing since 3 May 2026.",
        "Customer file: by its own count 10,000 entries on 3 May 2026; we received 9,999.",
        "Customer file did not say how many entries it had on 3 May 2026.",
      ],
    ],
    [
      "fr",
      [
        "Customer file n’a rien envoyé depuis le 3 mai 2026.",
        "Customer file\u00a0: selon son propre décompte, 10\u202f000 entrées le 3 mai 2026\u00a0; nous en avons reçu 9\u202f999.",
        "Customer file n’a pas indiqué combien d’entrées il y avait le 3 mai 2026.",
      ],
    ],
    [
      "de",
      [
        "Customer file hat seit dem 3. Mai 2026 nichts gesendet.",
        "Customer file: nach eigener Zählung 10.000 Einträge am 3. Mai 2026; bei uns angekommen: 9.999.",
        "Customer file hat nicht mitgeteilt, wie viele Einträge es am 3. Mai 2026 gab.",
      ],
    ],
    [
      "es",
      [
        "Customer file no ha enviado nada desde el 3 de mayo de 2026.",
        "Customer file: según su propio recuento, 10.000 entradas el 3 de mayo de 2026; hemos recibido 9999.",
        "Customer file no ha dicho cuántas entradas hubo el 3 de mayo de 2026.",
      ],
    ],
  ])("say what a source did not send in %s", (language, sentences) => {
    const day = "2026-05-03";
    const gaps: readonly LogGap[] = [
      { kind: "silence", source: "crm", after: FIRST },
      { kind: "count", source: "crm", day, announced: 10_000, received: 9_999 },
      { kind: "no-count", source: "crm", day },
    ];
    const said = gaps.map((inputs) => signalDescriber(config, language)({ rule: "log-gap", inputs }).sentence);
    for (const [n, sentence] of sentences.entries()) expect(said[n]?.startsWith(sentence)).toBe(true);
  });

  it("accuse nobody", () => {
    const words = LANGUAGES.flatMap((language) =>
      all(language).map(({ title, sentence }) => `${title} ${sentence}`),
    ).join(" ");
    expect(words).not.toMatch(
      /misus|abus|suspi|violat|snoop|steal|verdächt|missbr|verstoß|infract|sospech|indebid|schnüff|espion|spy/i,
    );
    expect(words).not.toMatch(/emp-|customer-\d/);
  });

  it("count and choose as the language does", () => {
    const describeHit = signalDescriber(config, "en");
    const say = (hit: Pick<Hit, "rule" | "inputs">) => describeHit(hit).sentence;
    const oneDay = { opens: 1, firstAt: FIRST, lastAt: FIRST };
    expect(say({ rule: "no-business-link", inputs: oneDay })).toMatch(/^1 look on 3 May 2026 cannot/);
    const weeks = { ...INPUTS["contact-after-job"], hoursAfter: 461 };
    expect(say({ rule: "contact-after-job", inputs: weeks })).toContain("the last time 19 days after it");
    expect(say({ rule: "colleague", inputs: { ...span, opens: 1 } })).toMatch(/^1 look concerned/);
    expect(say({ rule: "repeat-interest", inputs: { ...INPUTS["repeat-interest"], cases: 1 } })).toContain(
      "1 case was named",
    );
    expect(say({ rule: "household", inputs: { ...INPUTS.household, shared: "address" } })).toContain("own address");
    expect(say({ rule: "declared-conflict", inputs: { ...span, declaredBy: "employee" } })).toContain(
      "the employee has said",
    );
    expect(say({ rule: "leaver", inputs: { ...INPUTS.leaver, side: "before-starting" } })).toContain(
      "before the first day of work, 3 May 2026",
    );
    expect(say({ rule: "contact-report", inputs: { ...INPUTS["contact-report"], senderMatches: true } })).toContain(
      "on file for this employee",
    );
    expect(say({ rule: "log-gap", inputs: INPUTS["log-gap"] })).toContain("Customer file: 7 entries");
    expect(say({ rule: "log-gap", inputs: { kind: "silence", source: "till", after: FIRST } })).toContain(
      "till has sent nothing since 3 May 2026.",
    );
  });
});
