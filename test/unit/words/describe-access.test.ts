import { describe, expect, it } from "vitest";
import type { AccessEventInput } from "../../../functions/contract/access-event.ts";
import type { Evidence } from "../../../functions/domain/evidence.ts";
import { PURPOSE_CODES } from "../../../functions/domain/purposes.ts";
import { ACTIONS, LANGUAGES, type Language } from "../../../functions/domain/vocabulary.ts";
import { row as de } from "../../../functions/words/de/row.ts";
import { accessDescriber } from "../../../functions/words/describe-access.ts";
import { row as en } from "../../../functions/words/en/row.ts";
import { row as es } from "../../../functions/words/es/row.ts";
import { row as fr } from "../../../functions/words/fr/row.ts";
import type { RowWords } from "../../../functions/words/row-words.ts";
import { access } from "../../support/accesses.ts";
import { company } from "../../support/company.ts";

const MATCHES: Evidence = {
  level: "confirmed",
  rule: "CASE_MATCHES_CLOSED",
  showsCase: true,
  // In London it is the third of May, and the first of June, already.
  openedAt: "2026-05-02T23:30:00.000Z",
  closedAt: "2026-05-31T23:30:00.000Z",
};

const described = (language: Language, changes: Partial<AccessEventInput> = {}, evidence = MATCHES) =>
  accessDescriber(company(), language)(access(changes), evidence);
const saw = (changes: Partial<AccessEventInput>) => described("en", changes).sawWords;

describe("the words of a row", () => {
  it.each<[Language, string, string, string]>([
    [
      "en",
      "They delivered to you or came to you.",
      "Matches your order of 3 May 2026, which ended on 1 June 2026.",
      "Looked at: your phone number and your address.",
    ],
    [
      "fr",
      "Une livraison ou une visite a eu lieu chez vous.",
      "Correspond à votre commande du 3 mai 2026 (fin le 1er juin 2026).",
      "Consultation\u00a0: votre numéro de téléphone et votre adresse.",
    ],
    [
      "de",
      "Sie wurden beliefert oder besucht.",
      "Passt zu Ihrer Bestellung vom 3. Mai 2026, beendet am 1. Juni 2026.",
      "Angesehen: Ihre Telefonnummer und Ihre Anschrift.",
    ],
    [
      "es",
      "Le llevaron un pedido o fueron a su domicilio.",
      "Coincide con su pedido del 3 de mayo de 2026, que terminó el 1 de junio de 2026.",
      "Consulta: su número de teléfono y su dirección.",
    ],
  ])("reads well in %s", (language, why, evidenceWords, sawWords) => {
    const words = described(language, { dataCategories: ["contact.phone", "contact.address"] });
    expect(words).toEqual({ why, evidenceWords, sawWords });
  });

  it.each(LANGUAGES)("says every reason, rule and action of %s in whole sentences", (language) => {
    const sentences = [
      ...PURPOSE_CODES.map((purpose) => described(language, { purpose }).why),
      ...Object.keys(en.evidence).map(
        (rule) => described(language, {}, { ...MATCHES, rule: ruleNamed(rule) }).evidenceWords,
      ),
      ...ACTIONS.map((action) => described(language, { action }).sawWords),
    ];
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(sentence).not.toMatch(/undefined|\s{2}|#|\$|\.\.| \./);
    }
  });

  it("leaves no reason, rule or category in English", () => {
    const template = { matter: "M", opened: "O", closed: "C" };
    const texts = (row: RowWords): readonly string[] => [
      ...Object.values(row.purposes),
      ...Object.values(row.evidence).map((sentence) => sentence(template)),
      ...Object.values(row.categories),
      ...Object.values(row.cases),
    ];
    const english = new Set(texts(en));
    for (const row of [fr, de, es]) {
      expect(texts(row)).toHaveLength(texts(en).length);
      expect(texts(row).filter((text) => english.has(text))).toEqual([]);
    }
  });

  it("speaks of a company's own purposes and cases in its own words", () => {
    const everywhere = (words: string) => ({ en: words, fr: words, de: words, es: words });
    const config = company({
      purposes: [
        { code: "INSTALLATION", words: everywhere("they assembled what you bought"), dpv: "ServiceProvision" },
      ],
      cases: [{ type: "assembly", words: everywhere("your assembly") }],
    });
    const describeOwn = accessDescriber(config, "en");
    const assembled = access({ purpose: "INSTALLATION", case: { type: "assembly", id: "A-1" } });
    expect(describeOwn(assembled, { ...MATCHES, rule: "CASE_MATCHES" })).toMatchObject({
      why: "They assembled what you bought.",
      evidenceWords: "Matches your assembly of 3 May 2026.",
    });
    expect(described("en", { purpose: "INSTALLATION" }).why).toContain("INSTALLATION");
    expect(described("en", { case: { type: "constructor", id: "1" } }).evidenceWords).toContain("your case");
  });

  it("says what is the company's own in its first language, where a record is in one that it has given up", () => {
    const own = {
      code: "INSTALLATION",
      words: { de: "sie haben aufgebaut, was Sie kauften" },
      dpv: "ServiceProvision",
    };
    const config = company({ languages: ["de"], purposes: [own] });
    expect(accessDescriber(config, "fr")(access({ purpose: "INSTALLATION" }), MATCHES).why).toBe(
      "Sie haben aufgebaut, was Sie kauften.",
    );
  });

  it("takes the nearest word that there is for a category", () => {
    expect(saw({ dataCategories: ["contact.fax"] })).toBe("Looked at: your contact details.");
    expect(saw({ dataCategories: ["contact.fax", "contact.telex"] })).toBe("Looked at: your contact details.");
    expect(saw({ dataCategories: ["constructor"] })).toBe("Looked at: “constructor”.");
    expect(saw({ dataCategories: [], fieldsRevealed: ["phone_2"] })).toBe("Looked at: “phone_2”.");
    expect(saw({ dataCategories: [] })).toBe("Looked at: your data (which part was not recorded).");
  });

  it("says what else happened", () => {
    expect(saw({ outcome: "denied", recipient: "Acme" })).toBe(
      "Tried to see: your phone number. This was refused; nothing was shown.",
    );
    expect(saw({ recordCount: 312, recipient: "Acme Ltd", breakGlass: true })).toBe(
      "Looked at: your phone number. The data of 311 other customers was shown too. Passed on to Acme Ltd. A lock was overridden to look.",
    );
    expect(saw({ outcome: "error", recordCount: 2 })).toBe(
      "Looked at: your phone number. An error occurred; what was shown is not certain. One other customer’s data was shown too.",
    );
    expect(saw({ involvement: "listed", action: "search", dataCategories: [] })).toBe(
      "Only in a list, record not opened: your name.",
    );
    expect(saw({ involvement: "listed", dataCategories: ["contact.phone", "orders", "payment"] })).toBe(
      "Only in a list, record not opened: your phone number, your orders and your payments.",
    );
  });
});

const ruleNamed = (name: string): Evidence["rule"] => {
  const isRule = (rule: string): rule is Evidence["rule"] => Object.hasOwn(en.evidence, rule);
  if (!isRule(name)) throw new Error("No such rule.");
  return name;
};
