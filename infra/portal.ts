import { type App, CfnOutput, Duration, Stack } from "aws-cdk-lib";
import type { Bundles } from "./bundle.ts";
import { Alarms } from "./constructs/alarms.ts";
import { CompanySecret } from "./constructs/company-secret.ts";
import { CustomerApi } from "./constructs/customer-api.ts";
import { EncryptionKey } from "./constructs/encryption-key.ts";
import { HouseFunction } from "./constructs/house-function.ts";
import { MailSender } from "./constructs/mail-sender.ts";
import { Outbox } from "./constructs/outbox.ts";
import { Site } from "./constructs/site.ts";
import { AccessLogTable, PortalTable } from "./constructs/tables.ts";
import type { Stage } from "./stage.ts";

/** The whole of Regard in one stack: what it keeps, who may do what with it, and how customers reach it. */
export class Portal extends Stack {
  constructor(app: App, stage: Stage, bundles: Bundles) {
    super(app, `Regard-${stage.name}`, { description: `Regard for ${stage.config.brand.name} (${stage.name})` });

    const encryptionKey = new EncryptionKey(this, "EncryptionKey");
    const { key } = encryptionKey;
    const accessLog = new AccessLogTable(this, "AccessLogTable", encryptionKey);
    const portal = new PortalTable(this, "PortalTable", encryptionKey);
    const secret = new CompanySecret(this, "CompanySecret", encryptionKey);
    const alarms = new Alarms(this, "Alarms", { key, to: stage.config.alarmsTo });
    const mail = new MailSender(this, "Mail", { from: stage.config.mail.from, alarms });

    const withPortal = {
      PORTAL_TABLE: portal.table.tableName,
      SECRET_ID: secret.id,
      PORTAL_ORIGIN: stage.origin,
    };
    const withLog = { ...withPortal, ACCESS_LOG_TABLE: accessLog.table.tableName };

    const identify = new HouseFunction(this, "Identify", {
      description: "Sends confirmation codes and signs customers in and out",
      code: bundles.identify,
      environment: withPortal,
      memorySize: 1024,
      timeout: Duration.seconds(10),
      key,
    });
    const record = new HouseFunction(this, "Record", {
      description: "Shows customers who looked at their data",
      code: bundles.record,
      environment: withLog,
      memorySize: 1769, // one whole processor: a long record is all parsing
      timeout: Duration.seconds(29),
      key,
    });
    const download = new HouseFunction(this, "Download", {
      description: "Writes records as JSON, CSV and PDF",
      code: bundles.download,
      environment: withLog,
      memorySize: 1769,
      timeout: Duration.seconds(29),
      key,
    });
    const onChange = new HouseFunction(this, "OnChange", {
      description: "Sends the mails that wait in the outbox",
      code: bundles["on-change"],
      environment: withPortal,
      memorySize: 512,
      timeout: Duration.seconds(60),
      key,
    });
    const onSchedule = new HouseFunction(this, "OnSchedule", {
      description: "Looks after mails that got stuck",
      code: bundles["on-schedule"],
      environment: withPortal,
      memorySize: 512,
      timeout: Duration.seconds(60),
      key,
    });
    const publisher = new HouseFunction(this, "PublishPages", {
      description: "Puts the built pages into their bucket during a deployment",
      code: bundles["publish-pages"],
      environment: {},
      memorySize: 512,
      timeout: Duration.minutes(5),
      key,
    });

    for (const fn of [identify, record, download, onChange, onSchedule]) {
      portal.grantChange(fn);
      secret.grantRead(fn);
    }
    for (const fn of [record, download]) accessLog.grantReadOfCustomers(fn);
    for (const fn of [onChange, onSchedule]) mail.grantSend(fn);

    new Outbox(this, "Outbox", { portal, onChange, onSchedule, alarms });
    const api = new CustomerApi(this, "CustomerApi", { identify, record, download }, key);
    const site = new Site(this, "Site", {
      domain: stage.config.domain,
      apiHost: api.host,
      publisher,
      pagesVersion: bundles.pagesVersion,
    });

    new CfnOutput(this, "AccessLogTableName", { value: accessLog.table.tableName });
    new CfnOutput(this, "PortalTableName", { value: portal.table.tableName });
    new CfnOutput(this, "SecretId", { value: secret.id });
    new CfnOutput(this, "PortalOrigin", { value: stage.origin });
    new CfnOutput(this, "DistributionDomainName", { value: site.distribution.distributionDomainName });
  }
}
