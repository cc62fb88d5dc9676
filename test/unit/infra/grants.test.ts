import { describe, expect, it } from "vitest";
import { DOCTOR_GRANTS } from "../../support/doctor-grants.ts";
import { grantsOf } from "../../support/grants.ts";
import { templateOf } from "../../support/stack.ts";

const production = templateOf();

const grants = grantsOf(production);

/** Every function leaves lines and traces, and reads neither. */
const log = (name: string) => ({
  [`${name}Logs`]: ["logs:CreateLogStream", "logs:PutLogEvents"],
  "*": ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
});
const itemsUnderTheKey = {
  "EncryptionKey if kms:ViaService is dynamodb.AWS::Region.amazonaws.com": [
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:Encrypt",
    "kms:GenerateDataKey",
  ],
};
const theSecret = {
  CompanySecret: ["secretsmanager:GetSecretValue"],
  "EncryptionKey if kms:ViaService is secretsmanager.AWS::Region.amazonaws.com": ["kms:Decrypt"],
};
const onItems = (...names: readonly string[]) => names.map((name) => `dynamodb:${name}`);
const readsRecords = {
  AccessLogTable: ["dynamodb:Query"],
  PortalTable: onItems("BatchGetItem", "GetItem", "PutItem", "Query", "UpdateItem"),
};
const sendsMail = {
  PortalTable: ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
  "configuration-set/MailConfigurationSet and identity/MailIdentity if ses:FromAddress is privacy@marlow-finch.example":
    ["ses:SendEmail"],
};

const worksOnMatters = onItems(
  ...["BatchGetItem", "BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"],
);
const countsMonths = {
  "AccessLogTable/index/byEmployeeMonth": ["dynamodb:Query", "dynamodb:Scan"],
  PortalTable: ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
};

const takesEvents = {
  AccessLogTable: ["dynamodb:PutItem"],
  PortalTable: onItems("BatchGetItem", "BatchWriteItem", "GetItem", "PutItem"),
};

const onIntake = (route: string) =>
  `arn:AWS::Partition:execute-api:AWS::Region:AWS::AccountId:IntakeApi/$default/${route}`;

const findsTheTables = { "AWS::StackId": ["cloudformation:DescribeStacks"] };

/** Who may do what. A change here is a change of what a stolen function could do. */
const GRANTS = {
  IdentifyRole: {
    ...log("Identify"),
    ...itemsUnderTheKey,
    ...theSecret,
    PortalTable: onItems("DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"),
  },
  RecordRole: { ...log("Record"), ...itemsUnderTheKey, ...theSecret, ...readsRecords },
  DownloadRole: { ...log("Download"), ...itemsUnderTheKey, ...theSecret, ...readsRecords },
  DeskRole: {
    ...log("Desk"),
    ...itemsUnderTheKey,
    ...theSecret,
    AccessLogTable: ["dynamodb:PutItem"],
    "AccessLogTable and AccessLogTable/index/byEmployeeMonth": ["dynamodb:Query"],
    PortalTable: worksOnMatters.filter((action) => action !== "dynamodb:BatchWriteItem"),
  },
  MattersRole: {
    ...log("Matters"),
    ...itemsUnderTheKey,
    ...theSecret,
    AccessLogTable: ["dynamodb:Query"],
    PortalTable: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"],
  },
  OnChangeRole: {
    ...log("OnChange"),
    ...itemsUnderTheKey,
    ...theSecret,
    ...sendsMail,
    "PortalTable.StreamArn": [
      "dynamodb:DescribeStream",
      "dynamodb:GetRecords",
      "dynamodb:GetShardIterator",
      "dynamodb:ListStreams",
    ],
    UndeliveredQueue: ["sqs:SendMessage"],
  },
  OnScheduleRole: {
    ...log("OnSchedule"),
    ...itemsUnderTheKey,
    ...theSecret,
    ...sendsMail,
    // Every customer's and every employee's accesses, for the rules; it adds and changes none. Nothing is scanned.
    "AccessLogTable and AccessLogTable/index/byEmployeeMonth": ["dynamodb:Query"],
    // With the directory's batches for addresses that move, the facts', and what was set apart for the rules.
    PortalTable: worksOnMatters,
  },
  // Sees keys and ends of accesses, moves ends, and knows no secret.
  KeepRowsRole: {
    ...log("KeepRows"),
    ...itemsUnderTheKey,
    "AccessLogTable if dynamodb:Attributes is customerKey,sortKey,expiresAt if dynamodb:Select is SPECIFIC_ATTRIBUTES if dynamodb:ReturnValues is NONE":
      onItems("Query", "UpdateItem"),
    PortalTable: onItems("Query"),
  },
  CountMonthRole: { ...log("CountMonth"), ...itemsUnderTheKey, ...theSecret, ...countsMonths },
  IntakeRole: { ...log("Intake"), ...itemsUnderTheKey, ...theSecret, ...takesEvents },
  OnEventRole: {
    ...log("OnEvent"),
    ...itemsUnderTheKey,
    ...theSecret,
    ...takesEvents,
    EventQueue: ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
  },
  PublishPagesRole: {
    ...log("PublishPages"),
    PagesBucket: ["s3:ListBucket"],
    "PagesBucket/*": ["s3:DeleteObject", "s3:PutObject"],
  },
  // For people at the command line; the stack attaches them to nobody.
  ImportPolicy: {
    ...findsTheTables,
    ...itemsUnderTheKey,
    ...theSecret,
    AccessLogTable: ["dynamodb:PutItem"],
    PortalTable: ["dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:GetItem", "dynamodb:PutItem"],
  },
  CheckPolicy: {
    ...findsTheTables,
    ...itemsUnderTheKey,
    ...theSecret,
    AccessLogTable: ["dynamodb:PutItem", "dynamodb:Query"],
    PortalTable: ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
  },
  SignalsPolicy: {
    ...findsTheTables,
    ...itemsUnderTheKey,
    ...theSecret,
    "AccessLogTable/index/byEmployeeMonth": ["dynamodb:Query", "dynamodb:Scan"],
    AccessLogTable: ["dynamodb:PutItem", "dynamodb:Query"],
    PortalTable: onItems("BatchGetItem", "GetItem", "PutItem", "Query"),
  },
  // The only one that erases accesses: at a customer's own request. It finds them by keys and keyed hashes.
  ErasurePolicy: {
    ...findsTheTables,
    ...itemsUnderTheKey,
    ...theSecret,
    AccessLogTable: onItems("DeleteItem", "Query"),
    PortalTable: onItems("DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"),
    "PortalTable if dynamodb:Attributes is pk,sk,customerKey,accounts,fact if dynamodb:Select is SPECIFIC_ATTRIBUTES":
      onItems("Scan"),
  },
  NumbersPolicy: { ...findsTheTables, ...itemsUnderTheKey, ...theSecret, ...countsMonths },
  QuarantinePolicy: {
    ...findsTheTables,
    ...itemsUnderTheKey,
    ...theSecret,
    AccessLogTable: ["dynamodb:PutItem"],
    PortalTable: onItems("BatchGetItem", "BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query"),
  },
  // For the roles of the company's systems, which sign what they send.
  IntakePolicy: { [["POST/v1/access-events", "PUT/v1/manifests"].map(onIntake).join(" and ")]: ["execute-api:Invoke"] },
  // Whoever reports looks cannot send what would explain them.
  FactsPolicy: { [onIntake("PUT/v1/facts")]: ["execute-api:Invoke"] },
  DoctorPolicy: DOCTOR_GRANTS,
};

