import { describe, expect, it } from "vitest";
import { PARTITIONS } from "../../../infra/constructs/portal-partitions.ts";
import { readAssembly } from "../../../infra/local/assembly.ts";
import config from "../../../regard.config.ts";
import type { AwsCall } from "../../support/iam/aws-call.ts";
import { allows, granteesOf, rightsOf } from "../../support/iam/rights.ts";
import { appOf } from "../../support/stack.ts";

const { directory } = appOf().app.synth();
const assembly = await readAssembly(directory, { origin: "http://127.0.0.1:4000", suffix: "test", issuer: "issuer" });
const grantees = [...granteesOf(assembly).values()];
const REGION = "eu-west-1";

const call = (action: string, resource: string, context: AwsCall["context"] = {}): AwsCall => ({
  action,
  resource,
  context,
});
/** Nothing left out: what an access says is read or written with the rest. */
const WHOLE = { "dynamodb:Attributes": ["customerKey", "event", "sortKey"], "dynamodb:Select": ["ALL_ATTRIBUTES"] };
const onLog = (operation: string, index = "", context: AwsCall["context"] = WHOLE) =>
  call(`dynamodb:${operation}`, `AccessLogTable.Arn${index}`, context);
const BY_EMPLOYEE = "/index/byEmployeeMonth";
/** An operation on one item of a partition of the portal's table. */
const on = (operation: string, partition: keyof typeof PARTITIONS, more: AwsCall["context"] = {}) =>
  call(`dynamodb:${operation}`, "PortalTable.Arn", {
    ...more,
    "dynamodb:LeadingKeys": [PARTITIONS[partition].replace("*", "x")],
  });
const underTheKey = (service?: string) =>
  call("kms:Decrypt", "EncryptionKey.Arn", service ? { "kms:ViaService": [`${service}.${REGION}.amazonaws.com`] } : {});
const mailFrom = (address: string) =>
  call("ses:SendEmail", `arn:aws:ses:${REGION}:000000000000:identity/MailIdentity`, { "ses:FromAddress": [address] });

/** A signed call of the intake's API. */
const sends = (route: string) =>
  call("execute-api:Invoke", `arn:aws:execute-api:${REGION}:000000000000:IntakeApi/$default/${route}`);

const whoMay = (...ways: readonly AwsCall[]): string[] =>
  grantees.filter((grantee) => ways.some((way) => allows(grantee, way))).map(({ name }) => name);

const NOBODY: string[] = [];
const ALL = [
  ...["Identify", "Record", "Download", "Desk", "Matters", "OnChange", "OnSchedule", "CountMonth"],
  ...["Intake", "OnEvent"],
].map((name) => `${name}Role`);
const POLICIES = ["Import", "Check", "Signals", "Numbers", "Quarantine", "Erasure"].map((name) => `${name}Policy`);

