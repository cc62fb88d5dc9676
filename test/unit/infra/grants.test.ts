import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { readable, templateOf } from "../../support/stack.ts";

const production = templateOf();

const oneOrMore = z.pipe(
  z.union([z.array(z.unknown()), z.unknown()]),
  z.transform((value): unknown[] => (Array.isArray(value) ? value : [value])),
);
const statement = z.object({
  Effect: z.enum(["Allow", "Deny"]),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: z._default(z.record(z.string(), z.record(z.string(), z.unknown())), {}),
});
const policy = z.object({
  PolicyDocument: z.object({ Statement: z.array(statement) }),
  Roles: z._default(z.array(z.unknown()), []),
});

/** What a statement is about: its resources, and the condition under which it holds; which items, `portal-rights.ts` says. */
const subjectOf = ({ Resource, Condition }: z.infer<typeof statement>): string =>
  [
    Resource.map(readable).join(" and ").replaceAll("arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:", ""),
    ...Object.entries(Condition)
      .filter(([operator]) => operator !== "ForAllValues:StringLike")
      .flatMap(([, one]) => Object.entries(one).map(([name, value]) => `if ${name} is ${readable(value)}`)),
  ].join(" ");

/** Every subject once, with everything that may be done with it. */
const bySubject = (statements: readonly z.infer<typeof statement>[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    [...Map.groupBy(statements, subjectOf)].map(([subject, same]) => [
      subject,
      [...new Set(same.flatMap(({ Action }) => Action.map(readable)))].sort(),
    ]),
  );

const grants = Object.fromEntries(
  [...production.ofType("AWS::IAM::Policy"), ...production.ofType("AWS::IAM::ManagedPolicy")].map(([id, resource]) => {
    const { PolicyDocument, Roles } = policy.parse(resource.Properties);
    return [Roles.map(readable).join() || id, bySubject(PolicyDocument.Statement)];
  }),
);

const log = (name: string) => ({ [`${name}Logs`]: ["logs:CreateLogStream", "logs:PutLogEvents"] });
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
const readsRecords = {
  AccessLogTable: ["dynamodb:Query"],
  PortalTable: ["BatchGetItem", "GetItem", "PutItem", "Query", "UpdateItem"].map((name) => `dynamodb:${name}`),
};
const sendsMail = {
  PortalTable: ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
  "configuration-set/MailConfigurationSet and identity/MailIdentity if ses:FromAddress is privacy@marlow-finch.example":
    ["ses:SendEmail"],
};

const onItems = (...names: readonly string[]) => names.map((name) => `dynamodb:${name}`);
const worksOnMatters = onItems(
  ...["BatchGetItem", "BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"],
);
const countsMonths = {
  "AccessLogTable/index/byEmployeeMonth": ["dynamodb:Query", "dynamodb:Scan"],
  PortalTable: ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
};

const findsTheTables = { "AWS::StackId": ["cloudformation:DescribeStacks"] };

/** Who may do what. A change here is a change of what a stolen function could do. */
const GRANTS = {
  IdentifyRole: {
    ...log("Identify"),
    ...itemsUnderTheKey,
    ...theSecret,
    PortalTable: [
      "dynamodb:DeleteItem",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "dynamodb:UpdateItem",
    ],
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
  CountMonthRole: { ...log("CountMonth"), ...itemsUnderTheKey, ...theSecret, ...countsMonths },
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
  NumbersPolicy: { ...findsTheTables, ...itemsUnderTheKey, ...theSecret, ...countsMonths },
};

describe("who may do what", () => {
  it("is exactly this", () => {
    expect(grants).toEqual(GRANTS);
  });

  it("lets nobody change or delete an access, functions read them, and the desk adds its own looks as people do", () => {
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
      ["ImportPolicy", "dynamodb:PutItem"],
      ["CheckPolicy", "dynamodb:PutItem", "dynamodb:Query"],
      ["SignalsPolicy", "dynamodb:Query", "dynamodb:Scan"],
      ["SignalsPolicy", "dynamodb:PutItem", "dynamodb:Query"],
      ["NumbersPolicy", "dynamodb:Query", "dynamodb:Scan"],
    ]);
    for (const [id, { Properties }] of production.ofType("AWS::IAM::ManagedPolicy"))
      expect([id, Properties["Roles"], Properties["Users"], Properties["Groups"]]).toEqual([
        id,
        undefined,
        undefined,
        undefined,
      ]);
  });

  it("knows no `*`: not as a resource, not within an action, and as files only in the pages' bucket", () => {
    const statements = Object.entries(production.resources).flatMap(([id, { Type, Properties }]) => {
      const parsed = policy.safeParse(Properties);
      return parsed.success && Type !== "AWS::KMS::Key"
        ? parsed.data.PolicyDocument.Statement.filter(({ Effect }) => Effect === "Allow").map((one) => ({ id, ...one }))
        : [];
    });
    expect(statements.length).toBeGreaterThan(20);
    const wide = statements.flatMap(({ id, Action, Resource }) =>
      [...Action, ...Resource]
        .map(readable)
        .filter((text) => text.includes("*"))
        .map((text) => `${id.replace(/[0-9A-F]{8}$/, "")}: ${text}`),
    );
    expect(wide).toEqual(["PublishPagesRoleDefaultPolicy: PagesBucket/*", "SitePagesPolicy: PagesBucket/*"]);
  });

  it("gives the key to the account that owns it, to its logs and to its alarms", () => {
    const users = z
      .object({
        KeyPolicy: z.object({
          Statement: z.array(z.object({ Principal: z.record(z.string(), z.unknown()), Action: oneOrMore })),
        }),
      })
      .parse(production.resources["EncryptionKey"]?.Properties)
      .KeyPolicy.Statement.map(({ Principal, Action }) => [
        Object.values(Principal).map(readable).join(),
        ...Action.map(readable),
      ]);
    expect(users).toEqual([
      ["arn:AWS::Partition:iam::AWS::AccountId:root", "kms:*"],
      [
        "logs.AWS::Region.amazonaws.com",
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
      ],
      ["cloudwatch.amazonaws.com", "kms:Decrypt", "kms:GenerateDataKey"],
    ]);
  });
});
