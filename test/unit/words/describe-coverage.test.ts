import { describe, expect, it } from "vitest";
import type { BulkReads } from "../../../functions/domain/bulk-reads.ts";
import type { SourceCoverage, SourceReport } from "../../../functions/domain/coverage.ts";
import { coverageOf } from "../../../functions/domain/coverage.ts";
import { LANGUAGES, type Language } from "../../../functions/domain/vocabulary.ts";
import { described, HORIZON, subject } from "../../support/described.ts";

describe("the coverage", () => {
  const at = (month: number) => new Date(Date.UTC(2026, month - 1, 10, 12)).toISOString();
  const report = (source: string, ...numbers: readonly number[]): SourceReport => ({
    source,
    since: at(1),
    lastReceivedAt: at(11),
    ranges: numbers.map((number) => ({ first: number, last: number, firstAt: at(number), lastAt: at(number) })),
  });
  const coverage = (...reports: readonly SourceReport[]) => {
    const known = { reach: HORIZON, period: subject().period, shortDays: [], now: at(11), expected: [] };
    const covered = reports.flatMap((one) => coverageOf(one, known) ?? []);
    const uncounted = new Set(reports.filter(({ ranges }) => ranges.length === 0).map(({ source }) => source));
    return described({ reports, covered, uncounted }).coverage;
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

  const crm: SourceCoverage = {
    ...{ source: "crm", since: at(1), lastReceivedAt: at(10) },
    ...{ gaps: [], shortDays: [], silent: false },
  };
  const short = (day: string, announced: number, received: number, missing = announced - received) => ({
    ...{ day, announced, received, missing },
  });
  const about = (changes: Partial<SourceCoverage>, language: Language = "en") =>
    described({ reports: [report("crm", 1)], covered: [{ ...crm, ...changes }] }, language).coverage.slice(2);

  it.each<[Language, string, string, string, string]>([
    [
      "en",
      "Customer file: silent since then for longer than usual; newer entries may be missing.",
      "Customer file: by its own count 10,000 entries on 3 May 2026; we received 9,999.",
      "Customer file: by its own count 1 entry on 3 May 2026; we received 0.",
      "Customer file: by its own count 8 entries of 4 days never reached us.",
    ],
    [
      "fr",
      "Customer file\u00a0: aucune depuis, plus longtemps que d’habitude\u00a0; des entrées plus récentes peuvent manquer.",
      "Customer file\u00a0: selon son propre décompte, 10\u202f000 entrées le 3 mai 2026\u00a0; nous en avons reçu 9\u202f999.",
      "Customer file\u00a0: selon son propre décompte, 1 entrée le 3 mai 2026\u00a0; nous en avons reçu 0.",
      "Customer file\u00a0: selon son propre décompte, 8 entrées de 4 jours ne nous sont jamais parvenues.",
    ],
    [
      "de",
      "Customer file: Seitdem kam länger als üblich nichts; neuere Einträge können fehlen.",
      "Customer file: nach eigener Zählung 10.000 Einträge am 3. Mai 2026; bei uns angekommen: 9.999.",
      "Customer file: nach eigener Zählung 1 Eintrag am 3. Mai 2026; bei uns angekommen: 0.",
      "Customer file: nach eigener Zählung haben 8 Einträge von 4 Tagen uns nie erreicht.",
    ],
    [
      "es",
      "Customer file: desde entonces, en silencio más tiempo de lo habitual; pueden faltar entradas más recientes.",
      "Customer file: según su propio recuento, 10.000 entradas el 3 de mayo de 2026; hemos recibido 9999.",
      "Customer file: según su propio recuento, 1 entrada el 3 de mayo de 2026; hemos recibido 0.",
      "Customer file: según su propio recuento, 8 entradas de 4 días nunca nos llegaron.",
    ],
  ])("tells in %s of a silence and of days that came short, and claims no wholeness then", (...expected) => {
    const [language, silence, one, single, many] = expected;
    expect(about({ silent: true }, language)).toEqual([silence]);
    expect(about({ shortDays: [short("2026-05-03", 10_000, 9_999)] }, language)).toEqual([one]);
    expect(about({ shortDays: [short("2026-05-03", 1, 0)] }, language)).toEqual([single]);
    const days = ["2026-05-03", "2026-05-04", "2026-05-05", "2026-05-06"].map((day) => short(day, 9, 7));
    expect(about({ shortDays: days }, language)).toEqual([many]);
  });

  it("tells of a day of which as many came as were counted, and not the same ones", () => {
    expect(about({ shortDays: [short("2026-05-03", 9, 9, 2)] })).toEqual([
      "Customer file: 2 entries of 3 May 2026 never reached us.",
    ]);
  });

  it("tells of a source that counted and never sent anything, named in the configuration or not", () => {
    const unreported = [
      { source: "crm", ...short("2026-05-03", 9, 0) },
      { source: "till", ...short("2026-05-03", 2, 0) },
    ];
    const { coverage: told } = described({ unreported, reports: [report("app", 1)] });
    expect(told.slice(1)).toEqual([
      "Customer file: nothing has been received yet.",
      "Customer file: by its own count 9 entries on 3 May 2026; we received 0.",
      "till: nothing has been received yet.",
      "till: by its own count 2 entries on 3 May 2026; we received 0.",
    ]);
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

describe("what was read in bulk", () => {
  const read = (changes: Partial<BulkReads["each"][number]> = {}) => ({
    occurredAt: "2026-05-02T23:30:00.000Z",
    recordCount: 20_680,
    employee: { id: "Robin", role: "Analyst", unit: "Marketing", type: "employee" as const },
    ...changes,
  });
  const bulk = (...each: BulkReads["each"]): BulkReads => ({
    reads: each.length,
    records: 20_680,
    people: 1,
    firstAt: "2026-05-02T23:30:00.000Z",
    lastAt: "2026-06-20T12:00:00.000Z",
    each,
  });

  it("is told in every record, for she may be part of it", () => {
    expect(described({ bulk: bulk(read()) }).coverage).toContain(
      "On 3 May 2026, 20,680 records were read in bulk by K7P-Robin (Analyst, Marketing); yours may be among them.",
    );
    const machine = read({ recordCount: 1, employee: { id: "svc", type: "system" } });
    expect(described({ bulk: bulk(machine) }).coverage).toContain(
      "On 3 May 2026, 1 record was read in bulk by an automatic process; yours may be among them.",
    );
    const sent = described({ bulk: bulk({ ...machine, onBehalfOf: "Sam" }) }).coverage;
    expect(sent.at(-1)).toContain("by K7P-Sam;");
    expect(described({ bulk: undefined }).coverage.join(" ")).not.toMatch(/bulk/);
  });

  it("is added up where it is much, in each language", () => {
    const many: BulkReads = { ...bulk(), reads: 12, people: 3, records: 240_000 };
    expect(described({ bulk: many }).coverage.at(-1)).toBe(
      "Between 3 May 2026 and 20 June 2026, 240,000 records were read in 12 bulk reads by 3 people; yours may be among them.",
    );
    const sentences = LANGUAGES.flatMap((language) => [
      described({ bulk: many }, language).coverage.at(-1),
      described({ bulk: { ...many, people: 0 } }, language).coverage.at(-1),
      described({ bulk: bulk(read()) }, language).coverage.at(-1),
    ]);
    expect(new Set(sentences).size).toBe(3 * LANGUAGES.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}[^#]*\.$/u);
  });
});
