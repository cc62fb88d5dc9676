import middy, { type MiddlewareObj } from "@middy/core";
import type { Context } from "aws-lambda";
import { Refusal } from "../domain/errors.ts";
import type { Clock } from "../use-cases/ports.ts";
import { type HttpAnswer, problemAnswer, redirect } from "./answer.ts";
import type { Log } from "./log.ts";
import { codeOf, faultOf, problemOf } from "./problems.ts";
import { RefusedOnPage } from "./refused-on-page.ts";
import { type HttpEvent, readEvent } from "./request.ts";
import type { RouteOf } from "./routing.ts";
import { traced } from "./trace.ts";

interface Logged {
  readonly clock: Clock;
  readonly log: Log;
}
export type ApiPartsOf<Parts> = Parts & Logged;

type Spec = RouteOf<never>["spec"];
type Chain = MiddlewareObj<unknown, HttpAnswer, Error, Context, { startedAt?: number }>;

/** Every error leaves as a problem (RFC 9457), or as the page that says it. */
const problems: Chain = {
  onError: (request) => {
    const { error } = request;
    request.response =
      error instanceof RefusedOnPage
        ? redirect(303, `${error.page}#${codeOf(error)}`, error.cookies)
        : problemAnswer(problemOf(error));
  },
};

const isFor =
  (event: HttpEvent | undefined) =>
  ({ method, path }: Spec): boolean =>
    event !== undefined && path === event.rawPath && method === event.requestContext.http.method;

/** One line per request, whatever became of it. A path that is none of ours may hold anything and is not written. */
const logged = (table: Readonly<Record<string, Spec>>, { clock, log }: Logged): Chain => {
  const write: Chain["after"] = ({ event, context, response, error, internal }) => {
    const now = clock();
    const fault = faultOf(error);
    const asking = readEvent(event);
    const asked = isFor(asking);
    const traceId = asking?.requestContext.requestId;
    log({
      code: error ? codeOf(error) : "ANSWERED",
      route: Object.entries(table).find(([, spec]) => asked(spec))?.[0] ?? "none",
      durationMs: now - (internal.startedAt ?? now),
      requestId: context.awsRequestId,
      ...(traceId === undefined ? {} : { traceId }),
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
 * The handler of a Lambda function that serves some routes of `table` behind an API Gateway HTTP API. A route that is
 * not among `routes` does not exist.
 */
export const api = <Parts>(
  table: Readonly<Record<string, Spec>>,
  routes: readonly RouteOf<Parts>[],
  parts: ApiPartsOf<Parts>,
) =>
  middy<unknown, HttpAnswer>()
    .use(logged(table, parts))
    .use(problems)
    .handler(async (event: unknown): Promise<HttpAnswer> => {
      const request = readEvent(event);
      const asked = isFor(request);
      const found = routes.find(({ spec }) => asked(spec));
      if (request === undefined || found === undefined) throw new Refusal("NOT_FOUND");
      return traced(request.requestContext.requestId, () => found.serve(request, parts));
    });
