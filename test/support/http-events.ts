import type { Context } from "aws-lambda";
import { REQUEST_HEADER } from "../../functions/contract/customer-paths.ts";

export const ORIGIN = "https://privacy.marlow-finch.example";

/** What Lambda hands over beside the event. */
export const lambdaContext = (): Context => ({
  awsRequestId: "request-1",
  callbackWaitsForEmptyEventLoop: false,
  functionName: "identify",
  functionVersion: "1",
  invokedFunctionArn: "arn",
  memoryLimitInMB: "512",
  logGroupName: "group",
  logStreamName: "stream",
  getRemainingTimeInMillis: () => 60_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
});

export type Route = { readonly method: string; readonly path: string };
export type Headers = Readonly<Record<string, string | undefined>>;

/** An event of API Gateway as a page of the portal causes it; `headers` overrides, undefined leaves one out. */
export const httpEvent = (
  { method, path }: Route,
  body?: unknown,
  cookies: readonly string[] = [],
  headers: Headers = {},
) => ({
  version: "2.0",
  rawPath: path,
  rawQueryString: "",
  ...(cookies.length > 0 ? { cookies } : {}),
  headers: Object.fromEntries(
    Object.entries({
      origin: ORIGIN,
      "sec-fetch-site": "same-origin",
      [REQUEST_HEADER]: "1",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    }).filter(([, value]) => value !== undefined),
  ),
  ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  isBase64Encoded: false,
  requestContext: {
    http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" },
    requestId: "api-request-1",
  },
});
