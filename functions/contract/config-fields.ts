import { PURPOSES } from "../domain/purposes.ts";
import { REGIME_IDS } from "../domain/regimes.ts";
import { SECOND_FACTOR_RULES } from "../domain/staff.ts";
import { LANGUAGES, STAFF_IDENTITIES } from "../domain/vocabulary.ts";
import { TIME_FORMATS } from "./own-log.ts";

/** Beyond this, the reason for keeping an access log has to be written down (CNIL recommendation on logging). */
export const MONTHS_WITHOUT_REASON = 12;

interface Field {
  /** What belongs there, as the end of "Write …". */
  readonly what: string;
  /** One that is valid, and how it looks in regard.config.ts. */
  readonly value: unknown;
  readonly example: string;
}

const oneOf = (words: readonly string[]) => `one of ${words.map((word) => `"${word}"`).join(", ")}`;
const restrictable = Object.entries(PURPOSES)
  .filter(([, { mayBeRestricted }]) => mayBeRestricted)
  .map(([code]) => code);

const field = (what: string, value: unknown): Field => ({
  what,
  value,
  example: JSON.stringify(value)
    .replaceAll(/"(\w+)":/g, "$1: ")
    .replaceAll('":', '": ')
    .replaceAll(",", ", ")
    .replace(/^\{(.*)\}$/, "{ $1 }"),
});
const colour = (what: string, value: string, otherwise = "") =>
  field(`${what}, as # and six hexadecimal digits${otherwise}`, value);
const logo = (what: string, value: string, otherwise = "") =>
  field(`${what}, an SVG or PNG of at most 24 KiB beside regard.config.ts or in a folder below${otherwise}`, value);

/** The key by which somebody's rows are found in a log of the company's own. */
const timedKey = (
  at: string,
  whose: string,
  index: string,
  id: readonly [string, string],
  time: readonly [string, string],
) => ({
  [`${at}.index`]: field(`the index that has ${whose} rows by time; left out, the table's own key`, index),
  [`${at}.id.attribute`]: field(`the attribute with ${whose} id, the index's or table's partition key`, id[0]),
  [`${at}.id.prefix`]: field("what stands before the id there; left out, nothing", id[1]),
  [`${at}.time.attribute`]: field("the attribute that begins with the time of the look, the sort key", time[0]),
  [`${at}.time.prefix`]: field("what stands before the time there; left out, nothing", time[1]),
  [`${at}.time.format`]: field(`how the time is written: ${oneOf(TIME_FORMATS)}; the first is UTC text`, "iso"),
});

/**
 * Every field of the configuration, the place in a list left out of the path: for errors, for the page "The config,
 * field by field" of OPERATIONS.md, and for finding the field that somebody meant. A test holds it to the schema.
 */
