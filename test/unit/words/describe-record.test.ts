import { describe, expect, it } from "vitest";
import type { Totals } from "../../../functions/domain/record.ts";
import { LANGUAGES, type Language, STAFF_IDENTITIES } from "../../../functions/domain/vocabulary.ts";
import { describeRecord, type RecordSubject } from "../../../functions/words/describe-record.ts";
import { LETTER_WORDS } from "../../../functions/words/letter.ts";
import { company } from "../../support/company.ts";
import { described, evidence, NOW, subject, totals } from "../../support/described.ts";

const summary = (changes: Partial<Totals>, language: Language = "en") =>
  described({ totals: totals(changes) }, language).summary;

describe("the summary", () => {
  it.each<[Language, string]>([
    ["en", "In the last 12 months 7 people looked at your data 23 times; 2 looks have no recorded reason."],
    [
      "fr",
      "Au cours des 12 derniers mois, 7 personnes ont consulté vos données 23 fois\u00a0; 2 consultations n’ont pas de raison enregistrée.",
    ],
    [
      "de",
      "In den letzten 12 Monaten haben 7 Personen Ihre Daten 23-mal angesehen; für 2 Zugriffe ist kein Grund erfasst.",
    ],
    [
      "es",
      "En los últimos 12 meses, 7 personas han consultado sus datos 23 veces; 2 consultas no tienen motivo registrado.",
    ],
  ])("is one sentence in %s", (language, sentence) => {
    expect(described({}, language).summary).toBe(sentence);
  });

  it.each<[Language, string]>([
    ["en", "In the last 12 months 1 person looked at your data once; 1 look has no recorded reason."],
    [
      "fr",
      "Au cours des 12 derniers mois, 1 personne a consulté vos données 1 fois\u00a0; 1 consultation n’a pas de raison enregistrée.",
    ],
    ["de", "In den letzten 12 Monaten hat 1 Person Ihre Daten einmal angesehen; für 1 Zugriff ist kein Grund erfasst."],
    [
      "es",
      "En los últimos 12 meses, 1 persona ha consultado sus datos una vez; 1 consulta no tiene motivo registrado.",
    ],
  ])("counts one in %s", (language, sentence) => {
    const one = summary({ looks: 1, lookers: 1, ...evidence({ missing: 1 }) }, language);
    expect(one).toBe(sentence);
  });

  it("says when nobody looked, and what else happened", () => {
    expect(summary({ looks: 0, ...evidence({}) })).toBe("In the last 12 months nobody looked at your data.");
    const much = summary({ ...evidence({ contradicted: 1 }), listedLooks: 4, refused: 1, automated: 12 });
    expect(much).toBe(
      "In the last 12 months 7 people looked at your data 23 times; 1 look does not fit the reason given for it. " +
        "In 4 of these looks your name was only in a list; your record was not opened. " +
        "1 more attempt to look was refused. 12 more accesses were automatic: no person looked.",
    );
  });

  it("says which period it is about", () => {
    const about = (changes: Partial<RecordSubject>) =>
      described({ totals: totals({ looks: 0, ...evidence({}) }), ...changes }).summary;
    const asked = { from: "2026-04-30T23:00:00.000Z", to: "2026-05-31T23:00:00.000Z" };
    expect(about({ asked, period: asked })).toBe("Between 1 May 2026 and 31 May 2026 nobody looked at your data.");
    const day = { from: asked.from, to: "2026-05-01T23:00:00.000Z" };
    expect(about({ asked: day, period: day })).toBe("On 1 May 2026 nobody looked at your data.");
    expect(about({ period: { from: "2011-10-11T11:00:00.000Z", to: NOW } })).toMatch(/^Since 11 October 2011 /);
    expect(about({ asked: { from: asked.from }, period: { from: asked.from, to: NOW } })).toMatch(/^Since 1 May 2026 /);
  });
});

describe("the standing sentences and the letter", () => {
  it.each(LANGUAGES)("stand in every record in %s, with whom to ask", (language) => {
    for (const staffIdentity of STAFF_IDENTITIES) {
      const { standing } = describeRecord(company({ staffIdentity }), language, subject());
      expect(standing).toHaveLength(3);
      expect(standing[1]).toContain("K7P-Robin");
      expect(standing[2]).toContain("dpo@example.com");
      for (const sentence of standing) expect(sentence).toMatch(/^[\p{Lu}¿].*\.$/u);
    }
  });

  it("have one heading for every column in every language", () => {
    const columns = LANGUAGES.map((language) => LETTER_WORDS[language].columns);
    expect(new Set(columns.flat()).size).toBe(20);
    expect(LETTER_WORDS.es.opening("Marlow & Finch")).toContain("Marlow & Finch");
  });
});
