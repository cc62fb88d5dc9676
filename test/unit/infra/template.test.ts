import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { CUSTOMER_ROUTES } from "../../../functions/contract/customer-api.ts";
import { DESK_ROUTES } from "../../../functions/contract/desk-api.ts";
import { INTAKE_ROUTES } from "../../../functions/contract/intake-api.ts";
import { readable, templateOf } from "../../support/stack.ts";

const production = templateOf();

describe("an output", () => {
  it.each(Object.keys(production.outputs))("%s has a line on what to do with it", (name) => {
    const told = name.startsWith("MailDnsRecord") ? "MailDnsRecord1` to `3" : name;
    expect(readFileSync("OPERATIONS.md", "utf8")).toContain(`\`${told}\``);
  });
});

describe("what runs", () => {
  const functions = production.ofType("AWS::Lambda::Function");

  it("is these twelve functions", () => {
    expect(functions.map(([id]) => id).sort()).toEqual([
      "CountMonthFunction",
      "DeskFunction",
      "DownloadFunction",
      "IdentifyFunction",
      "IntakeFunction",
      "KeepRowsFunction",
      "MattersFunction",
      "OnChangeFunction",
      "OnEventFunction",
      "OnScheduleFunction",
      "PublishPagesFunction",
      "RecordFunction",
    ]);
  });

  it.each(functions)(
    "%s runs on Node 24 and arm64, traced, under a role and a log of its own",
    (id, { Properties }) => {
      const name = id.replace("Function", "");
      expect(Properties).toMatchObject({
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        Handler: "index.handler",
        Role: { "Fn::GetAtt": [`${name}Role`, "Arn"] },
        LoggingConfig: { LogFormat: "JSON", LogGroup: { Ref: `${name}Logs` } },
        TracingConfig: { Mode: "Active" },
      });
      expect(production.resources[`${name}Logs`]?.Properties).toMatchObject({ RetentionInDays: 90 });
      expect(production.resources[`${name}Role`]?.Properties).not.toHaveProperty("ManagedPolicyArns");
    },
  );

  it("knows only what it needs of its surroundings", () => {
    const variables = z.object({ Variables: z.record(z.string(), z.unknown()) });
    const environment = functions.map(([id, { Properties }]) => {
      const parsed = variables.safeParse(Properties["Environment"]);
      return [id, parsed.success ? Object.keys(parsed.data.Variables).sort() : []];
    });
    const toPortal = ["PORTAL_ORIGIN", "PORTAL_TABLE", "SECRET_ID"];
    expect(Object.fromEntries(environment)).toEqual({
      IdentifyFunction: toPortal,
      RecordFunction: ["ACCESS_LOG_TABLE", ...toPortal],
      DownloadFunction: ["ACCESS_LOG_TABLE", ...toPortal],
      DeskFunction: ["ACCESS_LOG_TABLE", "CLIENT_ID", "ISSUER", ...toPortal],
      MattersFunction: ["ACCESS_LOG_TABLE", ...toPortal],
      OnChangeFunction: toPortal,
      OnScheduleFunction: ["ACCESS_LOG_TABLE", ...toPortal],
      CountMonthFunction: ["ACCESS_LOG_TABLE", ...toPortal],
      IntakeFunction: ["ACCESS_LOG_TABLE", ...toPortal],
      OnEventFunction: ["ACCESS_LOG_TABLE", ...toPortal],
      KeepRowsFunction: ["ACCESS_LOG_TABLE", "PORTAL_TABLE"],
      PublishPagesFunction: [],
    });
  });

  it("hears of mails to send one by one, and forgets none silently", () => {
    const [[, events] = ["", undefined], [, mapping] = ["", undefined], ...others] = production.ofType(
      "AWS::Lambda::EventSourceMapping",
    );
    expect(others).toEqual([]);
    expect(events?.Properties).toMatchObject({
      EventSourceArn: { "Fn::GetAtt": ["EventQueue", "Arn"] },
      FunctionResponseTypes: ["ReportBatchItemFailures"],
    });
    expect(mapping?.Properties).toMatchObject({
      EventSourceArn: { "Fn::GetAtt": ["PortalTable", "StreamArn"] },
      FilterCriteria: {
        Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":["outbox"]}}}}' }],
      },
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 3,
      StartingPosition: "TRIM_HORIZON",
    });
    const kept = { SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 86_400 };
    expect(Object.fromEntries(production.ofType("AWS::SQS::Queue").map(([id, one]) => [id, one.Properties]))).toEqual({
      UndeliveredQueue: kept,
      EventDeadLetters: kept,
      EventQueue: {
        SqsManagedSseEnabled: true,
        MessageRetentionPeriod: 4 * 86_400,
        VisibilityTimeout: 180,
        RedrivePolicy: { deadLetterTargetArn: { "Fn::GetAtt": ["EventDeadLetters", "Arn"] }, maxReceiveCount: 5 },
      },
    });
  });

  it("looks after stuck mails every five minutes and after held rows every hour, and counts a month when it is over and when it is settled", () => {
    const scheduled = production.ofType("AWS::Events::Rule").filter(([, one]) => one.Properties["ScheduleExpression"]);
    expect(scheduled.map(([, { Properties }]) => Properties)).toMatchObject([
      { ScheduleExpression: "rate(5 minutes)", Targets: [{ Arn: { "Fn::GetAtt": ["OnScheduleFunction", "Arn"] } }] },
      { ScheduleExpression: "rate(1 hour)", Targets: [{ Arn: { "Fn::GetAtt": ["KeepRowsFunction", "Arn"] } }] },
      {
        ScheduleExpression: "cron(0 3 2,9 * ? *)",
        Targets: [{ Arn: { "Fn::GetAtt": ["CountMonthFunction", "Arn"] } }],
      },
    ]);
  });
});

