import { type App, CfnOutput, Stack } from "aws-cdk-lib";
import type { Bundles } from "./bundle.ts";
import { Alarms } from "./constructs/alarms.ts";
import { CommandLinePolicy } from "./constructs/command-line-policy.ts";
import { CompanySecret } from "./constructs/company-secret.ts";
import { EncryptionKey } from "./constructs/encryption-key.ts";
import { MailSender } from "./constructs/mail-sender.ts";
import { MonthlyNumbers } from "./constructs/monthly-numbers.ts";
import { Outbox } from "./constructs/outbox.ts";
import { PortalApi } from "./constructs/portal-api.ts";
import { PortalFunctions } from "./constructs/portal-functions.ts";
import {
  CHECK,
  CHECK_OF_SIGNALS,
  DESK,
  IMPORT,
  LETTERS,
  MATTERS,
  NUMBERS,
  OUTBOX,
  RECORDS,
  REQUESTS,
  SCHEDULE,
  SIGN_IN,
  WATCH,
} from "./constructs/portal-rights.ts";
import { Site } from "./constructs/site.ts";
import { StaffSignIn } from "./constructs/staff-sign-in.ts";
import { AccessLogTable, PortalTable } from "./constructs/tables.ts";
import type { Stage } from "./stage.ts";

/** Answers in five minutes that a step is paused; each address gets there by 20 wrong codes in a row. */
const MANY_PAUSES = 20;

/** Sign-ins at the desk in five minutes whose token does not verify; one may be a person who waited too long. */
const MANY_UNVERIFIED = 3;

/** The whole of Regard in one stack: what it keeps, who may do what with it, and how customers reach it. */
export class Portal extends Stack {
  constructor(app: App, stage: Stage, bundles: Bundles) {
    super(app, `Regard-${stage.name}`, { description: `Regard for ${stage.config.brand.name} (${stage.name})` });

    const key = new EncryptionKey(this, "EncryptionKey");
    const alarms = new Alarms(this, "Alarms", { key: key.key, to: stage.config.alarmsTo });
    const accessLog = new AccessLogTable(this, "AccessLogTable", { key, alarms });
    const portal = new PortalTable(this, "PortalTable", { key, alarms });
    const secret = new CompanySecret(this, "CompanySecret", key);
    const mail = new MailSender(this, "Mail", { from: stage.config.mail.from, alarms });

    const staff = new StaffSignIn(this, "StaffSignIn", stage);
    const parts = { stage, bundles, key: key.key, alarms, accessLog, portal, secret, staff };
    const functions = new PortalFunctions(this, parts);
    const { identify, record, download, desk, matters, onChange, onSchedule, countMonth, publisher } = functions;
    portal.grant(identify, SIGN_IN);
    portal.grant(desk, DESK);
    accessLog.grantReadOfCustomers(desk);
    accessLog.grantReadOfEmployees(desk);
    accessLog.grantAppend(desk);
    for (const fn of [record, download]) {
      portal.grant(fn, RECORDS);
      accessLog.grantReadOfCustomers(fn);
    }
    portal.grant(record, REQUESTS);
    portal.grant(download, LETTERS);
    portal.grant(matters, MATTERS);
    accessLog.grantReadOfCustomers(matters);
    portal.grant(onSchedule, SCHEDULE);
    portal.grant(onSchedule, WATCH);
    accessLog.grantReadOfEmployees(onSchedule);
    accessLog.grantReadOfCustomers(onSchedule);
    for (const fn of [onChange, onSchedule]) {
      portal.grant(fn, OUTBOX);
      mail.grantSend(fn);
    }
    portal.grant(countMonth, NUMBERS);
    accessLog.grantReadOfAllEmployees(countMonth);
    for (const fn of [identify, record, download, desk, matters, onChange, onSchedule, countMonth])
      secret.grantRead(fn);

    const imports = new CommandLinePolicy(this, "ImportPolicy", "Imports access events, customers and business facts");
    accessLog.grantAppend(imports);
    portal.grant(imports, IMPORT);
    const checks = new CommandLinePolicy(this, "CheckPolicy", "Makes records for the company's own checks");
    accessLog.grantReadOfCustomers(checks);
    accessLog.grantAppend(checks);
    portal.grant(checks, CHECK);
    const signals = new CommandLinePolicy(
      this,
      "SignalsPolicy",
      "Runs the rules of detection for the company's own checks, and opens matters for what they find",
    );
    accessLog.grantReadOfAllEmployees(signals);
    accessLog.grantReadOfCustomers(signals);
    accessLog.grantAppend(signals);
    portal.grant(signals, CHECK_OF_SIGNALS);
    const numbers = new CommandLinePolicy(this, "NumbersPolicy", "Makes the numbers of a month for the board");
    accessLog.grantReadOfAllEmployees(numbers);
    portal.grant(numbers, NUMBERS);
    for (const people of [imports, checks, signals, numbers]) secret.grantRead(people);

    alarms.raise("CodesGuessed", {
      metric: identify.countOf("CODE_PAUSED"),
      threshold: MANY_PAUSES,
      impact: "Somebody may be guessing the confirmation codes of customers, who cannot sign in meanwhile.",
      runbook: "somebody-is-guessing-codes",
    });
    alarms.raise("StaffTokensUnverified", {
      metric: desk.countOf("STAFF_SIGN_IN_UNVERIFIED"),
      threshold: MANY_UNVERIFIED,
      impact:
        "Somebody may be forging sign-ins at the desk, where customers' records can be opened; or nobody gets in.",
      runbook: "sign-ins-at-the-desk-do-not-verify",
    });
    alarms.raise("SignalsFailed", {
      metric: onSchedule.countOf("SIGNALS_FAILED"),
      impact:
        "Looks at customers' data are in the log, and the rules of detection cannot read some of them: misuse may go unnoticed.",
      runbook: "the-rules-of-detection-cannot-read",
    });
    new Outbox(this, "Outbox", { portal, onChange, onSchedule, alarms });
    new MonthlyNumbers(this, "MonthlyNumbers", { countMonth, alarms });
    const api = new PortalApi(this, "PortalApi", { functions, key: key.key, alarms });
    const site = new Site(this, "Site", {
      domain: stage.config.domain,
      apiHost: api.host,
      publisher,
      pagesVersion: bundles.pagesVersion,
      pagePaths: bundles.pagePaths,
      pageStyles: bundles.pageStyles,
    });

    const outputs = {
      AccessLogTableName: accessLog.table.tableName,
      PortalTableName: portal.table.tableName,
      SecretId: secret.id,
      PortalOrigin: stage.origin,
      ImportPolicyArn: imports.arn,
      CheckPolicyArn: checks.arn,
      SignalsPolicyArn: signals.arn,
      NumbersPolicyArn: numbers.arn,
      // What the company still has to write into its DNS: the portal's host name, and the keys that sign its mail.
      PointDomainTo: site.distribution.distributionDomainName,
      ...Object.fromEntries(mail.dnsRecords.map((record, at) => [`MailDnsRecord${at + 1}`, record])),
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
