import { Aws } from "aws-cdk-lib";
import { HttpApi, HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpIamAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { ManagedPolicy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { INTAKE_ROUTES } from "../../functions/contract/intake-api.ts";
import { type Alarms, FIVE_MINUTES } from "./alarms.ts";
import { openStage } from "./api-stage.ts";
import type { HouseFunction } from "./house-function.ts";
import { keepsItsName } from "./logical-id.ts";

type RoutedFunction = (typeof INTAKE_ROUTES)[keyof typeof INTAKE_ROUTES]["function"];

/** Of up to 500 events each. Whoever is refused here tries again, so customers' requests are never in their way. */
const THROTTLE = { rateLimit: 50, burstLimit: 100 };

interface IntakeApiProps {
  readonly functions: Readonly<Record<RoutedFunction, HouseFunction>>;
  readonly key: IKey;
  readonly alarms: Alarms;
}

/**
 * The API by which the company's own systems send, made from the contract. CloudFront does not know it, and it lets in
 * nobody but whoever signs as a role of the company that has its policy.
 */
export class IntakeApi extends Construct {
  /** Scheme and host; the paths are the contract's. */
  readonly url: string;
  /** What a role needs to send. The stack attaches it to nobody. */
  readonly policyArn: string;

  constructor(scope: Construct, id: string, { functions, key, alarms }: IntakeApiProps) {
    super(scope, id);
    const api = new HttpApi(this, "Api", { createDefaultStage: false });
    keepsItsName(api, id);
    this.url = `https://${api.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;

    const authorizer = new HttpIamAuthorizer();
    const routes = Object.entries(INTAKE_ROUTES);
    for (const [name, { method, path, function: target }] of routes) {
      const integration = new HttpLambdaIntegration(`${name}Integration`, functions[target].lambda);
      api.addRoutes({ path, methods: [HttpMethod[method]], integration, authorizer });
    }
    openStage(this, { api, key, throttle: THROTTLE });

    const policy = new ManagedPolicy(this, "Policy", { description: "Sends events to Regard" });
    keepsItsName(policy, "IntakePolicy");
    const arn = `arn:${Aws.PARTITION}:execute-api:${Aws.REGION}:${Aws.ACCOUNT_ID}:${api.apiId}/$default`;
    policy.addStatements(
      new PolicyStatement({
        actions: ["execute-api:Invoke"],
        resources: routes.map(([, { method, path }]) => `${arn}/${method}${path}`),
      }),
    );
    this.policyArn = policy.managedPolicyArn;

    alarms.raise("IntakeServerErrors", {
      metric: api.metricServerError({ period: FIVE_MINUTES, statistic: "Sum" }),
      impact: "Looks at customers' data are not in their records yet: the systems that report them are turned away.",
      runbook: "events-do-not-come-in",
    });
  }
}
