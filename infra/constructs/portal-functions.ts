import { Duration } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { Bundles, FunctionName } from "../bundle.ts";
import type { Stage } from "../stage.ts";
import type { AccessLogTable } from "./access-log-table.ts";
import type { Alarms, RunbookAnchor } from "./alarms.ts";
import type { CompanySecret } from "./company-secret.ts";
import { HouseFunction } from "./house-function.ts";
import type { PortalTable } from "./tables.ts";

interface PortalFunctionsProps {
  readonly stage: Stage;
  readonly bundles: Bundles;
  readonly key: IKey;
  readonly alarms: Alarms;
  readonly accessLog: AccessLogTable;
  readonly portal: PortalTable;
  readonly secret: CompanySecret;
  /** Who says who the people of the desk are. */
  readonly staff: { readonly issuer: string; readonly clientId: string };
}

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
/** As long as a function may run at all (Lambda Developer Guide, "Timeout"). */
const LONGEST = Duration.minutes(15);
/** The API gives up after 30. */
const WHILE_SOMEBODY_WAITS = Duration.seconds(29);

/** What runs, and what a customer notices when it does not. Each is told what it needs; what it may do, portal.ts says. */
export class PortalFunctions {
  readonly identify: HouseFunction;
  readonly record: HouseFunction;
  readonly download: HouseFunction;
  readonly desk: HouseFunction;
  readonly matters: HouseFunction;
  readonly onChange: HouseFunction;
  readonly onSchedule: HouseFunction;
  readonly countMonth: HouseFunction;
  readonly intake: HouseFunction;
  readonly onEvent: HouseFunction;
  readonly keepRows: HouseFunction;
  readonly publisher: HouseFunction;

  constructor(scope: Construct, props: PortalFunctionsProps) {
    const { stage, bundles, key, alarms, accessLog, portal, secret, staff } = props;
    const functionFor = (id: string, bundle: FunctionName, { does, ...work }: Work) =>
      new HouseFunction(scope, id, { ...work, description: does, code: bundles[bundle], key, alarms });
    const toPortal = {
      PORTAL_TABLE: portal.table.tableName,
      SECRET_ID: secret.id,
      PORTAL_ORIGIN: stage.origin,
    };
    const toLog = { ...toPortal, ACCESS_LOG_TABLE: accessLog.table.tableName };

    this.identify = functionFor("Identify", "identify", {
      does: "Takes addresses and codes, signs customers in and out",
      impact: "Customers cannot ask for a code or sign in.",
      runbook: "customers-cannot-use-the-portal",
      environment: toPortal,
      memorySize: 1024,
      timeout: Duration.seconds(10),
    });
    this.record = functionFor("Record", "record", {
      does: "Shows customers who looked at their data",
      impact: "Customers who signed in cannot see who looked at their data.",
      runbook: "customers-cannot-use-the-portal",
      environment: toLog,
      memorySize: ONE_PROCESSOR,
      timeout: WHILE_SOMEBODY_WAITS,
    });
    this.download = functionFor("Download", "download", {
      does: "Writes records as JSON, CSV and PDF",
      impact: "Customers see their record but cannot download it.",
      runbook: "customers-cannot-use-the-portal",
      environment: toLog,
      memorySize: ONE_PROCESSOR,
      timeout: WHILE_SOMEBODY_WAITS,
    });
    this.desk = functionFor("Desk", "desk", {
      does: "Signs the staff of the desk in and out, and shows and moves matters",
      impact: "The data protection officer cannot reach the desk, so customers' questions wait while their clocks run.",
      runbook: "the-desk-cannot-be-reached",
      environment: { ...toLog, ISSUER: staff.issuer, CLIENT_ID: staff.clientId },
      memorySize: ONE_PROCESSOR,
      timeout: WHILE_SOMEBODY_WAITS,
    });
    this.matters = functionFor("Matters", "matters", {
      does: "Takes what customers ask and report, shows what becomes of it, and changes their addresses",
      impact:
        "Customers cannot ask about a look, report that somebody contacted them, or read what they were answered.",
      runbook: "customers-cannot-use-the-portal",
      environment: toLog,
      memorySize: 1024,
      timeout: WHILE_SOMEBODY_WAITS,
    });
    this.onChange = functionFor("OnChange", "on-change", {
      does: "Sends the mails that wait in the outbox",
      impact: "Customers get no confirmation code, so they cannot sign in.",
      runbook: "mail-is-not-leaving",
      environment: toPortal,
      memorySize: 512,
      timeout: Duration.seconds(60),
    });
    this.onSchedule = functionFor("OnSchedule", "on-schedule", {
      does: "Looks after stuck mails, moves addresses, ends what time ends in matters, and runs the rules over what arrived",
      impact:
        "A customer whose mail got stuck once may wait for it in vain, nobody at the desk hears what became overdue, and looks that cannot be explained are brought to nobody.",
      runbook: "mail-is-not-leaving",
      environment: toLog,
      memorySize: ONE_PROCESSOR,
      timeout: Duration.seconds(60),
    });
    this.countMonth = functionFor("CountMonth", "count-month", {
      does: "Makes the numbers of the month before for the board",
      impact: "No customer notices; the board has no numbers for last month.",
      runbook: "the-numbers-were-not-made",
      environment: toLog,
      memorySize: ONE_PROCESSOR,
      timeout: LONGEST,
    });
    this.intake = functionFor("Intake", "intake", {
      does: "Takes what the company's systems send",
      impact: "Looks at customers' data are not in their records yet: the systems that report them are turned away.",
      runbook: "events-do-not-come-in",
      environment: toLog,
      memorySize: ONE_PROCESSOR,
      timeout: WHILE_SOMEBODY_WAITS,
    });
    this.onEvent = functionFor("OnEvent", "on-event", {
      does: "Takes the access events that come by the bus",
      impact: "Looks at customers' data are not in their records yet: what comes by the bus is not taken.",
      runbook: "events-do-not-come-in",
      environment: toLog,
      memorySize: ONE_PROCESSOR,
      timeout: Duration.seconds(30),
    });
    this.keepRows = functionFor("KeepRows", "keep-rows", {
      does: "Keeps rows of the log while their customer has a request or a matter open",
      impact: "Rows that a customer's open request is about may be erased by the retention rule, a week from now.",
      runbook: "rows-are-not-kept",
      environment: { PORTAL_TABLE: toLog.PORTAL_TABLE, ACCESS_LOG_TABLE: toLog.ACCESS_LOG_TABLE },
      memorySize: 512,
      timeout: LONGEST,
    });
    this.publisher = functionFor("PublishPages", "publish-pages", {
      does: "Puts the built pages into their bucket during a deployment",
      impact: "The new pages are not out; customers still see the old ones.",
      runbook: "pages-were-not-published",
      environment: {},
      memorySize: 512,
      timeout: Duration.minutes(5),
    });
  }
}
