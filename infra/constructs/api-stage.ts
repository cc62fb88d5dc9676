import { RemovalPolicy } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { CfnStage, type HttpApi, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";

/**
 * What a line of the access log says. No address, user agent, query or cookie: that somebody asks who looked at their
 * data is itself personal data, and the answer to a sign-in comes back in a query.
 */
const ACCESS_LOG_FORMAT = {
  requestId: "$context.requestId",
  time: "$context.requestTimeEpoch",
  route: "$context.routeKey",
  status: "$context.status",
  responseBytes: "$context.responseLength",
  latencyMs: "$context.responseLatency",
  integrationStatus: "$context.integrationStatus",
  integrationLatencyMs: "$context.integrationLatency",
};

interface ApiStageProps {
  readonly api: HttpApi;
  readonly key: IKey;
  /** Requests a second that the whole API takes, and how many at once. */
  readonly throttle: { readonly rateLimit: number; readonly burstLimit: number };
  /** Further settings, by route key, in CloudFormation's words. */
  readonly routes?: Readonly<Record<string, object>>;
}

/** Gives an API its one stage: throttled, and with a log that could not tell who asked. */
export const openStage = (scope: Construct, { api, key, throttle, routes }: ApiStageProps): void => {
  const logs = new LogGroup(scope, "AccessLogs", {
    encryptionKey: key,
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const stage = new HttpStage(scope, "Stage", {
    httpApi: api,
    stageName: "$default",
    autoDeploy: true,
    throttle,
    accessLogSettings: {
      destination: new LogGroupLogDestination(logs),
      format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG_FORMAT)),
    },
  });
  if (routes !== undefined && stage.node.defaultChild instanceof CfnStage)
    stage.node.defaultChild.routeSettings = routes;
  // Settings of a route are refused before the route is there.
  stage.node.addDependency(api);
};
