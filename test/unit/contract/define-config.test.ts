import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { defineConfig, parseConfig } from "../../../functions/contract/define-config.ts";
import { COGNITO_RULES, staffRules } from "../../../functions/contract/staff-config.ts";
import sample from "../../../regard.config.ts";
import { toldAbout } from "../../support/told-about.ts";

const [purpose] = sample.purposes;
const [restriction] = sample.restrictions;
const [source] = sample.sources;

const OWN_PROVIDER = {
  signIn: "oidc",
  issuer: "https://login.example.com",
  clientId: "regard",
  groups: { dpo: "privacy-office", approver: "privacy-approvers" },
} as const;

const withLogo = (light: string) => ({ brand: { ...sample.brand, logo: { light } } });

describe("regard.config.ts", () => {
  it("is valid for the sample company, and stays the same when it is read again", () => {
    expect(defineConfig(sample)).toEqual(sample);
  });

  it("has no default for who may be named", () => {
    const { staffIdentity: _, ...undecided } = sample;
    expect(toldAbout(undecided)).toEqual([
      '  staffIdentity: is missing. Write one of "handle", "dpo", "name"; who may be named to a customer is the company\'s decision, so it has no default, for example "dpo".',
    ]);
  });

  it.each([
    ["brand.name", "is empty", { brand: { ...sample.brand, name: "" } }],
    ["brand.name", "has characters that nobody can see; type it anew", { brand: { ...sample.brand, name: "a\u0007" } }],
    ["brand.name", "is a number, and has to be text in quotes", { brand: { ...sample.brand, name: 7 } }],
    ["brand.name", "is longer than 80 characters", { brand: { ...sample.brand, name: "x".repeat(81) } }],
    [
      "brand.privacyNoticeUrl",
      "does not have the form that it needs",
      { brand: { ...sample.brand, privacyNoticeUrl: "http://example.com" } },
    ],
    ["brand.colours.dark", "is missing", { brand: { ...sample.brand, colours: { light: { accent: "#000000" } } } }],
    [
      "brand.colours.light.accent",
      "does not have the form that it needs",
      { brand: { ...sample.brand, colours: { light: { accent: "teal" }, dark: { accent: "#ffffff" } } } },
    ],
    ["brand.logo.light", "does not have the form that it needs", withLogo("../logo.svg")],
    ["brand.logo.light", "does not have the form that it needs", withLogo("/etc/logo.svg")],
    ["brand.logo.light", "does not have the form that it needs", withLogo("brand/.hidden/logo.svg")],
    ["brand.logo.light", "does not have the form that it needs", withLogo("brand/logo.jpg")],
    ["languages", "is empty", { languages: [] }],
    ["languages", "is text, and has to be a list in [ ]", { languages: "en" }],
    ["languages.0", "is none of the words that Regard knows here", { languages: ["it"] }],
    ["languages.1", "stands there twice", { languages: ["en", "en"] }],
    ["timeZone", "is not known", { timeZone: "London" }],
    ["timeZone", 'is not known; did you mean "Europe/London"?', { timeZone: "Europe/Lodnon" }],
    [
      "staffIdentity",
      'is none of the words that Regard knows here; did you mean "handle"?',
      { staffIdentity: "handles" },
    ],
    ["retention.months", "is more than 36", { retention: { months: 40 } }],
    ["retention.months", "is less than 1", { retention: { months: 0 } }],
    ["retention.reason", "is missing, and the log is kept longer than 12 months", { retention: { months: 13 } }],
    [
      "purposes.0.code",
      "is built in and cannot be given another meaning",
      { purposes: [{ ...purpose, code: "DELIVERY" }] },
    ],
    ["purposes.1.code", "stands there twice", { purposes: [purpose, purpose] }],
    ["purposes.0.words.de", "is empty", { purposes: [{ ...purpose, words: { ...purpose?.words, de: "" } }] }],
    [
      "purposes.0.words.es",
      'is missing, and "es" is one of the languages',
      { purposes: [{ ...purpose, words: { en: "they came", fr: "ils sont venus", de: "sie kamen" } }] },
    ],
    [
      "restrictions.0.purpose",
      "may not be held back from customers",
      { restrictions: [{ ...restriction, purpose: "MARKETING" }] },
    ],
    [
      "restrictions.0.purpose",
      "is a purpose that nobody knows",
      { restrictions: [{ ...restriction, purpose: "FRAUD" }] },
    ],
    ["restrictions.1.purpose", "stands there twice", { restrictions: [restriction, restriction] }],
    [
      "restrictions.0.until",
      "does not have the form that it needs",
      { restrictions: [{ ...restriction, until: "next year" }] },
    ],
    ["cases.1.type", "stands there twice", { cases: [{ type: "order" }, { type: "order" }] }],
    [
      "cases.0.words.fr",
      'is missing, and "fr" is one of the languages',
      { languages: ["fr"], purposes: [], cases: [{ type: "visit", words: { en: "your visit" } }] },
    ],
    ["sources", "is an object, and has to be a list in [ ]", { sources: {} }],
    ["sources.0.source", "does not have the form that it needs", { sources: [{ ...source, source: "Help Desk" }] }],
    ["sources.1.source", "stands there twice", { sources: [source, source] }],
    ["holidays.FR.0", "does not have the form that it needs", { holidays: { FR: ["14 July 2026"] } }],
    [
      "holidays.FR",
      "lacks holidays of 2028, and a year that is named needs all of them",
      { holidays: { FR: ["2028-07-14"] } },
    ],
    ["mail", "is missing", { mail: undefined }],
    ["mail.from", "does not have the form that it needs", { mail: { ...sample.mail, from: "privacy" } }],
    ["jurisdictions.0", "is none of the words that Regard knows here", { jurisdictions: ["US"] }],
    [
      "jurisdictions.0",
      'is none of the words that Regard knows here; did you mean "GB-ENG"?',
      { jurisdictions: ["gb-en"] },
    ],
    ["jurisdictions.1", "stands there twice", { jurisdictions: ["FR", "FR"] }],
    ["dpo.email", "does not have the form that it needs", { dpo: { ...sample.dpo, email: "" } }],
    [
      "approver.email",
      "is the data protection officer's own, and a name needs two people",
      { approver: { ...sample.approver, email: sample.dpo.email.toUpperCase() } },
    ],
    ["staff.signIn", "is none of the words that Regard knows here", { staff: { signIn: "password" } }],
    ["staff.signIn", "is missing", { staff: {} }],
    [
      "staff.issuer",
      "does not have the form that it needs",
      { staff: { ...OWN_PROVIDER, issuer: "http://login.example.com" } },
    ],
    ["staff.clientId", "is empty", { staff: { ...OWN_PROVIDER, clientId: "" } }],
    ["staff.groups", "is missing", { staff: { ...OWN_PROVIDER, groups: undefined } }],
    [
      "staff.groups.approver",
      "is the same group as dpo's, and a name needs two people",
      { staff: { ...OWN_PROVIDER, groups: { dpo: "privacy", approver: "privacy" } } },
    ],
    ["staff.claims.groups", "is empty", { staff: { ...OWN_PROVIDER, claims: { groups: "" } } }],
    [
      "staff.secondFactor",
      "is none of the words that Regard knows here",
      { staff: { ...OWN_PROVIDER, secondFactor: "never" } },
    ],
    ["alarmsTo", "is missing", { alarmsTo: undefined }],
    [
      "domain.name",
      "does not have the form that it needs",
      { domain: { ...sample.domain, name: "https://privacy.example.com" } },
    ],
    [
      "domain.certificateArn",
      "does not have the form that it needs",
      { domain: { ...sample.domain, certificateArn: "arn:aws:acm:eu-west-2:1:certificate/0" } },
    ],
  ])("says of %s that it %s, and what to write", (field, wrong, change) => {
    const told = toldAbout({ ...sample, ...change });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`  ${field}: ${wrong.endsWith("?") ? wrong : `${wrong}.`} Write `);
  });

  it.each([
    ["colour", { colour: "blue" }, "Remove it."],
    ["timezone", { timezone: "Europe/London" }, "Did you mean timeZone? Otherwise remove it."],
    ["brand.colors", { brand: { ...sample.brand, colors: {} } }, "Did you mean brand.colours? Otherwise remove it."],
    ["staff.clientSecret", { staff: { ...OWN_PROVIDER, clientSecret: "hush" } }, "Remove it."],
    ["sources.0.nam", { sources: [{ ...source, nam: "x" }] }, "Did you mean sources.name? Otherwise remove it."],
    ["holidays.XX", { holidays: { XX: ["2026-07-14"] } }, "Remove it."],
    ["purposes.0.words.it", { purposes: [{ ...purpose, words: { ...purpose?.words, it: "x" } }] }, "Remove it."],
  ])("does not know %s, and names the nearest field where one is near", (field, change, fix) => {
    expect(toldAbout({ ...sample, ...change })).toEqual([`  ${field}: is no field that Regard knows. ${fix}`]);
  });

  it("names every field of a configuration that is none", () => {
    expect(toldAbout("yes")).toEqual([
      expect.stringMatching(
        /^ {2}the configuration: is text, and has to be an object in \{ \}\. Write an object with brand, /,
      ),
    ]);
    const told = toldAbout({}).map((line) => line.trim().split(":")[0]);
    expect(told).toEqual([
      ...["brand", "languages", "timeZone", "staffIdentity", "retention", "mail", "jurisdictions"],
      ...["dpo", "approver", "alarmsTo", "domain"],
    ]);
  });

  it("refuses colours that cannot be read, says how far they are off and which is the nearest", () => {
    const colours = {
      light: { accent: "#f28c00", background: "#ffffff" },
      dark: { accent: "#7fd0cf", background: "#777777" },
    };
    const told = toldAbout({ ...sample, brand: { ...sample.brand, colours } });
    expect(told).toEqual([
      '  brand.colours.light.accent: makes the contrast of the accent on notes 2.19:1, and people need 4.5:1 (WCAG 2.2 AA). The nearest colour that can be read is "#9b5a00".',
      '  brand.colours.dark.background: makes the contrast of quiet text on the page 2.1:1, and people need 4.5:1 (WCAG 2.2 AA). The nearest colour that can be read is "#454545".',
    ]);
    const mended = {
      light: { accent: "#9b5a00", background: "#ffffff" },
      dark: { accent: "#7fd0cf", background: "#454545" },
    };
    expect(toldAbout({ ...sample, brand: { ...sample.brand, colours: mended } })).toEqual([]);
  });

  it("is shown by whatever loads the file as its lines alone", () => {
    try {
      defineConfig({ ...sample, alarmsTo: "nobody" });
    } catch (error) {
      expect(inspect(error)).toMatch(/^regard\.config\.ts is not valid:\n {2}alarmsTo: .+\.$/);
    }
  });

  it("needs words of the company's own in its languages only", () => {
    const [first, ...more] = sample.purposes;
    const purposes = [{ ...first, words: { de: "sie haben aufgebaut, was Sie gekauft haben" } }, ...more];
    expect(toldAbout({ ...sample, languages: ["de"], purposes })).toEqual([]);
  });

  it("makes a user pool for the staff unless the company has its own provider, which has to state second factors", () => {
    expect(sample.staff).toEqual({ signIn: "cognito" });
    expect(staffRules(sample.staff)).toEqual(COGNITO_RULES);
    const { staff } = parseConfig({ ...sample, staff: OWN_PROVIDER });
    expect(staffRules(staff)).toMatchObject({
      groups: OWN_PROVIDER.groups,
      claims: { groups: "groups", employeeId: "employee_id", unit: "department" },
      secondFactor: "stated",
    });
  });

  it("names every wrong field at once and repeats no value", () => {
    const told = toldAbout({ ...sample, timeZone: "Atlantis", alarmsTo: "nobody-at-all" });
    expect(told.map((line) => line.trim().split(":")[0])).toEqual(["timeZone", "alarmsTo"]);
    expect(told.join()).not.toMatch(/Atlantis|nobody-at-all/);
  });
});
