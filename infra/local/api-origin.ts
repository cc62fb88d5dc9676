import { randomUUID } from "node:crypto";
import * as z from "zod/mini";
import type { Assembly } from "./assembly.ts";
import { type EdgeAnswer, type EdgeRequest, type Origin, plainAnswer } from "./edge-message.ts";
import { LOCAL_ACCOUNT, resourceOf } from "./references.ts";
import { isSigned } from "./signed-request.ts";

const route = z.object({
  ApiId: z.string(),
  RouteKey: z.string().check(z.regex(/^[A-Z]+ \/\S*$/)),
  Target: z.string(),
  AuthorizationType: z._default(z.enum(["NONE", "AWS_IAM"]), "NONE"),
});
const integration = z.object({
  IntegrationType: z.literal("AWS_PROXY"),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal("2.0"),
});

/** What a function answers to an HTTP API (API Gateway Developer Guide, "Lambda proxy integrations", format 2.0). */
const functionAnswer = z.object({
  statusCode: z.int(),
  headers: z._default(z.record(z.string(), z.coerce.string()), {}),
  cookies: z._default(z.array(z.string()), []),
  body: z._default(z.string(), ""),
  isBase64Encoded: z._default(z.boolean(), false),
});

/** Lambda's limit for what a function returns, in bytes of its JSON. */
const MOST_ANSWER_BYTES = 6 * 2 ** 20;
const TEXT = /^(?:text\/|application\/(?:json|javascript|xml|[\w.-]+\+json)\b)/;

const refusal = (status: number, message: string): EdgeAnswer =>
  plainAnswer(status, JSON.stringify({ message }), "application/json");

/** Who it is that signs with the credentials of this computer. */
const LOCAL_SIGNER = { accountId: LOCAL_ACCOUNT, userArn: `arn:aws:iam::${LOCAL_ACCOUNT}:user/local` };

/** An HTTP API of the template: its routes, and nothing that is not among them. */
export const apiOrigin = (
  assembly: Assembly,
  apiId: string,
  invoke: (functionId: string, event: unknown) => Promise<unknown>,
): Origin => {
  const integrations = new Map(
    assembly
      .resources("AWS::ApiGatewayV2::Integration", integration)
      .map(({ id, properties }) => [id, resourceOf(properties.IntegrationUri)]),
  );
  const routes = new Map(
    assembly
      .resources("AWS::ApiGatewayV2::Route", route)
      .filter(({ properties }) => properties.ApiId === apiId)
      .map(({ properties: { RouteKey, Target, AuthorizationType } }) => [
        RouteKey,
        {
          functionId: integrations.get(Target.replace("integrations/", "")) ?? "",
          byIam: AuthorizationType === "AWS_IAM",
        },
      ]),
  );
  return async (request) => {
    const routeKey = `${request.method} ${request.path}`;
    const found = routes.get(routeKey);
    if (found === undefined) return refusal(404, "Not Found");
    if (found.byIam && !isSigned(request, Date.now())) return refusal(403, "Forbidden");
    try {
      return answerOf(await invoke(found.functionId, eventOf(request, routeKey, found.byIam)));
    } catch {
      return refusal(500, "Internal Server Error"); // the function's own log has said why
    }
  };
};

const eventOf = (
  { method, path, query, headers, cookies, body, sourceIp }: EdgeRequest,
  routeKey: string,
  byIam: boolean,
) => {
  const now = new Date();
  const isText = TEXT.test(headers["content-type"] ?? "text/plain");
  return {
    version: "2.0",
    routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(query !== "" && { queryStringParameters: Object.fromEntries(new URLSearchParams(query)) }),
    requestContext: {
      accountId: LOCAL_ACCOUNT,
      apiId: "local",
      ...(byIam && { authorizer: { iam: LOCAL_SIGNER } }),
      domainName: headers["host"],
      domainPrefix: "local",
      http: { method, path, protocol: "HTTP/1.1", sourceIp, userAgent: headers["user-agent"] ?? "" },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isText ? "utf8" : "base64") }),
    isBase64Encoded: body.length > 0 && !isText,
  };
};

const answerOf = (returned: unknown): EdgeAnswer => {
  if (Buffer.byteLength(JSON.stringify(returned)) > MOST_ANSWER_BYTES) throw new Error("The answer is too large.");
  const { statusCode, headers, cookies, body, isBase64Encoded } = functionAnswer.parse(returned);
  return {
    status: statusCode,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    cookies,
    body: Buffer.from(body, isBase64Encoded ? "base64" : "utf8"),
  };
};
