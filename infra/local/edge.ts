import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import * as z from "zod/mini";
import type { Assembly } from "./assembly.ts";
import { associations, edgeFunctions } from "./edge-functions.ts";
import { type EdgeAnswer, type EdgeRequest, type Origin, plainAnswer } from "./edge-message.ts";
import { resourceOf } from "./references.ts";
import { responseHeaders } from "./response-headers.ts";

const behaviour = z.object({
  TargetOriginId: z.string(),
  AllowedMethods: z._default(z.array(z.string()), ["GET", "HEAD"]),
  CachePolicyId: z.string(),
  Compress: z._default(z.boolean(), false),
  ResponseHeadersPolicyId: z.optional(z.string()),
  FunctionAssociations: associations,
});
const distribution = z.object({
  DistributionConfig: z.object({
    DefaultRootObject: z._default(z.string(), ""),
    DefaultCacheBehavior: behaviour,
    CacheBehaviors: z._default(z.array(z.extend(behaviour, { PathPattern: z.string() })), []),
    CustomErrorResponses: z._default(
      z.array(
        z.object({
          ErrorCode: z.int(),
          ResponseCode: z.optional(z.int()),
          ResponsePagePath: z.optional(z.string()),
        }),
      ),
      [],
    ),
    Origins: z.array(z.object({ Id: z.string(), DomainName: z.string() })),
  }),
});
type Behaviour = z.infer<typeof behaviour>;
type Config = z.infer<typeof distribution>["DistributionConfig"];

/** Managed policy that keeps no answer; CloudFront compresses only what it may keep (CloudFront Developer Guide). */
const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const COMPRESSED_TYPES = /^(?:text\/|application\/(?:javascript|json|manifest\+json)|image\/svg\+xml)/;
const COMPRESSED_BYTES = { least: 1_000, most: 10_000_000 };

/**
 * The template's CloudFront distribution: its functions, which origin answers, the security headers, error pages and
 * compression. `origins` are found by the resource that their domain name belongs to.
 */
export const edgeOf = (assembly: Assembly, origins: ReadonlyMap<string, Origin>): Origin => {
  const [found] = assembly.resources("AWS::CloudFront::Distribution", distribution);
  if (found === undefined) throw new Error("The template has no distribution.");
  const config = found.properties.DistributionConfig;
  const policies = responseHeaders(assembly);
  const functionsOf = edgeFunctions(assembly);
  const byId = new Map(config.Origins.map(({ Id, DomainName }) => [Id, origins.get(resourceOf(DomainName))]));
  const fromOrigin = async ({ TargetOriginId }: Behaviour, request: EdgeRequest): Promise<EdgeAnswer> =>
    (await byId.get(TargetOriginId)?.(request)) ?? plainAnswer(502, "Bad gateway");

  return async (viewed) => {
    // The behaviour is chosen once: a path that a function puts in does not change it.
    const chosen = behaviourFor(config, viewed.path);
    const functions = functionsOf(chosen.FunctionAssociations);
    const allowed = chosen.AllowedMethods.includes(viewed.method);
    const asked = allowed ? functions.onRequest(viewed) : viewed;
    if ("status" in asked) return asked;
    const path = asked.path === "/" ? `/${config.DefaultRootObject}` : asked.path;

    let answer = allowed
      ? await fromOrigin(chosen, { ...asked, path })
      : plainAnswer(403, "This method is not allowed here.");
    const replaced = config.CustomErrorResponses.find(({ ErrorCode }) => ErrorCode === answer.status);
    if (replaced?.ResponsePagePath !== undefined) {
      const page = { ...asked, method: "GET", path: replaced.ResponsePagePath, headers: {} };
      answer = {
        ...(await fromOrigin(behaviourFor(config, page.path), page)),
        status: replaced.ResponseCode ?? answer.status,
      };
    } else answer = functions.onAnswer(viewed, answer);
    if (chosen.Compress && chosen.CachePolicyId !== CACHING_DISABLED)
      answer = await compressed(answer, viewed.headers["accept-encoding"] ?? "");
    const withPolicy = policies.get(chosen.ResponseHeadersPolicyId ?? "");
    return withPolicy === undefined ? answer : { ...answer, headers: withPolicy(answer.headers) };
  };
};

const behaviourFor = (config: Config, path: string) =>
  config.CacheBehaviors.find(({ PathPattern }) => patternOf(PathPattern).test(path)) ?? config.DefaultCacheBehavior;

/** CloudFront's path patterns: `*` for any characters, `?` for one. */
const patternOf = (pattern: string): RegExp =>
  new RegExp(
    `^/?${pattern
      .replace(/^\//, "")
      .replaceAll(/[^\w/]/g, (sign) => (sign === "*" ? ".*" : sign === "?" ? "." : `\\${sign}`))}$`,
  );

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

const compressed = async (answer: EdgeAnswer, accepted: string): Promise<EdgeAnswer> => {
  const { headers, body } = answer;
  const fits = body.length >= COMPRESSED_BYTES.least && body.length <= COMPRESSED_BYTES.most;
  if (!fits || !COMPRESSED_TYPES.test(headers["content-type"] ?? "")) return answer;
  const packed = /\bbr\b/.test(accepted)
    ? { encoding: "br", body: await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) }
    : /\bgzip\b/.test(accepted)
      ? { encoding: "gzip", body: await gzipped(body) }
      : undefined;
  if (packed === undefined) return { ...answer, headers: { ...headers, vary: "Accept-Encoding" } };
  return {
    ...answer,
    headers: {
      ...headers,
      vary: "Accept-Encoding",
      "content-encoding": packed.encoding,
      ...(headers["etag"] !== undefined && { etag: `W/${headers["etag"]}` }),
    },
    body: packed.body,
  };
};
