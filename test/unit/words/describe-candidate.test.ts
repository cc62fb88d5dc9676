import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../functions/domain/vocabulary.ts";
import { describeCandidate } from "../../../functions/words/describe-candidate.ts";

const candidate = (changes: Partial<Parameters<typeof describeCandidate>[1]> = {}) => ({
  ...{ employeeId: "emp-7", numberMatches: false, looks: 4, unconfirmed: 3, near: 1 },
  lastAt: "2026-06-09T10:00:00.000Z",
  ...changes,
});

describe("why somebody is a candidate", () => {
  it("is said in sentences that count", () => {
    expect(describeCandidate("en", candidate())).toBe(
      "They saw how to reach the customer 4 times in the 30 days before. For 3 looks nothing bears the reason out. One look was within the last two days.",
    );
    expect(describeCandidate("en", candidate({ looks: 1, unconfirmed: 0, near: 0 }))).toBe(
      "They saw how to reach the customer once in the 30 days before. Every one of these looks had a reason that is borne out.",
    );
  });

  it.each(LANGUAGES)("by a number alone is no proof, and says so before anything else (%s)", (language) => {
    const alone = describeCandidate(language, candidate({ numberMatches: true, looks: 0, unconfirmed: 0, near: 0 }));
    expect(alone).toMatch({ en: /no proof/, fr: /pas une preuve/, de: /kein Beweis/, es: /no una prueba/ }[language]);
    expect(alone.match(/30/g)).toHaveLength(1);
  });

  it.each(LANGUAGES)("accuses nobody and names nobody, whatever was counted (%s)", (language) => {
    const counts = fc.record({
      looks: fc.nat(9),
      unconfirmed: fc.nat(9),
      near: fc.nat(9),
      numberMatches: fc.boolean(),
    });
    fc.assert(
      fc.property(counts, (some) => {
        const words = describeCandidate(language, candidate(some));
        expect(words).toMatch(/^\p{Lu}.*\.$/u);
        expect(words).not.toMatch(/emp-7|suspect|guilty|culpab|coupable|schuldig|verdäch|soupçon|sospech|#/i);
      }),
    );
  });
});