export const CONFIG_FIELDS: Readonly<Record<string, Field>> = {
  "brand.name": field("the company's name as its customers know it, at most 80 characters", "Marlow & Finch"),
  "brand.privacyNoticeUrl": field("the https address of the company's privacy notice", "https://example.com/privacy"),
  "brand.colours.light.accent": colour("the colour of links and buttons on light pages", "#0b4f54"),
  "brand.colours.light.background": colour("the colour behind light pages", "#ffffff", "; left out, a warm white"),
  "brand.colours.dark.accent": colour("the colour of links and buttons on dark pages", "#7fd0cf"),
  "brand.colours.dark.background": colour("the colour behind dark pages", "#101418", "; left out, nearly black"),
  "brand.logo.light": logo("the logo", "brand/logo.svg"),
  "brand.logo.dark": logo(
    "the logo on dark pages",
    "brand/logo-dark.svg",
    "; left out, the other one on a light plate",
  ),
  "brand.logo.letters": field(
    "the logo in letters, a PNG of at most 24 KiB; left out, the one on light pages where that is a PNG, and otherwise the name alone",
    "brand/letterhead.png",
  ),
  languages: field(`at least one, each ${oneOf(LANGUAGES)}, the portal's first language first`, ["fr", "en"]),
  timeZone: field("the IANA name of the time zone whose days count", "Europe/London"),
  staffIdentity: field(
    `${oneOf(STAFF_IDENTITIES)}; who may be named to a customer is the company's decision, so it has no default`,
    "dpo",
  ),
  "retention.months": field("for how many months the access log is kept, from 1 to 36", 12),
  "retention.reason": field(
    `why the log is kept longer than ${MONTHS_WITHOUT_REASON} months, at most 400 characters`,
    "Claims about deliveries come in for two years.",
  ),
  "purposes.code": field("a code of your own in capitals, each once; built-in codes are always there", "INSTALLATION"),
  "purposes.words": field('the end of "They looked because…" in each of your languages, at most 200 characters each', {
    en: "they installed what you bought",
    fr: "ils ont installé ce que vous avez acheté",
  }),
  "purposes.dpv": field("the term of the W3C Data Privacy Vocabulary that comes nearest", "ServiceProvision"),
  "purposes.needsCase": field("whether such a look has to name a case; left out, it need not", true),
  "restrictions.purpose": field(
    `a purpose of your own or ${oneOf(restrictable)}; no other access may be held back from a customer`,
    "FRAUD_SECURITY",
  ),
  "restrictions.until": field("the last day of the restriction, YYYY-MM-DD", "2027-06-30"),
  "restrictions.reason": field("why, for the company's own file, at most 400 characters", "Open investigations."),
  "cases.type": field("the type as events and business facts write it, each once", "order"),
  "cases.words": field(
    'how it reads after "matches…" in each of your languages, at most 200 characters each, for a type that Regard does not know',
    { en: "your appointment", fr: "votre rendez-vous" },
  ),
  "cases.completeSince": field(
    "the day since which every case of the type was sent, YYYY-MM-DD; left out, a case that nobody knows contradicts nothing",
    "2024-01-01",
  ),
  "sources.source": field("the short name that events carry: small letters, digits, - . _; each once", "help-desk"),
  "sources.silentAfterHours": field(
    "after how many hours without an event the source counts as silent, from 1 to 8784, or 0 for never",
    72,
  ),
  "sources.name": field("the system's name as customers may read it, at most 80 characters", "Help desk"),
  holidays: field(
    `all public holidays of a year under ${oneOf(REGIME_IDS)}, each YYYY-MM-DD; they replace the snapshot for that year`,
    {
      FR: ["01-01", "04-17", "05-01", "05-08", "05-25", "06-05", "07-14", "08-15", "11-01", "11-11", "12-25"].map(
        (day) => `2028-${day}`,
      ),
    },
  ),
  "ownLog.table": field("the name of a DynamoDB table of your own that is read in place", "CompanyViews"),
  "ownLog.encryptionKeyArn": field(
    "the ARN of the key of your own under which the table lies; left out, it lies under none",
    "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000000",
  ),
  "ownLog.source": field("the short name under which records tell of the table, as in sources", "views"),
  "ownLog.since": field("the day since which the table is complete, YYYY-MM-DD", "2024-01-01"),
  ...timedKey("ownLog.customer", "a customer's", "byCustomer", ["PK", "CUSTOMER#"], ["SK", "VIEW#"]),
  ...timedKey("ownLog.employee", "an employee's", "byEmployee", ["who", "STAFF#"], ["seenAt", "AT#"]),
  "ownLog.map.primaryKey": field("the names of the table's partition key and, if it has one, its sort key", [
    "PK",
    "SK",
  ]),
  "ownLog.map.timeZone": field("the IANA time zone of times without an offset", "Europe/London"),
  "ownLog.map.columns": field("the attribute that holds it, by path into the event; the keys have time and customer", {
    "employee.id": "who",
  }),
  "ownLog.map.values": field("what is the same in every row, by path into the event", { action: "view" }),
  "ownLog.map.translate": field("an attribute and what its texts stand for, by path into the event", {
    purpose: { column: "why", table: { parcel: "DELIVERY", "*": "NOT_RECORDED" } },
  }),
  "ownLog.map.templates": field("an attribute and which part of its text counts, by path into the event", {
    "case.id": { column: "ref", template: "orders/{}" },
  }),
  "ownLog.map.missing": field("texts that mean that nothing is there", ["n/a"]),
  "mail.from": field(
    "the address that codes are sent from; its domain gets verified for sending",
    "privacy@example.com",
  ),
  "mail.fromName": field("the sender's name, at most 80 characters", "Marlow & Finch privacy"),
  jurisdictions: field(`at least one, the company's own first, each ${oneOf(REGIME_IDS)}`, ["GB-ENG", "IE"]),
  "dpo.name": field("the data protection officer, a person or an office", "Data Protection Office"),
  "dpo.email": field("the data protection officer's mail address", "dpo@example.com"),
  "approver.name": field(
    "whoever approves the release of a name: a person or an office outside the data protection office",
    "Internal Audit",
  ),
  "approver.email": field("their mail address, another than the data protection officer's", "audit@example.com"),
  "staff.signIn": field(
    '"cognito" for a user pool of its own, or "oidc" for the company\'s own identity provider; left out, "cognito"',
    "cognito",
  ),
  "staff.issuer": field(
    "the https address of the identity provider, as its openid-configuration writes it",
    "https://login.example.com",
  ),
  "staff.clientId": field("the id of a public client (code flow with PKCE, no secret) at that provider", "regard"),
  "staff.groups.dpo": field("how the provider calls the data protection officer's group", "privacy-office"),
  "staff.groups.approver": field(
    "how the provider calls the second person's group, another than dpo's",
    "privacy-approvers",
  ),
  "staff.claims.groups": field('the claim that holds a person\'s groups; left out, "groups"', "groups"),
  "staff.claims.employeeId": field(
    'the claim that holds the id under which the access log knows the person; left out, "employee_id"',
    "employee_id",
  ),
  "staff.claims.unit": field('the claim that holds the person\'s unit; left out, "department"', "department"),
  "staff.secondFactor": field(
    `${oneOf(SECOND_FACTOR_RULES)}; "enforced" only where nobody gets in without a second factor; left out, "stated"`,
    "stated",
  ),
  alarmsTo: field("the mail address of whoever runs the portal", "on-call@example.com"),
  "domain.name": field("the portal's host name without https://", "privacy.example.com"),
  "domain.certificateArn": field(
    "the ARN of an ACM certificate for that name in us-east-1, where CloudFront looks for it",
    "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000000",
  ),
};

/** A path as the table has it: `purposes.0.words.de` is `purposes.words.de`. */
export const withoutPlaces = (path: readonly PropertyKey[]): string[] =>
  path.filter((part) => typeof part === "string");

/** What belongs where a path leads, or the nearest field around it. */
export const fieldAt = (path: readonly PropertyKey[]): Field | undefined => {
  const names = withoutPlaces(path);
  for (let length = names.length; length > 0; length -= 1) {
    const known = CONFIG_FIELDS[names.slice(0, length).join(".")];
    if (known !== undefined) return known;
  }
  return undefined;
};

/** The names of what may stand directly below a path. */
export const namesBelow = (path: readonly PropertyKey[]): string[] => {
  const at = withoutPlaces(path);
  const below = Object.keys(CONFIG_FIELDS)
    .map((known) => known.split("."))
    .filter((known) => known.length > at.length && at.every((part, index) => known[index] === part))
    .map((known) => known[at.length] ?? "");
  return [...new Set(below)];
};
