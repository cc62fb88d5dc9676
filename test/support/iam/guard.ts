import { once } from "node:events";
import { Agent, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../../functions/contract/local-portal.ts";
import type { Assembly } from "../../../infra/local/assembly.ts";
import type { Engines } from "../../../infra/local/portal.ts";
import { type WireAnswer, xmlAnswer } from "../aws-answers.ts";
import { serveHere } from "../loopback.ts";
import { type AwsRequest, askedOf } from "./asked.ts";
import { type AwsCall, lineOf } from "./aws-call.ts";
import { lambdaCallsOf } from "./lambda-calls.ts";
import { allows, type Grantee, granteesOf } from "./rights.ts";

/** What stands for a service that this computer has no engine for; undefined leaves the request to an engine. */
type StandIn = (request: AwsRequest) => WireAnswer | undefined;

export interface GuardOptions {
  readonly standIns?: Readonly<Record<string, StandIn>>;
  /** Where the API is that systems send to; it verifies signatures itself. */
  readonly intake?: string;
  /** May change a request to DynamoDB on its way, and sees the answer to it. */
  readonly meter?: {
    readonly asking: (body: string) => string;
    readonly answered: (caller: string, operation: string, answer: string) => void;
  };
}

const SPEAK_XML = ["cloudformation", "s3", "ses", "sns"];
const HOP_BY_HOP = ["host", "connection", "content-length", "transfer-encoding"];

/**
 * Stands between the functions and the engines in IAM's place: a call that the caller's role in the template does not
 * allow is refused as AWS refuses it. Remembers who asked for what.
 */
export const startGuard = async (
  assembly: Assembly,
  endpoints: Engines,
  { standIns = {}, intake, meter }: GuardOptions = {},
) => {
  const grantees = granteesOf(assembly);
  const asked = askedOf(assembly);
  const made = new Map<string, Map<string, AwsCall>>();
  const refused: string[] = [];
  const engines: Readonly<Record<string, string>> = {
    dynamodb: endpoints.dynamodb,
    ses: endpoints.ses,
    secretsmanager: endpoints.secretsManager,
    ...(intake !== undefined && { "execute-api": intake }),
  };
  const agent = new Agent({ keepAlive: true });

  /** What cannot be read cannot be allowed either; whoever looks at `refused` has to hear why. */
  const understood = (caller: string, request: AwsRequest): readonly AwsCall[] => {
    try {
      return asked(request);
    } catch (error) {
      refused.push(
        `${caller} ${request.service} ${request.target}: ${error instanceof Error ? error.message : "unknown"}`,
      );
      throw error;
    }
  };

  const refuse = (response: ServerResponse, service: string, action: string) =>
    SPEAK_XML.includes(service)
      ? response
          .writeHead(403, { "content-type": "text/xml" })
          .end(`<ErrorResponse><Error><Code>AccessDenied</Code><Message>${action}</Message></Error></ErrorResponse>`)
      : response
          .writeHead(400, { "content-type": "application/x-amz-json-1.0", "x-amzn-errortype": "AccessDeniedException" })
          .end(JSON.stringify({ __type: "AccessDeniedException", Message: `Not authorized to perform: ${action}` }));

  const forward = async (engine: string, request: IncomingMessage, path: string, body: string) => {
    const headers = Object.entries(request.headers).filter(([name]) => !HOP_BY_HOP.includes(name));
    const passed = ask(new URL(path, engine), {
      agent,
      method: request.method,
      headers: { ...Object.fromEntries(headers), "content-length": Buffer.byteLength(body) },
    });
    passed.end(body);
    const [answer]: IncomingMessage[] = await once(passed, "response");
    return answer;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, caller = "", service = "", path = "/"] = /^\/([^/]+)\/([^/?]+)(.*)$/.exec(request.url ?? "") ?? [];
    const body = (await buffer(request)).toString();
    const { method = "" } = request;
    const target = String(request.headers["x-amz-target"] ?? "");
    const asking: AwsRequest = { service, method, path, target, body };
    const calls = understood(caller, asking);
    const grantee: Grantee = grantees.get(caller) ?? { name: caller, statements: [] };
    const denied = calls.filter((call) => !allows(grantee, call));
    if (denied.length > 0) {
      refused.push(...denied.map((call) => `${grantee.name} ${lineOf(call)}`));
      refuse(response, service, denied.map(({ action }) => action).join());
      return;
    }
    const known = made.get(caller) ?? new Map<string, AwsCall>();
    for (const call of calls) known.set(lineOf(call), call);
    made.set(caller, known);

    const engine = engines[service];
    const standsIn = standIns[service]?.(asking);
    if (engine === undefined || standsIn !== undefined) {
      const { status, headers, body: said } = standsIn ?? xmlAnswer("");
      response.writeHead(status, headers).end(said);
      return;
    }
    const metered = service === "dynamodb" ? meter : undefined;
    const answer = await forward(engine, request, path || "/", metered?.asking(body) ?? body);
    response.writeHead(answer?.statusCode ?? 502, answer?.headers);
    if (answer === undefined || metered === undefined) {
      answer?.pipe(response);
      return;
    }
    const answered = await buffer(answer);
    metered.answered(caller, target.split(".").at(-1) ?? "", answered.toString());
    response.end(answered);
  };

  const { endpoint: base, stop } = await serveHere(serve);

  return {
    /** Every different call, by whoever made it. */
    made: (caller: string): readonly AwsCall[] => [...(made.get(caller)?.values() ?? [])],
    grantees,
    /** What Lambda asks for by itself in a function's name. */
    byLambda: lambdaCallsOf(assembly),
    /** Every call that the template does not allow, with the role that lacks it. */
    refused: refused satisfies readonly string[],
    /** What an AWS client finds around it that calls as `caller`. */
    surroundings: (caller: string): Readonly<Record<string, string>> => ({
      AWS_REGION: LOCAL_REGION,
      AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
      AWS_ENDPOINT_URL_DYNAMODB: `${base}/${caller}/dynamodb`,
      AWS_ENDPOINT_URL_SES: `${base}/${caller}/ses`,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: `${base}/${caller}/secretsmanager`,
      AWS_ENDPOINT_URL_S3: `${base}/${caller}/s3`,
      AWS_ENDPOINT_URL_CLOUDFORMATION: `${base}/${caller}/cloudformation`,
      AWS_ENDPOINT_URL_SESV2: `${base}/${caller}/sesv2`,
      AWS_ENDPOINT_URL_ACM: `${base}/${caller}/acm`,
      AWS_ENDPOINT_URL_KMS: `${base}/${caller}/kms`,
      AWS_ENDPOINT_URL_SNS: `${base}/${caller}/sns`,
      AWS_ENDPOINT_URL_CLOUDWATCH: `${base}/${caller}/cloudwatch`,
      AWS_ENDPOINT_URL_SQS: `${base}/${caller}/sqs`,
    }),
    /** Where a system sends that calls as `caller`. */
    intakeOf: (caller: string): string => `${base}/${caller}/execute-api`,
    stop: async () => {
      agent.destroy();
      await stop();
    },
  };
};
export type Guard = Awaited<ReturnType<typeof startGuard>>;
