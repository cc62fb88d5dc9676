import { describe, expect, it } from "vitest";
import type { Assembly } from "../../../infra/local/assembly.ts";
import type { AwsCall } from "../../support/iam/aws-call.ts";
import { dynamoDbCalls } from "../../support/iam/dynamodb-calls.ts";
import { allows, type Grantee, granteesOf, rightsOf, uses } from "../../support/iam/rights.ts";

/** One function with one role whose policy has these statements. */
const granteeOf = (...Statement: readonly object[]): Grantee => {
  const resources: Readonly<Record<string, object>> = {
    "AWS::Lambda::Function": { Role: "TriedRole.Arn" },
    "AWS::IAM::Role": {},
    "AWS::IAM::Policy": { PolicyDocument: { Statement }, Roles: ["TriedRole"] },
  };
  const ids: Readonly<Record<string, string>> = { "AWS::IAM::Role": "TriedRole" };
  const assembly: Assembly = {
    resources: (type, schema) =>
      resources[type] ? [{ id: ids[type] ?? "Tried", properties: schema.parse(resources[type]) }] : [],
    output: () => "",
    assetOf: () => "",
  };
  const found = granteesOf(assembly).get("Tried");
  if (found === undefined) throw new Error("There is no such function.");
  return found;
};

const allow = (Action: string | string[], Resource: string | string[], Condition?: object) => ({
  ...{ Effect: "Allow", Action, Resource },
  ...(Condition && { Condition }),
});
const put = (...keys: string[]): AwsCall => ({
  action: "dynamodb:PutItem",
  resource: "Table.Arn",
  context: { "dynamodb:LeadingKeys": keys },
});
const onKeys = (...patterns: string[]) => ({ "ForAllValues:StringLike": { "dynamodb:LeadingKeys": patterns } });

describe("a right", () => {
  it.each([
    ["another action", allow("dynamodb:GetItem", "Table.Arn")],
    ["another resource", allow("dynamodb:PutItem", "Other.Arn")],
    ["the table's index alone", allow("dynamodb:PutItem", "Table.Arn/index/by")],
    [
      "a condition that does not hold",
      allow("dynamodb:PutItem", "Table.Arn", { StringEquals: { "ses:FromAddress": "a" } }),
    ],
    ["other leading keys", allow("dynamodb:PutItem", "Table.Arn", onKeys("b#*"))],
    ["a key that only looks alike", allow("dynamodb:PutItem", "Table.Arn", onKeys("a"))],
  ])("to %s allows nothing else", (_, statement) => {
    expect(allows(granteeOf(statement), put("a#1"))).toBe(false);
  });

  it("allows what it names, by pattern too, and all of a request's keys have to fit", () => {
    const grantee = granteeOf(allow(["dynamodb:PutItem"], "Table.*", onKeys("a#*", "b")));
    expect([put("a#1"), put("a#1", "b")].map((call) => allows(grantee, call))).toEqual([true, true]);
    expect(allows(grantee, put("a#1", "c"))).toBe(false);
  });

  it("does not add up over two statements: each request needs one that allows all of it", () => {
    const grantee = granteeOf(
      allow("dynamodb:PutItem", "Table.Arn", onKeys("a#*")),
      allow("dynamodb:PutItem", "Table.Arn", onKeys("b#*")),
    );
    expect(allows(grantee, put("a#1", "b#1"))).toBe(false);
  });

  it("is used piece by piece, so that a key nobody asks for shows", () => {
    const rights = rightsOf(granteeOf(allow("dynamodb:PutItem", "Table.Arn", onKeys("a#*", "b"))));
    expect(rights.map((right) => [right.leading, uses(put("a#1"), right)])).toEqual([
      ["a#*", true],
      ["b", false],
    ]);
  });

  it.each([
    ["a denial", { ...allow("a:b", "c"), Effect: "Deny" }],
    ["everything but an action", { Effect: "Allow", NotAction: "a:b", Resource: "c" }],
    ["a condition that is not known", allow("a:b", "c", { DateLessThan: { "aws:CurrentTime": "2026-01-01" } })],
  ])("that is %s is not guessed at", (_, statement) => {
    expect(() => granteeOf(statement)).toThrow();
  });
});

describe("a request to DynamoDB", () => {
  const table = { arn: "Table.Arn", partitionKey: "pk" };
  const asks = (operation: string, body: object) =>
    dynamoDbCalls(operation, body, () => table).map(({ action, resource, context }) => [
      action.replace("dynamodb:", ""),
      resource,
      context["dynamodb:LeadingKeys"],
    ]);
  const key = (pk: string) => ({ pk: { S: pk }, sk: { S: "s" } });
  const TableName = "t";

  it("asks for each part of a transaction by itself", () => {
    const parts = [
      { Put: { TableName, Item: key("a") } },
      { Update: { TableName, Key: key("b") } },
      { Delete: { TableName, Key: key("c") } },
      { ConditionCheck: { TableName, Key: key("d") } },
    ];
    expect(asks("TransactWriteItems", { TransactItems: parts })).toEqual([
      ["PutItem", "Table.Arn", ["a"]],
      ["UpdateItem", "Table.Arn", ["b"]],
      ["DeleteItem", "Table.Arn", ["c"]],
      ["ConditionCheckItem", "Table.Arn", ["d"]],
    ]);
  });

  it("asks for a batch at once, with every key in it", () => {
    expect(asks("BatchGetItem", { RequestItems: { t: { Keys: [key("b"), key("a"), key("a")] } } })).toEqual([
      ["BatchGetItem", "Table.Arn", ["a", "b"]],
    ]);
    const writes = [{ PutRequest: { Item: key("a") } }, { DeleteRequest: { Key: key("b") } }];
    expect(asks("BatchWriteItem", { RequestItems: { t: writes } })).toEqual([
      ["BatchWriteItem", "Table.Arn", ["a", "b"]],
    ]);
  });

  it("asks for the index that it reads, and for the partition that its expression names", () => {
    const query = {
      ...{ TableName, KeyConditionExpression: "begins_with(sk, :s) AND #k = :p" },
      ...{
        ExpressionAttributeNames: { "#k": "pk" },
        ExpressionAttributeValues: { ":p": { S: "a" }, ":s": { S: "s" } },
      },
    };
    expect(asks("Query", query)).toEqual([["Query", "Table.Arn", ["a"]]]);
    expect(asks("Query", { ...query, IndexName: "by" })).toEqual([["Query", "Table.Arn/index/by", ["a"]]]);
    expect(asks("Scan", { TableName, IndexName: "by" })).toEqual([["Scan", "Table.Arn/index/by", undefined]]);
    expect(() => asks("Query", { ...query, KeyConditionExpression: "sk = :s" })).toThrow("pk");
  });
});
