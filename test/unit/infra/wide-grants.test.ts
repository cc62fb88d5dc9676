import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { oneOrMore, policy } from "../../support/grants.ts";
import { readable, templateOf } from "../../support/stack.ts";

const production = templateOf();

describe("what is allowed", () => {
  it("knows no `*`: not within an action, as files only in the pages' bucket, of the stack's own alarms, and as a resource only where AWS knows none", () => {
    const statements = Object.entries(production.resources).flatMap(([id, { Type, Properties }]) => {
      const parsed = policy.safeParse(Properties);
      return parsed.success && Type !== "AWS::KMS::Key"
        ? parsed.data.PolicyDocument.Statement.filter(({ Effect }) => Effect === "Allow").map((one) => ({ id, ...one }))
        : [];
    });
    expect(statements.length).toBeGreaterThan(20);
    const wide = statements.flatMap(({ id, Action, Resource }) => {
      const [actions, resources] = [Action, Resource].map((some) => some.map(readable));
      const isWide = [...(actions ?? []), ...(resources ?? [])].some((text) => text.includes("*"));
      return isWide ? [`${id.replace(/[0-9A-F]{8}$/, "")}: ${actions?.join(" ")} on ${resources?.join(" ")}`] : [];
    });
    // Service Authorization Reference: neither SES's account nor X-Ray's traces are resources.
    const functions = production.ofType("AWS::Lambda::Function").map(([id]) => id.replace(/Function$/, ""));
    expect(wide.toSorted()).toEqual(
      [
        "DoctorPolicy: cloudwatch:DescribeAlarms on arn:AWS::Partition:cloudwatch:AWS::Region:AWS::AccountId:alarm:Regard-production-Alarms*",
        "DoctorPolicy: ses:GetAccount on *",
        "PublishPagesRoleDefaultPolicy: s3:DeleteObject s3:PutObject on PagesBucket/*",
        "SitePagesPolicy: s3:GetObject on PagesBucket/*",
        ...functions.map((name) => `${name}RoleDefaultPolicy: xray:PutTelemetryRecords xray:PutTraceSegments on *`),
      ].toSorted(),
    );
  });

  it("gives the key to the account that owns it, to its logs, its alarms and its bus", () => {
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
      ["events.amazonaws.com", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
    ]);
  });
});
