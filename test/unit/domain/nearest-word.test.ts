import { describe, expect, it } from "vitest";
import { nearestWord } from "../../../functions/domain/nearest-word.ts";

describe("the word that somebody may have meant", () => {
  it.each([
    ["colors", "colours"],
    ["Timezone", "timeZone"],
    ["retenton", "retention"],
    ["timeZone", "timeZone"],
    ["domain2", "domain"],
    ["clientSecret", undefined],
    ["", undefined],
  ])("for “%s” is %s", (typed, meant) => {
    expect(nearestWord(typed, ["colours", "timeZone", "retention", "domain", "mail", "clientId"])).toBe(meant);
  });

  it("is none where there are no words", () => {
    expect(nearestWord("mail", [])).toBeUndefined();
  });
});
