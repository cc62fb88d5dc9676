import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { CUSTOMER_ROUTES } from "../../../functions/contract/customer-api.ts";
import { DESK_ROUTES } from "../../../functions/contract/desk-api.ts";
import { problem } from "../../../functions/contract/problem.ts";
import { appOf, templateOf } from "../../support/stack.ts";

const acl = z
  .object({
    Scope: z.string(),
    DefaultAction: z.record(z.string(), z.unknown()),
    CustomResponseBodies: z.record(z.string(), z.object({ Content: z.string(), ContentType: z.string() })),
    VisibilityConfig: z.object({ SampledRequestsEnabled: z.boolean(), MetricName: z.string() }),
    Rules: z.array(
      z.object({
        Name: z.string(),
        Action: z.object({ Block: z.object({ CustomResponse: z.object({ ResponseCode: z.int() }) }) }),
        Statement: z.object({
          RateBasedStatement: z.object({
            Limit: z.int(),
            ScopeDownStatement: z.optional(
              z.object({
                OrStatement: z.object({
                  Statements: z.array(z.object({ ByteMatchStatement: z.object({ SearchString: z.string() }) })),
                }),
              }),
            ),
          }),
        }),
        VisibilityConfig: z.object({ SampledRequestsEnabled: z.boolean(), CloudWatchMetricsEnabled: z.boolean() }),
      }),
    ),
  })
  .parse(templateOf().resources["WebAcl"]?.Properties);

const rules = acl.Rules.map(({ Name, Statement: { RateBasedStatement: one } }) => ({
  name: Name,
  most: one.Limit,
  paths: one.ScopeDownStatement?.OrStatement.Statements.map((path) => path.ByteMatchStatement.SearchString) ?? [],
}));

describe("floods", () => {
  it("are stopped at the edge by network address, the sooner the more a request costs", () => {
    expect(rules).toEqual([
      { name: "Codes", most: 50, paths: ["/api/codes", "/api/address-change"] },
      {
        name: "SignIns",
        most: 100,
        paths: ["/api/sessions", "/api/address-change/code", "/api/desk/sign-ins", "/api/desk/sign-ins/callback"],
      },
      { name: "Everything", most: 3_000, paths: [] },
    ]);
  });

  it("are stopped on routes that exist", () => {
    const known: string[] = [...Object.values(CUSTOMER_ROUTES), ...Object.values(DESK_ROUTES)].map(({ path }) => path);
    for (const { paths } of rules) for (const path of paths) expect(known).toContain(path);
  });

  it("are refused in the words of the service, with the time after which to try again", () => {
    const body = acl.CustomResponseBodies["tooMany"];
    expect(body?.ContentType).toBe("APPLICATION_JSON");
    expect(problem.parse(JSON.parse(body?.Content ?? ""))).toMatchObject({ status: 429, retryAfterSeconds: 300 });
    expect(acl.Rules.map(({ Action }) => Action.Block.CustomResponse.ResponseCode)).toEqual([429, 429, 429]);
  });

  it("are counted and never sampled, for a sample would say who asked", () => {
    const seen = [acl.VisibilityConfig, ...acl.Rules.map((rule) => rule.VisibilityConfig)];
    expect(seen.map(({ SampledRequestsEnabled }) => SampledRequestsEnabled)).toEqual([false, false, false, false]);
  });
});

describe("the web ACL", () => {
  it("stands in CloudFront's own region, in a stack that comes first", () => {
    const { stacks } = appOf().app.synth();
    const [edge] = stacks.filter(({ stackName }) => stackName === "Regard-production-edge");
    const [portal] = stacks.filter(({ stackName }) => stackName === "Regard-production");
    expect(acl.Scope).toBe("CLOUDFRONT");
    expect(edge?.environment.region).toBe("us-east-1");
    expect(portal?.dependencies.map(({ id }) => id)).toContain(edge?.id);
    expect(portal?.template.Resources.Distribution.Properties.DistributionConfig.WebACLId).toEqual({
      "Fn::GetStackOutput": {
        StackName: "Regard-production-edge",
        OutputName: "WebAclArn",
        Region: "us-east-1",
      },
    });
  });

  it("is the company's own where it has one, and no stack is made for it", () => {
    const webAclArn = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/ours/0";
    const { stacks } = appOf("production", undefined, { webAclArn }).app.synth();
    expect(stacks.map(({ stackName }) => stackName)).toEqual(["Regard-production-data", "Regard-production"]);
    expect(JSON.stringify(stacks.map(({ template }) => template))).toContain(`"WebACLId":"${webAclArn}"`);
  });
});
