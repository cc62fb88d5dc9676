import { describe, expect, it } from "vitest";
import type { SourceReport } from "../../../functions/domain/coverage.ts";
import { coverageOf } from "../../../functions/domain/coverage.ts";
import type { Totals } from "../../../functions/domain/record.ts";
import { LANGUAGES, type Language, STAFF_IDENTITIES } from "../../../functions/domain/vocabulary.ts";
import { describeRecord, type RecordSubject } from "../../../functions/words/describe-record.ts";
import { LETTER_WORDS } from "../../../functions/words/letter.ts";
import { company } from "../../support/company.ts";

const HORIZON = "2025-11-24T10:00:00.000Z";
const NOW = "2026-11-24T10:00:00.000Z";

const totals = (changes: Partial<Totals> = {}): Totals => ({
  accesses: 23,
  employees: 7,
  lookers: 7,
  looks: 23,
  refused: 0,
  automated: 0,
  listed: 0,
  listedLooks: 0,
  byEvidence: { confirmed: 21, stated: 0, contradicted: 0, missing: 2 },
  ...changes,
});
const evidence = (changes: Partial<Totals["byEvidence"]>) => ({
  byEvidence: { confirmed: 0, stated: 0, contradicted: 0, missing: 0, ...changes },
});

const subject = (changes: Partial<RecordSubject> = {}): RecordSubject => ({
  period: { from: HORIZON, to: NOW },
  asked: {},
  horizon: HORIZON,
  reach: HORIZON,
  totals: totals(),
  reports: [],
  covered: [],
  ...changes,
});

const described = (changes: Partial<RecordSubject> = {}, language: Language = "en") =>
  describeRecord(company({ sources: [{ source: "crm", name: "Customer file" }] }), language, subject(changes));
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

describe("the coverage", () => {
  const at = (month: number) => new Date(Date.UTC(2026, month - 1, 10, 12)).toISOString();
  const report = (source: string, ...numbers: readonly number[]): SourceReport => ({
    source,
    since: at(1),
    lastReceivedAt: at(11),
    ranges: numbers.map((number) => ({ first: number, last: number, firstAt: at(number), lastAt: at(number) })),
  });
  const coverage = (...reports: readonly SourceReport[]) => {
    const covered = reports.flatMap((one) => coverageOf(one, HORIZON, subject().period) ?? []);
    return described({ reports, covered }).coverage;
  };
  const KEPT =
    "The company’s rule is to keep entries for 12 months. Under this rule those from before 24 November 2025 were erased.";

  it("names every source, its gaps, and the ones that sent nothing", () => {
    expect(coverage(report("crm", 1, 5))).toEqual([
      KEPT,
      "Customer file: entries since 10 January 2026, last received on 10 November 2026.",
      "Customer file: 3 entries between 10 January 2026 and 10 May 2026 never reached us.",
    ]);
    expect(coverage(report("till"))).toEqual([
      KEPT,
      "till: entries since 10 January 2026, last received on 10 November 2026.",
      "Customer file: nothing has been received yet.",
      "Entries without a running number, so that a gap would not be seen: till.",
    ]);
  });

  it("adds many gaps up, says since when it counts, and says that none is known", () => {
    expect(coverage(report("crm", 1, 3, 5, 7, 9))).toContain("Customer file: 4 entries in 4 gaps never reached us.");
    const shortGap = {
      ...report("crm"),
      ranges: [1, 4].map((n) => ({ first: n, last: n, firstAt: at(5), lastAt: at(5) })),
    };
    expect(coverage(shortGap)).toContain("Customer file: 2 entries of 10 May 2026 never reached us.");
    expect(coverage(report("crm", 4))).toContain("Customer file: gaps can be seen since 10 April 2026.");
    expect(coverage(report("crm", 1)).at(-1)).toBe("No gaps are known.");
  });

  it("says that older entries were kept longer", () => {
    const kept =
      "Some older entries were kept longer, on purpose or because a question or request of yours was open; this record shows those that fall into its period.";
    expect(described({ reach: "2011-10-11T11:00:00.000Z" }).coverage).toContain(kept);
    expect(described().coverage).not.toContain(kept);
  });

  it.each(LANGUAGES)(
    "names the retention rule, an erasure at the customer's request and what cannot be read in %s",
    (language) => {
      const plain = described({}, language).coverage;
      expect(plain[0]).toMatch(/(rule|Regel|règle|norma).*12 .*2025/s);
      const { coverage: told } = described({ erasedUpTo: "2026-05-03T10:00:00.000Z", unreadable: 2 }, language);
      const more = told.filter((sentence) => !plain.includes(sentence));
      expect(more).toEqual([expect.stringMatching(/^\p{Lu}.*2026.*\.$/u), expect.stringMatching(/^2 .*\.$/)]);
    },
  );
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
