import * as z from "zod/mini";
import type { Assembly } from "./assembly.ts";

const override = { Override: z.boolean() };
const policy = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z.optional(
      z.strictObject({
        ContentSecurityPolicy: z.optional(z.object({ ...override, ContentSecurityPolicy: z.string() })),
        ContentTypeOptions: z.optional(z.object(override)),
        FrameOptions: z.optional(z.object({ ...override, FrameOption: z.string() })),
        ReferrerPolicy: z.optional(z.object({ ...override, ReferrerPolicy: z.string() })),
        StrictTransportSecurity: z.optional(
          z.object({
            ...override,
            AccessControlMaxAgeSec: z.int(),
            IncludeSubdomains: z._default(z.boolean(), false),
            Preload: z._default(z.boolean(), false),
          }),
        ),
      }),
    ),
    CustomHeadersConfig: z._default(
      z.object({ Items: z.array(z.object({ ...override, Header: z.string(), Value: z.string() })) }),
      { Items: [] },
    ),
    RemoveHeadersConfig: z._default(z.object({ Items: z.array(z.object({ Header: z.string() })) }), { Items: [] }),
  }),
});
type Policy = z.infer<typeof policy>["ResponseHeadersPolicyConfig"];
type Headers = Readonly<Record<string, string>>;

/** The template's response headers policies, by logical id: each puts its headers onto those of an answer. */
export const responseHeaders = (assembly: Assembly): ReadonlyMap<string, (headers: Headers) => Headers> =>
  new Map(
    assembly
      .resources("AWS::CloudFront::ResponseHeadersPolicy", policy)
      .map(({ id, properties }) => [id, apply(properties.ResponseHeadersPolicyConfig)]),
  );

const apply = (config: Policy) => {
  const added = headersOf(config);
  const removed = new Set(config.RemoveHeadersConfig.Items.map(({ Header }) => Header.toLowerCase()));
  return (headers: Headers): Headers => {
    const kept = Object.entries(headers).filter(([name]) => !removed.has(name));
    const put = added.filter(({ name, Override }) => Override || !Object.hasOwn(headers, name));
    return Object.fromEntries([...kept, ...put.map(({ name, value }) => [name, value] as const)]);
  };
};

const headersOf = ({ SecurityHeadersConfig: security, CustomHeadersConfig }: Policy) => {
  const csp = security?.ContentSecurityPolicy;
  const options = security?.ContentTypeOptions;
  const frame = security?.FrameOptions;
  const referrer = security?.ReferrerPolicy;
  const hsts = security?.StrictTransportSecurity;
  return [
    ...(csp ? [{ ...csp, name: "content-security-policy", value: csp.ContentSecurityPolicy }] : []),
    ...(options ? [{ ...options, name: "x-content-type-options", value: "nosniff" }] : []),
    ...(frame ? [{ ...frame, name: "x-frame-options", value: frame.FrameOption }] : []),
    ...(referrer ? [{ ...referrer, name: "referrer-policy", value: referrer.ReferrerPolicy }] : []),
    ...(hsts ? [{ ...hsts, name: "strict-transport-security", value: strictTransport(hsts) }] : []),
    ...CustomHeadersConfig.Items.map((item) => ({ ...item, name: item.Header.toLowerCase(), value: item.Value })),
  ];
};

const strictTransport = (hsts: { AccessControlMaxAgeSec: number; IncludeSubdomains: boolean; Preload: boolean }) =>
  [
    `max-age=${hsts.AccessControlMaxAgeSec}`,
    ...(hsts.IncludeSubdomains ? ["includeSubDomains"] : []),
    ...(hsts.Preload ? ["preload"] : []),
  ].join("; ");