/** What would hurt somebody if the wrong part of Regard did it, every way to do it, and who can. */
const ACTS: readonly (readonly [act: string, ways: readonly AwsCall[], who: readonly string[]])[] = [
  [
    "read who looked at a customer's data",
    [onLog("Query")],
    [
      ...["RecordRole", "DownloadRole", "DeskRole", "MattersRole", "OnScheduleRole"],
      ...["CheckPolicy", "SignalsPolicy", "ErasurePolicy"],
    ],
  ],
  [
    "read what an employee looked at",
    [onLog("Query", BY_EMPLOYEE)],
    ["DeskRole", "OnScheduleRole", "CountMonthRole", "SignalsPolicy", "NumbersPolicy"],
  ],
  [
    "see which employees are in the log",
    [onLog("Scan", BY_EMPLOYEE)],
    ["CountMonthRole", "SignalsPolicy", "NumbersPolicy"],
  ],
  ["read the log as a whole", [onLog("Scan"), onLog("BatchGetItem"), onLog("GetItem")], NOBODY],
  [
    "add an access",
    [onLog("PutItem")],
    ["DeskRole", "IntakeRole", "OnEventRole", "ImportPolicy", "CheckPolicy", "SignalsPolicy", "QuarantinePolicy"],
  ],
  [
    "report a look, or how many there were",
    [sends("POST/v1/access-events"), sends("PUT/v1/manifests")],
    ["IntakePolicy"],
  ],
  ["send the case that explains a look", [sends("PUT/v1/facts")], ["FactsPolicy"]],
  [
    "ask the systems' API for anything else",
    [sends("GET/v1/facts"), sends("POST/v1/facts"), sends("POST/v1/access-events/x")],
    NOBODY,
  ],
  ["change what an access says", [onLog("UpdateItem"), onLog("BatchWriteItem"), onLog("PartiQLUpdate")], NOBODY],
  [
    "move the end of an access",
    [onLog("UpdateItem", "", { "dynamodb:Attributes": ["customerKey", "expiresAt", "sortKey"] })],
    ["KeepRowsRole"],
  ],
  ["erase an access", [onLog("DeleteItem"), onLog("PartiQLDelete")], ["ErasurePolicy"]],
  [
    "empty, replace or copy a table",
    ["DeleteTable", "UpdateTable", "ExportTableToPointInTime", "CreateBackup", "RestoreTableToPointInTime"].map(
      (name) => onLog(name),
    ),
    NOBODY,
  ],
  [
    "learn whose an address is",
    [on("Query", "addresses")],
    ["IdentifyRole", "OnChangeRole", "OnScheduleRole", "ErasurePolicy"],
  ],
  [
    "open what waits in the quarantine",
    [on("GetItem", "quarantine"), on("Query", "quarantine", { "dynamodb:Attributes": ["pk", "sealed", "sk"] })],
    ["QuarantinePolicy", "ErasurePolicy"],
  ],
  [
    "make an event disappear that waits, or say something else",
    [on("DeleteItem", "quarantine"), on("UpdateItem", "quarantine")],
    ["QuarantinePolicy", "ErasurePolicy"],
  ],
  ["let somebody ask under an address", [on("BatchWriteItem", "addresses")], ["OnScheduleRole", "ImportPolicy"]],
  ["open a customer's sign-in", [on("PutItem", "sessions"), on("BatchWriteItem", "sessions")], ["IdentifyRole"]],
  ["open a sign-in at the desk", [on("PutItem", "staffSessions"), on("PutItem", "attempts")], ["DeskRole"]],
  [
    "release a name, restrict a purpose or explain a look",
    [on("PutItem", "rulings"), on("UpdateItem", "rulings"), on("BatchWriteItem", "rulings")],
    ["DeskRole"],
  ],
  ["take back what was decided", [on("DeleteItem", "rulings")], NOBODY],
  ["close a matter", [on("PutItem", "closedMatters"), on("DeleteItem", "openMatters")], ["DeskRole"]],
  [
    "read what customers wrote and the desk noted",
    [on("GetItem", "matters"), on("Query", "matters")],
    ["DownloadRole", "DeskRole", "MattersRole", "OnScheduleRole", "CountMonthRole", "SignalsPolicy", "NumbersPolicy"],
  ],
  ["erase a matter", [on("DeleteItem", "matters"), on("DeleteItem", "closedMatters")], NOBODY],
  ["answer in an employee's place", [on("GetItem", "links"), on("DeleteItem", "links")], ["DeskRole"]],
  ["read the audit lines", [on("Query", "audit"), on("GetItem", "audit")], ["CountMonthRole", "NumbersPolicy"]],
  [
    "change or erase an audit line by its key",
    [on("UpdateItem", "audit"), on("DeleteItem", "audit"), on("BatchWriteItem", "audit")],
    NOBODY,
  ],
  [
    "change what the company said about cases and employees",
    [on("BatchWriteItem", "cases"), on("BatchWriteItem", "employees"), on("PutItem", "employees")],
    ["IntakeRole", "ImportPolicy"],
  ],
  ["hide what the rules have to read", [on("DeleteItem", "apart"), on("UpdateItem", "apart")], ["OnScheduleRole"]],
  ["read through the portal's table", [call("dynamodb:Scan", "PortalTable.Arn", WHOLE)], NOBODY],
  ["send a mail from the company's address", [mailFrom(config.mail.from)], ["OnChangeRole", "OnScheduleRole"]],
  ["send a mail from any other address", [mailFrom(config.mail.from.replace(/^[^@]+/, "chief"))], NOBODY],
  ["read the company's secret", [call("secretsmanager:GetSecretValue", "CompanySecret")], [...ALL, ...POLICIES]],
  [
    "change or destroy the company's secret",
    ["PutSecretValue", "UpdateSecret", "RotateSecret", "DeleteSecret"].map((name) =>
      call(`secretsmanager:${name}`, "CompanySecret"),
    ),
    NOBODY,
  ],
  ["decrypt by hand, past DynamoDB and Secrets Manager", [underTheKey(), underTheKey("s3")], NOBODY],
  [
    "end or rule the key",
    ["ScheduleKeyDeletion", "PutKeyPolicy", "CreateGrant"].map((name) => call(`kms:${name}`, "EncryptionKey.Arn")),
    NOBODY,
  ],
  [
    "read a trace, or change what is traced",
    ["GetTraceSummaries", "BatchGetTraces", "UpdateSamplingRule", "PutEncryptionConfig"].map((name) =>
      call(`xray:${name}`, "*"),
    ),
    NOBODY,
  ],
  [
    "change the pages that customers see",
    [call("s3:PutObject", "PagesBucket.Arn/x"), call("s3:DeleteObject", "PagesBucket.Arn/x")],
    ["PublishPagesRole"],
  ],
  [
    "call or change a function, or give itself rights",
    [
      call("lambda:InvokeFunction", "DeskFunction.Arn"),
      call("lambda:UpdateFunctionCode", "DeskFunction.Arn"),
      call("iam:PutRolePolicy", "DeskRole.Arn"),
      call("sts:AssumeRole", "DeskRole.Arn"),
    ],
    NOBODY,
  ],
];

describe("only who has to can", () => {
  it.each(ACTS)("%s", (_, ways, who) => {
    expect(whoMay(...ways)).toEqual(who);
  });

  it("and nobody reaches any item of the portal's table that is not of their work", () => {
    const rights = grantees
      .flatMap((grantee) => rightsOf(grantee).map((right) => ({ ...right, name: grantee.name })))
      .filter(({ resource }) => resource === "PortalTable.Arn");
    expect(rights.length).toBeGreaterThan(100);
    const wide = rights.filter(({ leading }) => leading === undefined);
    expect(wide.map(({ name, action }) => `${name} ${action}`)).toEqual([
      // By keys and keyed hashes alone, whatever names a customer.
      "ErasurePolicy dynamodb:Scan",
      // How the table stands, and no item of it.
      ...["ContinuousBackups", "Table", "TimeToLive"].map((what) => `DoctorPolicy dynamodb:Describe${what}`),
    ]);
  });

  it("and everybody who can do anything is in this table", () => {
    expect(grantees.map(({ name }) => name)).toEqual([
      ...[...ALL, "KeepRowsRole", "PublishPagesRole", ...POLICIES],
      ...["IntakePolicy", "FactsPolicy", "DoctorPolicy"],
    ]);
  });
});
