import { describe, expect, it } from "vitest";
import { AUTHORITIES } from "../../../functions/domain/authorities.ts";
import { REGIME_IDS, REGIMES } from "../../../functions/domain/regimes.ts";

describe("regimes", () => {
  it.each(REGIME_IDS)("%s has a time zone, and an authority of its own country", (id) => {
    const { timeZone, authority } = REGIMES[id];
    expect(Intl.supportedValuesOf("timeZone")).toContain(timeZone);
    expect(AUTHORITIES[authority].country).toBe(id.slice(0, 2));
  });

  it("let the time stand still, and owe an acknowledgement of complaints, in the United Kingdom only", () => {
    for (const { law, mayPause, identityStartsClock, complaintsSince } of Object.values(REGIMES)) {
      expect([mayPause, identityStartsClock, complaintsSince !== undefined]).toEqual(Array(3).fill(law === "UK"));
    }
  });

  it("send nobody to an address that is not https", () => {
    for (const { url, name } of Object.values(AUTHORITIES)) expect(`${name} ${url}`).toMatch(/.+ https:\/\/.+\..+\//);
  });
});
