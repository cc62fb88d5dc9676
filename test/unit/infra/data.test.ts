import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { ACCESS_LOG_TABLE, PORTAL_TABLE } from "../../../functions/adapters/table-keys.ts";
import { appOf, templateOf } from "../../support/stack.ts";

const production = templateOf();
const keyArn = { "Fn::GetAtt": ["EncryptionKey", "Arn"] };
const keyed = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: "HASH" },
  { AttributeName: sortKey, KeyType: "RANGE" },
];
const texts = (...names: readonly string[]) => names.map((AttributeName) => ({ AttributeName, AttributeType: "S" }));

/** Paid by use, recoverable, deleted by nobody, under the company's key, and erased by its own dates. */
const EVERY_TABLE = {
  BillingMode: "PAY_PER_REQUEST",
  DeletionProtectionEnabled: true,
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  SSESpecification: { SSEEnabled: true, SSEType: "KMS", KMSMasterKeyId: keyArn },
  TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
};

/**
 * Everything that is kept, by its logical id. Tables stand here with all of their properties: another id or another key
 * schema is a new, empty table beside the old one. **A line that has to change here needs a migration and a chapter in
 * OPERATIONS.md, never a new golden table alone.**
 */
const KEPT = {
  EncryptionKey: { type: "AWS::KMS::Key", EnableKeyRotation: true },
  AccessLogTable: {
    type: "AWS::DynamoDB::Table",
    ...EVERY_TABLE,
    AttributeDefinitions: texts("customerKey", "sortKey", "employeeMonth"),
    KeySchema: keyed("customerKey", "sortKey"),
    GlobalSecondaryIndexes: [
      {
        IndexName: "byEmployeeMonth",
        KeySchema: keyed("employeeMonth", "sortKey"),
        Projection: { ProjectionType: "ALL" },
      },
    ],
  },
  PortalTable: {
    type: "AWS::DynamoDB::Table",
    ...EVERY_TABLE,
    AttributeDefinitions: texts("pk", "sk"),
    KeySchema: keyed("pk", "sk"),
    // Leaves the table through one stream only, and that carries keys.
    StreamSpecification: { StreamViewType: "KEYS_ONLY" },
  },
  CompanySecret: {
    type: "AWS::SecretsManager::Secret",
    KmsKeyId: keyArn,
    // Another rule for making it makes another secret.
    GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true },
  },
  StaffPool: {
    type: "AWS::Cognito::UserPool",
    DeletionProtection: "ACTIVE",
    UsernameAttributes: ["email"],
    UsernameConfiguration: { CaseSensitive: false },
    Schema: [
      { Name: "email", Mutable: true, Required: true },
      { Name: "name", Mutable: true, Required: true },
      ...[
        { Name: "employee_id", MaxLength: "200" },
        { Name: "unit", MaxLength: "120" },
      ].map(({ Name, MaxLength }) => ({
        Name,
        AttributeDataType: "String",
        Mutable: true,
        StringAttributeConstraints: { MinLength: "1", MaxLength },
      })),
    ],
  },
  StaffGroupdpo: { type: "AWS::Cognito::UserPoolGroup", GroupName: "dpo", UserPoolId: { Ref: "StaffPool" } },
  BackupVault: {
    type: "AWS::Backup::BackupVault",
    BackupVaultName: { Ref: "AWS::StackName" },
    EncryptionKeyArn: keyArn,
  },
  StaffGroupapprover: { type: "AWS::Cognito::UserPoolGroup", GroupName: "approver", UserPoolId: { Ref: "StaffPool" } },
};

/** What hangs on the vault and the staff's pool, and can be made again without anybody losing anything. */
const REPLACEABLE = [
  ...["BackupRole", "BackupsNightlyPlanC36500DD", "BackupsNightlySelectionA6F83C28"],
  ...["BackupsWeeklyPlan647B4271", "BackupsWeeklySelectionDA0583A7"],
  ...["StaffClient", "StaffDomain", "StaffSignInSignInPage06E817CE"],
];

describe("what is kept", () => {
  const { resources } = production;
  const kept = Object.entries(resources).filter(([, { DeletionPolicy }]) => DeletionPolicy === "Retain");

  it("is exactly this, outlives the stack, and is left where a change would replace it", () => {
    expect(Object.fromEntries(kept.map(([id, { UpdateReplacePolicy }]) => [id, UpdateReplacePolicy]))).toEqual(
      Object.fromEntries(Object.keys(KEPT).map((id) => [id, "Retain"])),
    );
  });

  it.each(Object.entries(KEPT))("%s is what it was in every release", (id, { type, ...properties }) => {
    expect(resources[id]?.Type).toBe(type);
    if (type === "AWS::DynamoDB::Table") expect(resources[id]?.Properties).toEqual(properties);
    else expect(resources[id]?.Properties).toMatchObject(properties);
  });

  it("lies in a stack of its own, which nobody deletes by a slip and no release of the rest touches", () => {
    expect(production.stacks["Regard-production-data"]?.toSorted()).toEqual(
      [...Object.keys(KEPT), ...REPLACEABLE].toSorted(),
    );
    const protection = (name?: string) =>
      appOf(name)
        .app.synth()
        .stacksRecursively.map(({ terminationProtection }) => terminationProtection);
    expect(protection()).toEqual([true, true, true]);
    expect(new Set(protection("local"))).not.toContain(true);
  });

  it("is read by the other stack and never locked by it", () => {
    for (const { template } of appOf().app.synth().stacks)
      expect(JSON.stringify(template)).not.toMatch(/Fn::ImportValue|"Export"/);
  });

  it("is keyed as the adapters key it", () => {
    const { byEmployeeMonth } = ACCESS_LOG_TABLE;
    expect(KEPT.AccessLogTable.KeySchema).toEqual(keyed(ACCESS_LOG_TABLE.partitionKey, ACCESS_LOG_TABLE.sortKey));
    expect(KEPT.AccessLogTable.GlobalSecondaryIndexes).toMatchObject([
      { IndexName: byEmployeeMonth.index, KeySchema: keyed(byEmployeeMonth.partitionKey, byEmployeeMonth.sortKey) },
    ]);
    expect(KEPT.PortalTable.KeySchema).toEqual(keyed(PORTAL_TABLE.partitionKey, PORTAL_TABLE.sortKey));
    expect([ACCESS_LOG_TABLE.ttl, PORTAL_TABLE.ttl]).toEqual(["expiresAt", "expiresAt"]);
  });

  it("lies under one key with the logs and the alarms", () => {
    const others = ["AWS::Logs::LogGroup", "AWS::SNS::Topic"].flatMap((type) => production.ofType(type));
    expect(others.length).toBeGreaterThan(6);
    for (const [, { Properties }] of others)
      expect(Properties["KmsKeyId"] ?? Properties["KmsMasterKeyId"]).toEqual(keyArn);
  });
});

