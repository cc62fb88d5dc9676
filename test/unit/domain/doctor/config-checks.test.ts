import { describe, expect, it } from "vitest";
import type { RegardConfigInput } from "../../../../functions/contract/config.ts";
import { configChecks, type LogoFile } from "../../../../functions/domain/doctor/config-checks.ts";
import { cleanLogo } from "../../../../functions/domain/logo/clean-logo.ts";
import { company } from "../../../support/company.ts";
import { pngLogo, SVG_LOGO } from "../../../support/logos.ts";

const OWN: Partial<RegardConfigInput> = {
  brand: { name: "Marlow", privacyNoticeUrl: "https://www.marlow.co.uk/privacy" },
  mail: { from: "privacy@marlow.co.uk", fromName: "Marlow" },
  dpo: { name: "DPO", email: "dpo@marlow.co.uk" },
  approver: { name: "Audit", email: "audit@marlow.co.uk" },
  alarmsTo: "on-call@marlow.co.uk",
  domain: {
    name: "privacy.marlow.co.uk",
    certificateArn: "arn:aws:acm:us-east-1:123412341234:certificate/0a1b2c3d-0000-4000-8000-000000000000",
  },
  sources: [{ source: "crm", name: "Customer file" }],
};

const logos: Readonly<Record<string, LogoFile>> = {
  "logo.svg": cleanLogo("logo.svg", new TextEncoder().encode(SVG_LOGO)),
  "logo.png": cleanLogo("logo.png", pngLogo(240, 72)),
  "broken.png": cleanLogo("broken.png", pngLogo(240, 72)),
  "evil.svg": cleanLogo("evil.svg", new TextEncoder().encode("<svg viewBox='0 0 1 1'><script/></svg>")),
};

const checked = (changes: Partial<RegardConfigInput> = {}, today = "2026-11-25") =>
  configChecks(company({ ...OWN, ...changes }), {
    today,
    knownCases: new Set(["order"]),
    readLogo: (file) => logos[file],
    readLetterLogo: (file) => (file === "broken.png" ? { fault: "it is broken" } : logos[file]),
  });
const found = (id: string, changes: Partial<RegardConfigInput>, today?: string) => {
  const one = checked(changes, today).find((check) => check.id === `config.${id}`);
  return [one?.state, one?.says, one?.next];
};