describe("the APIs", () => {
  const routesOf = (apiId: string) =>
    production
      .ofType("AWS::ApiGatewayV2::Route")
      .filter(([, { Properties }]) => readable(Properties["ApiId"]) === apiId);
  const functionOf = (target: unknown): string => {
    const id = readable(target).replace("integrations/", "");
    return readable(production.resources[id]?.Properties["IntegrationUri"]);
  };
  const keysOf = (apiId: string) =>
    Object.fromEntries(
      routesOf(apiId).map(([, { Properties }]) => [Properties["RouteKey"], functionOf(Properties["Target"])]),
    );

  it("have every route of the contract, each to its function, and no other", () => {
    const name = {
      ...{ identify: "Identify", record: "Record", download: "Download", desk: "Desk", matters: "Matters" },
      intake: "Intake",
    };
    type Row = { readonly method: string; readonly path: string; readonly function: keyof typeof name };
    const rows = (table: Readonly<Record<string, Row>>) =>
      Object.values(table).map((row) => [`${row.method} ${row.path}`, `${name[row.function]}Function`]);
    expect(keysOf("PortalApi")).toEqual(Object.fromEntries([...rows(CUSTOMER_ROUTES), ...rows(DESK_ROUTES)]));
    expect(keysOf("IntakeApi")).toEqual(Object.fromEntries(rows(INTAKE_ROUTES)));
    expect(production.ofType("AWS::ApiGatewayV2::Api")).toHaveLength(2);
  });

  it.each(["PortalApi", "IntakeApi"])("log and throttle, and the log could not tell who asked: %s", (apiId) => {
    const [[, stage] = ["", undefined]] = production
      .ofType("AWS::ApiGatewayV2::Stage")
      .filter(([, { Properties }]) => readable(Properties["ApiId"]) === apiId);
    const settings = z
      .object({
        AccessLogSettings: z.object({ Format: z.string() }),
        DefaultRouteSettings: z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() }),
        RouteSettings: z._default(z.record(z.string(), z.object({ ThrottlingRateLimit: z.number() })), {}),
      })
      .parse(stage?.Properties);
    expect([...settings.AccessLogSettings.Format.matchAll(/\$context\.([\w.]+)/g)].map(([, name]) => name)).toEqual([
      "requestId",
      "requestTimeEpoch",
      "routeKey",
      "status",
      "responseLength",
      "responseLatency",
      "integrationStatus",
      "integrationLatency",
    ]);
    const costly = ["POST /api/codes", "POST /api/desk/sign-ins", "GET /api/desk/sign-ins/callback"];
    expect(Object.keys(settings.RouteSettings)).toEqual(apiId === "PortalApi" ? costly : []);
    for (const limited of Object.values(settings.RouteSettings))
      expect(limited.ThrottlingRateLimit).toBeLessThan(settings.DefaultRouteSettings.ThrottlingRateLimit);
  });
});