describe("who may do what", () => {
  it("is exactly this", () => {
    expect(grants).toEqual(GRANTS);
  });

  it("lets nobody change an access and one command delete them, functions read, and the desk adds its own looks", () => {
    const onTheLog = Object.entries(grants).flatMap(([role, rights]) =>
      Object.entries(rights)
        .filter(([subject]) => subject.startsWith("AccessLogTable"))
        .map(([, actions]) => [role, ...actions]),
    );
    expect(onTheLog).toEqual([
      ["RecordRole", "dynamodb:Query"],
      ["DownloadRole", "dynamodb:Query"],
      // What people of the desk look at is an access itself, so the desk's function adds, too.
      ["DeskRole", "dynamodb:Query"],
      ["DeskRole", "dynamodb:PutItem"],
      ["MattersRole", "dynamodb:Query"],
      ["OnScheduleRole", "dynamodb:Query"],
      ["CountMonthRole", "dynamodb:Query", "dynamodb:Scan"],
      ["IntakeRole", "dynamodb:PutItem"],
      ["OnEventRole", "dynamodb:PutItem"],
      // Ends alone, see above.
      ["KeepRowsRole", "dynamodb:Query", "dynamodb:UpdateItem"],
      ["ImportPolicy", "dynamodb:PutItem"],
      ["CheckPolicy", "dynamodb:PutItem", "dynamodb:Query"],
      ["SignalsPolicy", "dynamodb:Query", "dynamodb:Scan"],
      ["SignalsPolicy", "dynamodb:PutItem", "dynamodb:Query"],
      ["NumbersPolicy", "dynamodb:Query", "dynamodb:Scan"],
      ["QuarantinePolicy", "dynamodb:PutItem"],
      ["ErasurePolicy", "dynamodb:DeleteItem", "dynamodb:Query"],
      ["DoctorPolicy", ...onItems("DescribeContinuousBackups", "DescribeTable", "DescribeTimeToLive")],
    ]);
    for (const [id, { Properties }] of production.ofType("AWS::IAM::ManagedPolicy"))
      expect([id, Properties["Roles"], Properties["Users"], Properties["Groups"]]).toEqual([
        id,
        undefined,
        undefined,
        undefined,
      ]);
  });
});