describe("the doctor on a configuration", () => {
  it("finds nothing to do in one that is ready", () => {
    expect(checked().map(({ id, state, next }) => [id, state, next])).toEqual(
      ["values", "colours", "logo", "words", "holidays", "restrictions", "cases", "sources", "sender"].map((id) => [
        `config.${id}`,
        "ok",
        undefined,
      ]),
    );
  });

  it("knows what was left from the examples, also where it is at the end of a longer name", () => {
    const [state, says] = found("values", {
      alarmsTo: "on-call@marlow-finch.example",
      dpo: { name: "DPO", email: "dpo@example.com" },
      staff: {
        signIn: "oidc",
        issuer: "https://login.example.org/",
        clientId: "r",
        groups: { dpo: "a", approver: "b" },
      },
      domain: { name: "privacy.examples.com", certificateArn: OWN.domain?.certificateArn ?? "" },
    });
    expect([state, says]).toEqual([
      "todo",
      "dpo.email, alarmsTo and staff.issuer have a value from the examples, which leads nowhere.",
    ]);
    expect(found("values", { domain: company().domain })[1]).toMatch(/^domain.name and domain.certificateArn have/);
    expect(found("values", { alarmsTo: "me@x.test" })[1]).toMatch(/^alarmsTo has/);
  });

  it.each([
    ["logo.svg", "ok", "logo.svg can be shown; letters carry PNGs alone, so they have the name in words."],
    ["logo.png", "ok", "logo.png can be shown, and logo.png in letters."],
    ["broken.png", "todo", "broken.png cannot be the logo: it is broken."],
    ["nowhere.svg", "todo", "There is no file nowhere.svg."],
    ["evil.svg", "todo", "evil.svg cannot be the logo: <script> cannot be shown safely; leave it out."],
  ])("looks at the logo %s", (light, state, says) => {
    const brand = { name: "Marlow", privacyNoticeUrl: "https://www.marlow.co.uk/privacy" };
    expect(found("logo", { brand: { ...brand, logo: { light } } }).slice(0, 2)).toEqual([state, says]);
    if (light !== "broken.png")
      expect(found("logo", { brand: { ...brand, logo: { light: "logo.svg", dark: light } } })[0]).toBe(state);
    if (light.endsWith(".png"))
      expect(found("logo", { brand: { ...brand, logo: { light: "logo.svg", letters: light } } })[0]).toBe(state);
  });

  it("says how well the company's colours can be read", () => {
    const brand = { name: "Marlow", privacyNoticeUrl: "https://www.marlow.co.uk/privacy" };
    expect(found("colours", {})[1]).toMatch(/^The portal's own colours can be read .* 5\.7:1 at least\.$/);
    const colours = { light: { accent: "#9b5a00" }, dark: { accent: "#7fd0cf" } };
    expect(found("colours", { brand: { ...brand, colours } })[1]).toMatch(/^The company's colours .* 4\.8:1 at least/);
  });

  it("misses words for kinds of cases that Regard does not know", () => {
    const visit = {
      type: "visit",
      words: { en: "your visit", fr: "votre visite", de: "Ihrem Besuch", es: "su visita" },
    };
    expect(found("words", { cases: [{ type: "order" }, visit] })[0]).toBe("ok");
    expect(found("words", { cases: [{ type: "order" }, { type: "visit" }] })).toEqual([
      "todo",
      'Cases of type visit have no words, so customers read that a look "matches a case" and not which.',
      "Write cases.words in regard.config.ts.",
    ]);
  });

  it("wants holidays for as long as a time limit may run, and none that no jurisdiction needs", () => {
    expect(found("holidays", {}, "2027-10-31")[0]).toBe("ok");
    expect(found("holidays", { jurisdictions: ["GB-ENG", "GB-SCT"] }, "2028-01-02").slice(0, 2)).toEqual([
      "todo",
      "The public holidays of GB-ENG 2029 and GB-SCT 2029 are not known; without them a date may fall on one.",
    ]);
    const ownDays = ["01-01", "04-01", "05-01", "05-08", "07-14", "08-15", "11-01", "12-25"].map(
      (day) => `2029-${day}`,
    );
    expect(found("holidays", { holidays: { "GB-ENG": ownDays } }, "2028-01-02")[0]).toBe("ok");
    expect(found("holidays", { holidays: { FR: ownDays } }).slice(0, 2)).toEqual([
      "todo",
      "holidays has FR, which jurisdictions does not name.",
    ]);
  });

  it.each([
    ["2026-11-24", "todo", /^The restriction of FRAUD_SECURITY \(until 2026-11-24\) is over/],
    ["2026-11-25", "ok", /ends soon\.$/],
    ["2026-12-25", "ok", /ends soon\.$/],
    ["2026-12-26", "ok", /^1 in force, none ends within 30 days\.$/],
  ])("looks at a restriction until %s", (until, state, says) => {
    const restrictions = [{ purpose: "FRAUD_SECURITY", until, reason: "An investigation." }];
    expect(found("restrictions", { restrictions }).slice(0, 2)).toEqual([state, expect.stringMatching(says)]);
  });

  it("does not believe that cases are complete from a day that has not come", () => {
    expect(found("cases", { cases: [{ type: "order", completeSince: "2026-11-25" }] })[0]).toBe("ok");
    expect(found("cases", { cases: [{ type: "order", completeSince: "2026-11-26" }] }).slice(0, 2)).toEqual([
      "todo",
      "completeSince of order lies ahead.",
    ]);
  });

  it("wants at least one source", () => {
    expect(found("sources", { sources: [] })[0]).toBe("todo");
  });

  it.each([
    ["marlow.co.uk", undefined],
    ["mail.marlow.co.uk", undefined],
    ["other.co.uk", "Names that do not look alike look like fraud"],
    ["notmarlow.co.uk", "Names that do not look alike look like fraud"],
  ])("advises on codes that come from %s", (mailDomain, advice) => {
    const [state, , next] = found("sender", { mail: { from: `privacy@${mailDomain}`, fromName: "Marlow" } });
    expect(state).toBe("ok");
    expect(next?.startsWith(advice ?? "-")).toBe(advice === undefined ? undefined : true);
  });
});
