import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { readable, templateOf } from "../../support/stack.ts";

const production = templateOf();

const behaviour = z.object({
  ViewerProtocolPolicy: z.string(),
  ResponseHeadersPolicyId: z.unknown(),
  CachePolicyId: z.string(),
  TargetOriginId: z.string(),
  FunctionAssociations: z._default(z.array(z.object({ EventType: z.string(), FunctionARN: z.unknown() })), []),
});
const distribution = z
  .object({
    DistributionConfig: z.object({
      Aliases: z.array(z.string()),
      DefaultRootObject: z.string(),
      DefaultCacheBehavior: behaviour,
      CacheBehaviors: z.array(z.extend(behaviour, { PathPattern: z.string(), OriginRequestPolicyId: z.string() })),
      Origins: z.array(z.object({ Id: z.string(), OriginPath: z.optional(z.string()) })),
      ViewerCertificate: z.object({ MinimumProtocolVersion: z.string() }),
    }),
  })
  .parse(production.resources["Distribution"]?.Properties).DistributionConfig;

// Ids of CloudFront's own policies (CloudFront Developer Guide, "Use managed cache policies").
const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const ALL_VIEWER_EXCEPT_HOST_HEADER = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

describe("the site", () => {
  it("sends these security headers with every answer", () => {
    const [[id, policy] = ["", undefined], ...others] = production.ofType("AWS::CloudFront::ResponseHeadersPolicy");
    expect(others).toEqual([]);
    for (const one of [distribution.DefaultCacheBehavior, ...distribution.CacheBehaviors])
      expect(one.ResponseHeadersPolicyId).toEqual({ Ref: id });
    const { ResponseHeadersPolicyConfig: config } = z
      .object({ ResponseHeadersPolicyConfig: z.record(z.string(), z.unknown()) })
      .parse(policy?.Properties);
    expect(config["SecurityHeadersConfig"]).toEqual({
      ContentSecurityPolicy: {
        ContentSecurityPolicy:
          "default-src 'none'; script-src 'self'; style-src 'sha256-style'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        Override: true,
      },
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: "DENY", Override: true },
      ReferrerPolicy: { ReferrerPolicy: "no-referrer", Override: true },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true, Override: true },
    });
    expect(config["CustomHeadersConfig"]).toEqual({
      Items: [
        {
          Header: "permissions-policy",
          Value:
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
          Override: true,
        },
        { Header: "cross-origin-opener-policy", Value: "same-origin", Override: true },
        { Header: "cross-origin-resource-policy", Value: "same-origin", Override: true },
      ],
    });
  });

  it("speaks modern TLS only, under the company's name", () => {
    expect(distribution.ViewerCertificate.MinimumProtocolVersion).toBe("TLSv1.2_2021");
    expect(distribution.Aliases).toEqual(["privacy.marlow-finch.example"]);
    expect(distribution.DefaultCacheBehavior.ViewerProtocolPolicy).toBe("redirect-to-https");
  });

  it("never keeps an answer of the API for somebody else", () => {
    expect(distribution.CacheBehaviors).toMatchObject([
      {
        PathPattern: "/api/*",
        CachePolicyId: CACHING_DISABLED,
        OriginRequestPolicyId: ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
    ]);
  });

  it("answers unknown paths at the edge, where pages are served and nowhere else", () => {
    const [[id, answers] = ["", undefined], ...others] = production.ofType("AWS::CloudFront::Function");
    expect(others).toEqual([]);
    expect(answers?.Properties).toMatchObject({
      AutoPublish: true,
      FunctionConfig: { Runtime: "cloudfront-js-2.0" },
      FunctionCode: expect.stringMatching(
        /^const PAGES = \["\/","\/home","\/address","\/not-found","\/fr","\/fr\/address","\/fr\/not-found"\];\n/,
      ),
    });
    const itself = { "Fn::GetAtt": [id, "FunctionARN"] };
    expect(distribution.DefaultCacheBehavior.FunctionAssociations).toEqual([
      { EventType: "viewer-request", FunctionARN: itself },
      { EventType: "viewer-response", FunctionARN: itself },
    ]);
    expect(distribution.CacheBehaviors.map(({ FunctionAssociations }) => FunctionAssociations)).toEqual([[]]);
  });

  it("serves pages from the folder of the version that was built, out of a bucket that nobody else reads", () => {
    const origin = distribution.Origins.find(({ Id }) => Id === distribution.DefaultCacheBehavior.TargetOriginId);
    expect(origin?.OriginPath).toBe("/0123456789abcdef");
    expect(production.ofType("Custom::PublishedPages").map(([, { Properties }]) => Properties["Folder"])).toEqual([
      "0123456789abcdef",
    ]);
    expect(distribution.DefaultRootObject).toBe("home");
    expect(production.resources["PagesBucket"]?.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });
});

describe("two stages in one account", () => {
  const unique = (stage: string) => {
    const { resources, outputs } = templateOf(stage);
    const named = Object.values(resources).flatMap(({ Properties }) =>
      Object.entries(Properties)
        .filter(([name]) =>
          /^(TableName|FunctionName|RoleName|BucketName|QueueName|TopicName|LogGroupName|EmailIdentity)$/.test(name),
        )
        .flatMap(([name, value]) => (typeof value === "string" ? [`${name}=${value}`] : [])),
    );
    return { named, origin: readable(outputs["PortalOrigin"]?.Value) };
  };

  it("have nothing in common that can exist only once", () => {
    expect(unique("production")).toEqual({
      named: ["EmailIdentity=marlow-finch.example"],
      origin: "https://privacy.marlow-finch.example",
    });
    expect(unique("test")).toEqual({
      named: ["EmailIdentity=test.marlow-finch.example"],
      origin: "https://test.privacy.marlow-finch.example",
    });
  });

  it("tell the command line where everything is", () => {
    expect(Object.keys(production.outputs)).toEqual([
      "StaffPoolId",
      "AccessLogTableName",
      "PortalTableName",
      "SecretId",
      "PortalOrigin",
      "ImportPolicyArn",
      "CheckPolicyArn",
      "SignalsPolicyArn",
      "NumbersPolicyArn",
      "ErasurePolicyArn",
      "PointDomainTo",
      "MailDnsRecord1",
      "MailDnsRecord2",
      "MailDnsRecord3",
    ]);
  });

  it("run on this computer under the origin that the runner chose", () => {
    expect(readable(templateOf("local").outputs["PortalOrigin"]?.Value)).toBe("http://127.0.0.1:4000");
  });

  it("have names that fit into a host name", () => {
    expect(() => templateOf("My Stage")).toThrow(/small letters and digits/);
  });
});
