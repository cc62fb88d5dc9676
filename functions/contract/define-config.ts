import type * as z from "zod/mini";
import { Refusal } from "../domain/errors.ts";
import { isBuiltInPurpose, PURPOSES } from "../domain/purposes.ts";
import { REGIME_IDS } from "../domain/regimes.ts";
import { SECOND_FACTOR_RULES } from "../domain/staff.ts";
import { LANGUAGES, STAFF_IDENTITIES } from "../domain/vocabulary.ts";
import { type RegardConfig, type RegardConfigInput, regardConfig } from "./config.ts";
import { type OwnLog, ownLogMap, TIME_FORMATS } from "./own-log.ts";

/** Beyond this, the reason for keeping an access log has to be written down (CNIL recommendation on logging). */
const MONTHS_WITHOUT_REASON = 12;

const oneOf = (words: readonly string[]) => `one of ${words.map((word) => `"${word}"`).join(", ")}`;

/** What to write instead, by field; the place in a list is left out of the path. */
const FIXES: Readonly<Record<string, string>> = {
  "brand.name": "the company's name as its customers know it, at most 80 characters",
  "brand.privacyNoticeUrl": "the https address of the company's privacy notice",
  languages: `at least one, each ${oneOf(LANGUAGES)}, the portal's first language first`,
  timeZone: 'an IANA time zone such as "Europe/London"',
  staffIdentity: `${oneOf(STAFF_IDENTITIES)}; who may be named to a customer is the company's decision, so it has no default`,
  "retention.months": "a whole number of months from 1 to 36",
  "retention.reason": `why the log is kept longer than ${MONTHS_WITHOUT_REASON} months, at most 400 characters`,
  "purposes.code": 'a code of your own in capitals, such as "INSTALLATION"; built-in codes are always there',
  "purposes.words": 'the end of "They looked because…" in en, fr, de and es, at most 200 characters each',
  "purposes.dpv": "the term of the W3C Data Privacy Vocabulary that comes nearest",
  "restrictions.purpose": `a purpose of your own or ${oneOf(
    Object.entries(PURPOSES)
      .filter(([, { mayBeRestricted }]) => mayBeRestricted)
      .map(([code]) => code),
  )}; no other access may be held back from a customer`,
  "restrictions.until": "the civil date on which the restriction ends, YYYY-MM-DD",
  "restrictions.reason": "why, for the company's own file, at most 400 characters",
  "cases.type": "the type as events and business facts write it, each once",
  "cases.words": 'how it reads after "matches…" in en, fr, de and es ("your order"), at most 200 characters each',
  "cases.completeSince": "the civil date since which facts are complete, YYYY-MM-DD",
  "sources.source": 'the short name that events carry, such as "help-desk", each once',
  "sources.name": "the system's name as customers may read it, at most 80 characters",
  holidays: `${oneOf(REGIME_IDS)} with all public holidays of a year, each YYYY-MM-DD; they replace the snapshot for that year`,
  "mail.from": "the address that codes are sent from; its domain gets verified for sending",
  "mail.fromName": "the sender's name, at most 80 characters",
  "dpo.name": "the data protection officer, a person or an office",
  "dpo.email": "the data protection officer's mail address",
  jurisdictions: `at least one, the company's own first, each ${oneOf(REGIME_IDS)}`,
  "approver.name": "whoever approves the release of a name: a person or an office outside the data protection office",
  "approver.email": "their mail address",
  "staff.signIn": '"cognito" for a user pool of its own, or "oidc" for the company\'s own identity provider',
  "staff.issuer": "the https address of the identity provider, as its openid-configuration writes it",
  "staff.clientId": "the id of a public client (code flow with PKCE, no secret) at that provider",
  "staff.groups": "how the provider calls the two groups, dpo and approver, each another",
  "staff.claims": "the claims that hold groups, employeeId and unit, at most 120 characters each",
  "staff.secondFactor": `${oneOf(SECOND_FACTOR_RULES)}; "enforced" only where nobody gets in without a second factor`,
  "ownLog.table": "the name of the DynamoDB table, in the same account and region",
  "ownLog.encryptionKeyArn": "the ARN of the key under which the table lies, if it is one of the company's own",
  "ownLog.source": 'the short name under which records tell of it, such as "legacy-log"',
  "ownLog.since": "the civil date since which the table is complete, YYYY-MM-DD",
  "ownLog.customer": `the key by which a customer's rows are found: id and time, each with attribute and prefix; the time as ${oneOf(TIME_FORMATS)}`,
  "ownLog.employee": "the same for an employee's rows, usually of an index",
  "ownLog.map":
    "primaryKey, columns, values, translate and missing as for regard import --from-table; the keys have occurredAt and customerId",
  alarmsTo: "the mail address of whoever runs the portal",
  "domain.name": 'the portal\'s host name without https://, such as "privacy.example.com"',
  "domain.certificateArn": "the ARN of an ACM certificate for that name in us-east-1, where CloudFront looks for it",
};

