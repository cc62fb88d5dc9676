import middy, { type MiddlewareObj } from "@middy/core";
import type { Context } from "aws-lambda";
import { CUSTOMER_ROUTES } from "../contract/customer-api.ts";
import { Refusal } from "../domain/errors.ts";
import type { Clock } from "../use-cases/ports.ts";
import { type HttpAnswer, problemAnswer } from "./answer.ts";
import type { Log } from "./log.ts";
import { codeOf, faultOf, problemOf } from "./problems.ts";
import { type HttpEvent, readEvent } from "./request.ts";
import type { Route, RouteParts } from "./route.ts";

export interface ApiParts extends RouteParts {
  readonly clock: Clock;
  readonly log: Log;
}

type Chain = MiddlewareObj<unknown, HttpAnswer, Error, Context, { startedAt?: number }>;

/** Every error leaves as a problem (RFC 9457). */
const problems: Chain = {
  onError: (request) => {
    request.response = problemAnswer(problemOf(request.error));
  },
};

const isFor =
  (event: HttpEvent | undefined) =>
  ({ method, path }: Route["spec"]): boolean =>
    event !== undefined && path === event.rawPath && method === event.requestContext.http.method;

/** One line per request, whatever became of it. A path that is none of ours may hold anything and is not written. */
const logged = ({ clock, log }: ApiParts): Chain => {
  const write: Chain["after"] = ({ event, context, response, error, internal }) => {
    const now = clock();
    const fault = faultOf(error);
    const asked = isFor(readEvent(event));
    log({
      code: error ? codeOf(error) : "ANSWERED",
      route: Object.entries(CUSTOMER_ROUTES).find(([, spec]) => asked(spec))?.[0] ?? "none",
      durationMs: now - (internal.startedAt ?? now),
      requestId: context.awsRequestId,
      ...(response ? { status: response.statusCode } : {}),
      ...(fault === undefined ? {} : { fault }),
    });
  };
  const before: Chain["before"] = ({ internal }) => {
    internal.startedAt = clock();
  };
  return { before, after: write, onError: write };
};

/**
 * The handler of a Lambda function that serves some of `CUSTOMER_ROUTES` behind an API Gateway HTTP API:
 * `customerApi([route(CUSTOMER_ROUTES.readSession, async ({ caller }) => ({ answer: … })), …], parts)`.
 * A route that is not among `routes` does not exist.
 */
export const customerApi = (routes: readonly Route[], parts: ApiParts) =>
  middy<unknown, HttpAnswer>()
    .use(logged(parts))
    .use(problems)
    .handler(async (event: unknown): Promise<HttpAnswer> => {
      const request = readEvent(event);
      const asked = isFor(request);
      const found = routes.find(({ spec }) => asked(spec));
      if (request === undefined || found === undefined) throw new Refusal("NOT_FOUND");
      return found.serve(request, parts);
    });
