import { describe, expect, it } from "vitest";
import { defineConfig, parseConfig } from "../../../functions/contract/define-config.ts";
import { COGNITO_RULES, staffRules } from "../../../functions/contract/staff-config.ts";
import { Refusal } from "../../../functions/domain/errors.ts";
import sample from "../../../regard.config.ts";
import { OWN_LOG } from "../../support/own-log.ts";

/** What somebody is told who writes `config`: a line for each field. */
const toldAbout = (config: unknown): readonly string[] => {
  try {
    parseConfig(config);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "CONFIG_INVALID") throw error;
    return error.detail.split("\n").slice(1);
  }
};

const [purpose] = sample.purposes;
const [restriction] = sample.restrictions;
const [source] = sample.sources;

const OWN_PROVIDER = {
  signIn: "oidc",
  issuer: "https://login.example.com",
  clientId: "regard",
  groups: { dpo: "privacy-office", approver: "privacy-approvers" },
} as const;

describe("regard.config.ts", () => {
  it("takes a log of the company's own, and stays the same when it is read again", () => {
    const config = defineConfig({ ...sample, ownLog: OWN_LOG });
    expect(parseConfig(JSON.parse(JSON.stringify(config)))).toEqual(config);
  });

  it("is valid for the sample company, and stays the same when it is read again", () => {
    expect(defineConfig(sample)).toEqual(sample);
  });

  it("has no default for who may be named", () => {
    const { staffIdentity: _, ...undecided } = sample;
    expect(toldAbout(undecided)).toEqual([
      '  staffIdentity: write one of "handle", "dpo", "name"; who may be named to a customer is the company\'s decision, so it has no default',
    ]);
  });

  it.each([
    ["brand.name", { brand: { ...sample.brand, name: "" } }],
    ["brand.privacyNoticeUrl", { brand: { ...sample.brand, privacyNoticeUrl: "http://example.com" } }],
    ["languages", { languages: [] }],
    ["languages.1", { languages: ["en", "en"] }],
    ["timeZone", { timeZone: "London" }],
    ["retention.months", { retention: { months: 40 } }],
    ["retention.reason", { retention: { months: 13 } }],
    ["purposes.0.code", { purposes: [{ ...purpose, code: "DELIVERY" }] }],
    ["purposes.1.code", { purposes: [purpose, purpose] }],
    ["purposes.0.words.de", { purposes: [{ ...purpose, words: { ...purpose?.words, de: "" } }] }],
    ["restrictions.0.purpose", { restrictions: [{ ...restriction, purpose: "MARKETING" }] }],
    ["restrictions.0.until", { restrictions: [{ ...restriction, until: "next year" }] }],
    ["cases.1.type", { cases: [{ type: "order" }, { type: "order" }] }],
    ["sources.0.source", { sources: [{ ...source, source: "Help Desk" }] }],
    ["sources.1.source", { sources: [source, source] }],
    ["holidays.FR.0", { holidays: { FR: ["14 July 2026"] } }],
    ["holidays.XX", { holidays: { XX: ["2026-07-14"] } }],
    ["ownLog.table", { ownLog: { ...OWN_LOG, table: "no table" } }],
    ["ownLog.since", { ownLog: { ...OWN_LOG, since: "ever" } }],
    [
      "ownLog.customer.time.format",
      { ownLog: { ...OWN_LOG, customer: { ...OWN_LOG.customer, time: { attribute: "SK" } } } },
    ],
    ["ownLog.map.primaryKey", { ownLog: { ...OWN_LOG, map: { ...OWN_LOG.map, primaryKey: [] } } }],
    [
      "ownLog.map.occurredAt",
      { ownLog: { ...OWN_LOG, map: { ...OWN_LOG.map, values: { occurredAt: "now", action: "view" } } } },
    ],
    ["ownLog.map.action", { ownLog: { ...OWN_LOG, map: { ...OWN_LOG.map, values: {} } } }],
    ["mail.from", { mail: { ...sample.mail, from: "privacy" } }],
    ["dpo.email", { dpo: { ...sample.dpo, email: "" } }],
    ["staff.signIn", { staff: { signIn: "password" } }],
    ["staff.issuer", { staff: { ...OWN_PROVIDER, issuer: "http://login.example.com" } }],
    ["staff.clientId", { staff: { ...OWN_PROVIDER, clientId: "" } }],
    ["staff.groups", { staff: { ...OWN_PROVIDER, groups: undefined } }],
    ["staff.groups.approver", { staff: { ...OWN_PROVIDER, groups: { dpo: "privacy", approver: "privacy" } } }],
    ["staff.claims.groups", { staff: { ...OWN_PROVIDER, claims: { groups: "" } } }],
    ["staff.secondFactor", { staff: { ...OWN_PROVIDER, secondFactor: "never" } }],
    ["staff.clientSecret", { staff: { ...OWN_PROVIDER, clientSecret: "hush" } }],
    ["alarmsTo", { alarmsTo: undefined }],
    ["domain.name", { domain: { ...sample.domain, name: "https://privacy.example.com" } }],
    [
      "domain.certificateArn",
      { domain: { ...sample.domain, certificateArn: "arn:aws:acm:eu-west-2:1:certificate/0" } },
    ],
    ["colour", { colour: "blue" }],
  ])("names %s when that is wrong, and says what to do", (field, change) => {
    const told = toldAbout({ ...sample, ...change });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(new RegExp(`^  ${field}: (write|remove) .{15,}`));
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
