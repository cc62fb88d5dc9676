import { describe, expect, it } from "vitest";
import { AUTHORITIES } from "../../../functions/domain/authorities.ts";
import { HELP, HELP_COUNTRIES, helpCountryOf } from "../../../functions/domain/help-lines.ts";
import { REGIME_IDS } from "../../../functions/domain/regimes.ts";

describe("help outside the company", () => {
  it.each(HELP_COUNTRIES)(
    "in %s has an emergency number, somebody to talk to, and the country's authority",
    (country) => {
      const { emergency, lines, authority } = HELP[country];
      expect(emergency).toContain("112");
      expect(lines.length).toBeGreaterThan(0);
      for (const { number, url } of lines) {
        expect(number).toMatch(/^\d[\d ]+\d$/);
        expect(new URL(url).protocol).toBe("https:");
      }
      expect(AUTHORITIES[authority].country).toBe(country);
    },
  );

  it("is known for every regime that a company can be under", () => {
    expect(REGIME_IDS.map(helpCountryOf)).toEqual(REGIME_IDS.map((regime) => regime.slice(0, 2)));
  });
});
