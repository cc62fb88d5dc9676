import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../functions/domain/vocabulary.ts";
import { describeNumbers, monthWriter } from "../../../functions/words/describe-numbers.ts";
import { someNumbers, tallied } from "../../support/numbers.ts";

const said = (...args: Parameters<typeof describeNumbers>) => JSON.stringify(describeNumbers(...args));

describe("the numbers of a month in words", () => {
  it("say when they were made by the company's clock, and from how many accesses", () => {
    const [made] = describeNumbers(someNumbers(), "en", "Europe/Paris").paragraphs;
    expect(made).toBe(
      "Made on 9 November 2026 at 04:00. Counted from 3,207 accesses in the log, 1,204 of them caused by no person. The month is counted in UTC.",
    );
  });

  it.each(LANGUAGES)(
    "in %s have a bar for each level of evidence, with numbers, shares and a text for all",
    (language) => {
      const [evidence] = describeNumbers(someNumbers(), language, "Europe/London").sections;
      expect(evidence?.bars?.bars.map(({ share }) => share)).toEqual([0.75, 0.21, 0.01, 0.03]);
      for (const { label, value } of evidence?.bars?.bars ?? [])
        expect(evidence?.bars?.text).toContain(`${label} ${value}`);
      expect(evidence?.table?.rows.map((row) => row.length)).toEqual([7, 7, 7, 7]);
    },
  );

  it("say that a month is not over, or that late reports are still to come, and nothing once it is settled", () => {
    const paragraphs = (madeAt: string) => describeNumbers(someNumbers({ madeAt }), "en", "UTC").paragraphs.slice(1);
    expect(paragraphs("2026-10-20T00:00:00.000Z")).toEqual(["The month is not over yet: these numbers will grow."]);
    expect(paragraphs("2026-11-02T03:00:00.000Z")[0]).toContain("up to a week after the month");
    expect(paragraphs("2026-11-09T03:00:00.000Z")).toEqual([]);
  });

  it("say why units are counted together, and only where they are", () => {
    expect(said(someNumbers(), "en", "UTC")).toContain("fewer than five different people looked are counted together");
    const people = { refused: 0, all: tallied(5, 5), units: [{ ...tallied(5, 5) }] };
    const alone = said(someNumbers({ people }), "en", "UTC");
    expect(alone).not.toContain("counted together");
    expect(alone).toContain("No unit recorded");
  });

  it("say of too few people nothing but that, not even how often they looked", () => {
    const { people: _, ...few } = someNumbers();
    const { paragraphs, sections } = describeNumbers(few, "en", "UTC");
    expect(paragraphs).toEqual(["Made on 9 November 2026 at 03:00."]);
    expect(sections[0]).toEqual({
      heading: "How far reasons are borne out",
      paragraphs: ["Fewer than five different people looked in this month. Nothing is said about their looks."],
      notes: [],
    });
  });

  it("know nothing of a median where nobody waited", () => {
    const { desk } = someNumbers();
    const times = { ...desk.times, question: { closed: 0, overdue: 0 } };
    const rows = describeNumbers(someNumbers({ desk: { ...desk, times } }), "en", "UTC").sections[1]?.table?.rows;
    expect(rows?.[0]).toEqual(["Questions", "0", "–", "–", "0"]);
  });

  it("name months", () => {
    expect(LANGUAGES.map((language) => monthWriter(language)("2026-08"))).toEqual([
      "August 2026",
      "août 2026",
      "August 2026",
      "agosto de 2026",
    ]);
    expect(describeNumbers(someNumbers({ month: "2026-08" }), "fr", "UTC").title).toBe("Chiffres d’août 2026");
    expect(describeNumbers(someNumbers({ month: "2026-07" }), "fr", "UTC").title).toBe("Chiffres de juillet 2026");
  });
});
