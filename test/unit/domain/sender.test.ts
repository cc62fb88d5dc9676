import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHANNELS } from "../../../functions/domain/matter-vocabulary.ts";
import { REGIME_IDS } from "../../../functions/domain/regimes.ts";
import { normalSender, senderTail, spellingsOf } from "../../../functions/domain/sender.ts";

describe("the number or account that somebody wrote from", () => {
  it.each([
    ["07700 900123", "GB-ENG", "447700900123"],
    ["+44 7700 900123", "GB-SCT", "447700900123"],
    ["+44 (0)7700 900-123", "GB-ENG", "447700900123"],
    ["0044 7700 900123", "FR", "447700900123"],
    ["06 12 34 56 78", "FR", "33612345678"],
    ["+33.6.12.34.56.78", "GB-ENG", "33612345678"],
    ["0151/23456789", "DE", "4915123456789"],
    ["612 34 56 78", "ES", "34612345678"],
    ["34612345678", "ES", "34612345678"],
    ["085 123 4567", "IE", "353851234567"],
    ["0470 12 34 56", "BE", "32470123456"],
    ["06-12345678", "NL", "31612345678"],
    ["5123 4567", "EE", "37251234567"],
    ["040 1234567", "FI", "358401234567"],
    ["４４ ７７００ ９００１２３", "GB-ENG", "447700900123"],
  ] as const)("%s in %s is %s", (typed, regime, digits) => {
    expect(normalSender("text", typed, regime)).toBe(digits);
  });

  it.each([
    ["social", "@Kieran.D", "kieran.d"],
    ["social", "https://www.instagram.com/Kieran.D/", "kieran.d"],
    ["social", "0770090012", "0770090012"],
    ["mail", " Kieran.D@Example.COM ", "kieran.d@example.com"],
    ["messenger", "@KieranD", "kierand"],
    ["text", "88222", "88222"],
    ["other", "Unknown", "unknown"],
  ] as const)("%s from %s is %s", (channel, typed, normal) => {
    expect(normalSender(channel, typed, "GB-ENG")).toBe(normal);
  });

  it("is known again once it is normal, and its tail tells at most half of it and four characters", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANNELS),
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
        fc.constantFrom(...REGIME_IDS),
        (channel, typed, regime) => {
          const normal = normalSender(channel, typed, regime);
          const tail = senderTail(normal);
          expect(normal.endsWith(tail)).toBe(true);
          expect(tail.length).toBeLessThanOrEqual(Math.min(4, Math.max(2, normal.length / 2)));
          expect(tail.isWellFormed()).toBe(normal.isWellFormed() || tail.isWellFormed());
        },
      ),
    );
    expect(["447700900123", "kieran", "ab", "x"].map(senderTail)).toEqual(["0123", "ran", "ab", "x"]);
  });
});

describe("every spelling of a number or account", () => {
  it("holds what any channel makes of it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 40 }),
        fc.constantFrom(...CHANNELS),
        fc.constantFrom(...REGIME_IDS),
        (typed, channel, regime) => {
          const normal = normalSender(channel, typed, regime);
          if (normal === "") expect(spellingsOf(typed, regime)).toEqual([]);
          else expect(spellingsOf(typed, regime)).toContain(normal);
        },
      ),
    );
    expect(spellingsOf("07700 900117", "GB-ENG")).toEqual(["447700900117", "07700 900117"]);
  });
});