interface Fault {
  readonly field: string;
  readonly fix: string;
}

const fixFor = (path: readonly PropertyKey[]): string => {
  const names = path.filter((part) => typeof part === "string");
  for (let length = names.length; length > 0; length -= 1) {
    const fix = FIXES[names.slice(0, length).join(".")];
    if (fix !== undefined) return `write ${fix}`;
  }
  return "see functions/contract/config.ts for what belongs here";
};

const faultOf = (issue: z.core.$ZodIssue): Fault => {
  if (issue.code === "unrecognized_keys")
    return {
      field: [...issue.path, ...issue.keys.slice(0, 1)].join("."),
      fix: "remove it: Regard knows no such field",
    };
  return { field: issue.path.join(".") || "config", fix: fixFor(issue.path) };
};

const repeated = (values: readonly string[]) => values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));

const ownLogFaults = (own: OwnLog | undefined): Fault[] => {
  try {
    if (own !== undefined) ownLogMap(own);
    return [];
  } catch (error) {
    if (error instanceof Refusal)
      return [{ field: `ownLog.map.${error.field}`, fix: `write the map anew: ${error.detail}` }];
    throw error;
  }
};

/** Rules between fields, which no single field can know. */
const contradictions = (config: RegardConfig): Fault[] => {
  const own = config.purposes.map(({ code }) => code);
  const fault = (...path: readonly (string | number)[]): Fault => ({ field: path.join("."), fix: fixFor(path) });
  return [
    ...(config.retention.months > MONTHS_WITHOUT_REASON && config.retention.reason === undefined
      ? [fault("retention", "reason")]
      : []),
    ...repeated(config.languages).map((at) => fault("languages", at)),
    ...repeated(own).map((at) => fault("purposes", at, "code")),
    ...own.flatMap((code, at) => (isBuiltInPurpose(code) ? [fault("purposes", at, "code")] : [])),
    ...config.restrictions.flatMap(({ purpose }, at) =>
      own.includes(purpose) || (isBuiltInPurpose(purpose) && PURPOSES[purpose].mayBeRestricted)
        ? []
        : [fault("restrictions", at, "purpose")],
    ),
    ...repeated(config.cases.map(({ type }) => type)).map((at) => fault("cases", at, "type")),
    ...(config.staff.signIn === "oidc" && config.staff.groups.dpo === config.staff.groups.approver
      ? [fault("staff", "groups", "approver")]
      : []),
    ...ownLogFaults(config.ownLog),
    ...repeated(config.sources.map(({ source }) => source)).map((at) => fault("sources", at, "source")),
  ];
};

/**
 * Reads a company's configuration, wherever it comes from.
 * @throws {Refusal} CONFIG_INVALID whose detail has a line for every wrong field, with what to write there instead.
 */
export const parseConfig = (input: unknown): RegardConfig => {
  const parsed = regardConfig.safeParse(input);
  const faults = parsed.success ? contradictions(parsed.data) : parsed.error.issues.map(faultOf);
  const [first] = faults;
  if (parsed.success && first === undefined) return parsed.data;
  throw new Refusal("CONFIG_INVALID", {
    field: first?.field ?? "config",
    detail: ["regard.config.ts is not valid:", ...faults.map(({ field, fix }) => `  ${field}: ${fix}`)].join("\n"),
  });
};

/** What `regard.config.ts` exports: the company's choices, typed while they are written and checked when they are read. */
export const defineConfig = (config: RegardConfigInput): RegardConfig => parseConfig(config);
