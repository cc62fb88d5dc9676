import { CfnOutput, CrossStackReferences, ReferenceStrength, Stack } from "aws-cdk-lib";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import type { Bundles } from "./bundle.ts";
import { Alarms } from "./constructs/alarms.ts";
import { CommandLinePolicy } from "./constructs/command-line-policy.ts";
import { PortalDashboard } from "./constructs/dashboard.ts";
import { DoctorPolicy } from "./constructs/doctor-policy.ts";
import { IntakeBus } from "./constructs/event-bus.ts";
import { raiseIntakeAlarms } from "./constructs/intake-alarms.ts";
import { IntakeApi } from "./constructs/intake-api.ts";
import { KeptRows } from "./constructs/kept-rows.ts";
import { MailSender } from "./constructs/mail-sender.ts";
import { MonthlyNumbers } from "./constructs/monthly-numbers.ts";
import { Outbox } from "./constructs/outbox.ts";
import { PortalApi } from "./constructs/portal-api.ts";
import { PortalFunctions } from "./constructs/portal-functions.ts";
import {
  CHECK,
  CHECK_OF_SIGNALS,
  DESK,
  ERASURE,
  EVENTS,
  HOLDS,
  IMPORT,
  INTAKE,
  LETTERS,
  MATTERS,
  NUMBERS,
  OUTBOX,
  QUARANTINE,
  RECORDS,
  REQUESTS,
  SCHEDULE,
  SIGN_IN,
  WATCH,
} from "./constructs/portal-rights.ts";
import { Site } from "./constructs/site.ts";
import type { Data } from "./data.ts";
import { type Stage, stackNameOf } from "./stage.ts";

/** Answers in five minutes that a step is paused; each address gets there by 20 wrong codes in a row. */
const MANY_PAUSES = 20;

/** Sign-ins at the desk in five minutes whose token does not verify; one may be a person who waited too long. */
const MANY_UNVERIFIED = 3;

interface PortalProps {
  readonly data: Data;
  /** Stands before the distribution. */
  readonly webAclArn: string;
  /** Where alarms go instead of a topic of their own. */
  readonly alarmTopic?: ITopic | undefined;
}

/**
 * Everything that runs, and nothing that is kept: who may do what with the data, and how customers reach it. It can be
 * rolled back, or deleted and made again.
 */
export class Portal extends Stack {
  constructor(scope: Construct, stage: Stage, bundles: Bundles, props: PortalProps) {
    super(scope, "Portal", {
      stackName: stackNameOf(stage),
      description: `Regard for ${stage.config.brand.name} (${stage.name})`,
      terminationProtection: stage.name !== "local",
    });
    const { key, accessLog, portal, secret, staff, backups } = props.data;
    // The data stack is read, never locked: an export in use could not move to a table that was restored.
    CrossStackReferences.of(this).consume(ReferenceStrength.WEAK);

    const alarms = new Alarms(this, "Alarms", { key: key.key, to: stage.config.alarmsTo, existing: props.alarmTopic });
    accessLog.watchedBy(alarms);
    portal.watchedBy(alarms);
    backups.watchedBy(alarms);
    const mail = new MailSender(this, "Mail", { from: stage.config.mail.from, alarms });

    const parts = { stage, bundles, key: key.key, alarms, accessLog, portal, secret, staff };
    const functions = new PortalFunctions(this, parts);
    const { identify, record, download, desk, matters, onChange, onSchedule, countMonth } = functions;
    const { keepRows, intake, onEvent, publisher } = functions;
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
    portal.grant(intake, INTAKE);
    portal.grant(onEvent, EVENTS);
    for (const fn of [intake, onEvent]) accessLog.grantAppend(fn);
    portal.grant(keepRows, HOLDS);
    accessLog.grantKeep(keepRows);
    for (const fn of [identify, record, download, desk, matters, onChange, onSchedule, countMonth, intake, onEvent])
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
    const quarantine = new CommandLinePolicy(this, "QuarantinePolicy", "Looks into the quarantine and replays events");
    accessLog.grantAppend(quarantine);
    portal.grant(quarantine, QUARANTINE);
    const erasure = new CommandLinePolicy(this, "ErasurePolicy", "Erases a customer's data at their own request");
    accessLog.grantErase(erasure);
    portal.grant(erasure, ERASURE);
    portal.grantFind(erasure);
    for (const people of [imports, checks, signals, numbers, quarantine, erasure]) secret.grantRead(people);

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
    alarms.raise("SourceSilent", {
      metric: onSchedule.countOf("SOURCE_SILENT"),
      impact: "A system has stopped reporting looks, so customers' records lack the newest ones, and say so.",
      runbook: "events-are-missing",
    });
    alarms.raise("DayShort", {
      metric: onSchedule.countOf("DAY_SHORT"),
      impact: "Not exactly the looks arrived that a system says it sent of a day: customers' records may lack some.",
      runbook: "events-are-missing",
    });
    raiseIntakeAlarms(alarms, { Intake: intake, OnEvent: onEvent });
    const bus = new IntakeBus(this, "IntakeBus", { name: this.stackName, onEvent, key: key.key, alarms });
    const outbox = new Outbox(this, "Outbox", { portal, onChange, onSchedule, alarms });
    new KeptRows(this, "KeptRows", { keepRows, alarms });
    new MonthlyNumbers(this, "MonthlyNumbers", { countMonth, alarms });
    const api = new PortalApi(this, "PortalApi", { functions, key: key.key, alarms });
    const intakeApi = new IntakeApi(this, "IntakeApi", { functions, key: key.key, alarms });
    const site = new Site(this, "Site", {
      domain: stage.config.domain,
      webAclArn: props.webAclArn,
      apiHost: api.host,
      publisher,
      pagesVersion: bundles.pagesVersion,
      pagePaths: bundles.pagePaths,
      pageStyles: bundles.pageStyles,
    });
    new PortalDashboard(this, "Dashboard", {
      name: stackNameOf(stage),
      alarms,
      api,
      distribution: site.distribution,
    });

    const doctor = new DoctorPolicy(this, "DoctorPolicy", {
      certificateArn: stage.config.domain.certificateArn,
      data: props.data,
    });
    for (const part of [key, accessLog, portal, secret, mail, alarms, outbox, bus]) part.grantInspection(doctor);

    const outputs = {
      AccessLogTableName: accessLog.table.tableName,
      PortalTableName: portal.table.tableName,
      SecretId: secret.id,
      PortalOrigin: stage.origin,
      ...(staff.poolId !== undefined && { StaffPoolId: staff.poolId }),
      ImportPolicyArn: imports.arn,
      CheckPolicyArn: checks.arn,
      SignalsPolicyArn: signals.arn,
      NumbersPolicyArn: numbers.arn,
      QuarantinePolicyArn: quarantine.arn,
      IntakeUrl: intakeApi.url,
      IntakePolicyArn: intakeApi.eventsPolicyArn,
      FactsPolicyArn: intakeApi.factsPolicyArn,
      IntakeBusName: bus.busName,
      EventDeadLettersUrl: bus.deadLettersUrl,
      DoctorPolicyArn: doctor.arn,
      ErasurePolicyArn: erasure.arn,
      // What the company still has to write into its DNS: the portal's host name, and the keys that sign its mail.
      PointDomainTo: site.distribution.distributionDomainName,
      ...Object.fromEntries(mail.dnsRecords.map((record, at) => [`MailDnsRecord${at + 1}`, record])),
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
