import { type App, CfnOutput, Duration, Stack } from "aws-cdk-lib";
import type { Bundles, FunctionName } from "./bundle.ts";
import { Alarms, type RunbookAnchor } from "./constructs/alarms.ts";
import { CompanySecret } from "./constructs/company-secret.ts";
import { CustomerApi } from "./constructs/customer-api.ts";
import { EncryptionKey } from "./constructs/encryption-key.ts";
import { HouseFunction } from "./constructs/house-function.ts";
import { MailSender } from "./constructs/mail-sender.ts";
import { Outbox } from "./constructs/outbox.ts";
import { Site } from "./constructs/site.ts";
import { AccessLogTable, PortalTable } from "./constructs/tables.ts";
import type { Stage } from "./stage.ts";

interface Work {
  readonly does: string;
  readonly impact: string;
  readonly runbook: RunbookAnchor;
  readonly environment: Readonly<Record<string, string>>;
  readonly memorySize: number;
  readonly timeout: Duration;
}

/** One whole processor (Lambda Developer Guide, "Memory"): a long record is all parsing. */
const ONE_PROCESSOR = 1769;
/** The API gives up after 30. */
const WHILE_SOMEBODY_WAITS = Duration.seconds(29);

/** Answers in five minutes that a step is paused; each address gets there by 20 wrong codes in a row. */
const MANY_PAUSES = 20;

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

    const functionFor = (id: string, bundle: FunctionName, { does, ...work }: Work) =>
      new HouseFunction(this, id, { ...work, description: does, code: bundles[bundle], key: key.key, alarms });
    const toPortal = {
      PORTAL_TABLE: portal.table.tableName,
      SECRET_ID: secret.id,
      PORTAL_ORIGIN: stage.origin,
    };
    const toLog = { ...toPortal, ACCESS_LOG_TABLE: accessLog.table.tableName };

    const identify = functionFor("Identify", "identify", {
      does: "Takes addresses and codes, signs customers in and out",
      impact: "Customers cannot ask for a code or sign in.",
      runbook: "customers-cannot-use-the-portal",
      environment: toPortal,
      memorySize: 1024,
      timeout: Duration.seconds(10),
    });
    const record = functionFor("Record", "record", {
      does: "Shows customers who looked at their data",
      impact: "Customers who signed in cannot see who looked at their data.",
      runbook: "customers-cannot-use-the-portal",
      environment: toLog,
      memorySize: ONE_PROCESSOR,
      timeout: WHILE_SOMEBODY_WAITS,
    });
    const download = functionFor("Download", "download", {
      does: "Writes records as JSON, CSV and PDF",
      impact: "Customers see their record but cannot download it.",
      runbook: "customers-cannot-use-the-portal",
      environment: toLog,
      memorySize: ONE_PROCESSOR,
      timeout: WHILE_SOMEBODY_WAITS,
    });
    const onChange = functionFor("OnChange", "on-change", {
      does: "Sends the mails that wait in the outbox",
      impact: "Customers get no confirmation code, so they cannot sign in.",
      runbook: "mail-is-not-leaving",
      environment: toPortal,
      memorySize: 512,
      timeout: Duration.seconds(60),
    });
    const onSchedule = functionFor("OnSchedule", "on-schedule", {
      does: "Looks after mails that got stuck",
      impact: "A customer whose mail got stuck once may wait for it in vain.",
      runbook: "mail-is-not-leaving",
      environment: toPortal,
      memorySize: 512,
      timeout: Duration.seconds(60),
    });
    const publisher = functionFor("PublishPages", "publish-pages", {
      does: "Puts the built pages into their bucket during a deployment",
      impact: "The new pages are not out; customers still see the old ones.",
      runbook: "pages-were-not-published",
      environment: {},
      memorySize: 512,
      timeout: Duration.minutes(5),
    });

    portal.grantSignIn(identify);
    for (const fn of [record, download]) {
      portal.grantRecords(fn);
      accessLog.grantReadOfCustomers(fn);
    }
    for (const fn of [onChange, onSchedule]) {
      portal.grantOutbox(fn);
      mail.grantSend(fn);
    }
    for (const fn of [identify, record, download, onChange, onSchedule]) secret.grantRead(fn);

    alarms.raise("CodesGuessed", {
      metric: identify.countOf("CODE_PAUSED"),
      threshold: MANY_PAUSES,
      impact: "Somebody may be guessing the confirmation codes of customers, who cannot sign in meanwhile.",
      runbook: "somebody-is-guessing-codes",
    });
    new Outbox(this, "Outbox", { portal, onChange, onSchedule, alarms });
    const functions = { identify, record, download };
    const api = new CustomerApi(this, "CustomerApi", { functions, key: key.key, alarms });
    const site = new Site(this, "Site", {
      domain: stage.config.domain,
      apiHost: api.host,
      publisher,
      pagesVersion: bundles.pagesVersion,
    });

    const outputs = {
      AccessLogTableName: accessLog.table.tableName,
      PortalTableName: portal.table.tableName,
      SecretId: secret.id,
      PortalOrigin: stage.origin,
      // What the company still has to write into its DNS: the portal's host name, and the keys that sign its mail.
      PointDomainTo: site.distribution.distributionDomainName,
      ...Object.fromEntries(mail.dnsRecords.map((record, at) => [`MailDnsRecord${at + 1}`, record])),
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