describe("backups", () => {
  const vault = { "Fn::GetAtt": ["BackupVault", "BackupVaultName"] };
  const rule = z.object({
    BackupPlan: z.object({
      BackupPlanRule: z.tuple([
        z.object({
          ScheduleExpression: z.string(),
          Lifecycle: z.object({ DeleteAfterDays: z.int() }),
          TargetBackupVault: z.unknown(),
        }),
      ]),
    }),
  });
  const selection = z.object({
    BackupPlanId: z.unknown(),
    BackupSelection: z.object({ Resources: z.array(z.unknown()) }),
  });

  it("are made of the portal every night and of the log every week, and all end within 35 days", () => {
    const plans = production.ofType("AWS::Backup::BackupPlan").map(([id, { Properties }]) => {
      const [{ ScheduleExpression, Lifecycle, TargetBackupVault }] = rule.parse(Properties).BackupPlan.BackupPlanRule;
      const selected = production
        .ofType("AWS::Backup::BackupSelection")
        .map(([, one]) => selection.parse(one.Properties))
        .filter(({ BackupPlanId }) => JSON.stringify(BackupPlanId).includes(id));
      const tables = selected.flatMap(({ BackupSelection }) => BackupSelection.Resources);
      expect(TargetBackupVault).toEqual(vault);
      return { tables, at: ScheduleExpression, days: Lifecycle.DeleteAfterDays };
    });
    expect(plans).toEqual([
      { tables: [{ "Fn::GetAtt": ["PortalTable", "Arn"] }], at: "cron(0 1 * * ? *)", days: 35 },
      { tables: [{ "Fn::GetAtt": ["AccessLogTable", "Arn"] }], at: "cron(0 2 ? * SUN *)", days: 35 },
    ]);
  });

  it.each(["OPERATIONS.md", "LIMITS.md", "DPIA.md", "SECURITY.md"])("are said to end by then in %s", (page) => {
    const lines = readFileSync(page, "utf8").split("\n");
    const said = lines.filter((line) => /backups?\b.*\d days|\d days.*backups?\b|\b92\b/i.test(line));
    expect(said.filter((line) => !line.includes("35 days") || /\b92\b/.test(line))).toEqual([]);
    expect(said.length).toBeGreaterThan(0);
  });

  it("can be locked by the company, and are not unless it says so", () => {
    const lockOf = (lockBackups?: boolean) =>
      JSON.stringify(
        appOf("production", undefined, { lockBackups })
          .app.synth()
          .stacks.map(({ template }) => template),
      );
    expect(lockOf()).not.toContain("LockConfiguration");
    expect(lockOf(true)).toContain('"LockConfiguration":{"MaxRetentionDays":35,"MinRetentionDays":1}');
  });
});

describe("a table that was restored", () => {
  const streamArn = "arn:aws:dynamodb:eu-west-1:111122223333:table/Portal-2/stream/2026-11-25T00:00:00.000";
  const { stacks } = appOf("production", undefined, {
    restored: { accessLog: { name: "Log-2" }, portal: { name: "Portal-2", streamArn } },
  }).app.synth();
  const templateNamed = (name: string) => JSON.stringify(stacks.find((one) => one.stackName === name)?.template);

  it("takes the place of the stack's own in everything that runs", () => {
    const portal = templateNamed("Regard-production");
    expect(portal).toContain('"ACCESS_LOG_TABLE":"Log-2"');
    expect(portal).toContain('"PORTAL_TABLE":"Portal-2"');
    expect(portal).toContain(`"EventSourceArn":"${streamArn}"`);
    expect(portal).toContain(":table/Log-2/index/byEmployeeMonth");
    expect(portal).toContain('"AccessLogTableName":{"Value":"Log-2"}');
    expect(portal).not.toMatch(/(AccessLogTable|PortalTable)[0-9A-F]{8}"/);
  });

  it("is backed up from then on, and the table that it replaces stays where it is", () => {
    const data = templateNamed("Regard-production-data");
    expect(data).toContain(":table/Log-2");
    expect(data).toContain(":table/Portal-2");
    expect(data).toContain('"AccessLogTable":{"Type":"AWS::DynamoDB::Table"');
  });

  it("of the portal needs its stream again, or no mail would leave", () => {
    expect(() => appOf("production", undefined, { restored: { portal: { name: "Portal-2" } } })).toThrow(/no stream/);
  });
});
