import { Aws, Validations } from "aws-cdk-lib";
import { HttpApi, HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { CUSTOMER_ROUTES } from "../../functions/contract/customer-api.ts";
import { DESK_ROUTES } from "../../functions/contract/desk-api.ts";
import { type Alarms, FIVE_MINUTES } from "./alarms.ts";
import { openStage } from "./api-stage.ts";
import type { HouseFunction } from "./house-function.ts";
import { keepsItsName } from "./logical-id.ts";

type CustomerRoute = (typeof CUSTOMER_ROUTES)[keyof typeof CUSTOMER_ROUTES];
type DeskRoute = (typeof DESK_ROUTES)[keyof typeof DESK_ROUTES];
/** The functions that routes of the contract lead to. */
type RoutedFunction = (CustomerRoute | DeskRoute)["function"];

/** Why API Gateway itself authorises nobody. */
const CUSTOMERS_COME_BY_COOKIE =
  "Customers have no accounts: the function checks the session cookie against the contract's `who`, and a test tries every role on every route.";
const STAFF_COME_BY_COOKIE =
  "No token reaches the browser, so there is none to check here: the function checks the session cookie and its roles against the contract's `who`, and a test tries every role on every route.";

const ROUTES = [
  ...Object.entries(CUSTOMER_ROUTES).map(([name, route]) => ({ name, route, reason: CUSTOMERS_COME_BY_COOKIE })),
  ...Object.entries(DESK_ROUTES).map(([name, route]) => ({ name, route, reason: STAFF_COME_BY_COOKIE })),
];

/** Requests a second that the whole portal takes, and how many at once. */
const THROTTLE = { rateLimit: 100, burstLimit: 200 };
/** A mail leaves for each, or a row is kept and somebody else's server is asked. */
const COSTLY_THROTTLE = { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 };
const COSTLY = [CUSTOMER_ROUTES.requestCode, DESK_ROUTES.startSignIn, DESK_ROUTES.finishSignIn];

interface PortalApiProps {
  readonly functions: Readonly<Record<RoutedFunction, HouseFunction>>;
  readonly key: IKey;
  readonly alarms: Alarms;
}

/** All routes, the customer's and the desk's, made from the contract: what is not listed there does not exist. */
export class PortalApi extends Construct {
  readonly api: HttpApi;
  /** Host name of the API's own endpoint, to which CloudFront forwards. */
  readonly host: string;

  constructor(scope: Construct, id: string, props: PortalApiProps) {
    super(scope, id);
    this.api = new HttpApi(this, "Api", { createDefaultStage: false });
    keepsItsName(this.api, id);
    this.host = `${this.api.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;

    for (const { name, route, reason } of ROUTES) {
      const integration = new HttpLambdaIntegration(`${name}Integration`, props.functions[route.function].lambda);
      for (const made of this.api.addRoutes({ path: route.path, methods: [HttpMethod[route.method]], integration }))
        Validations.of(made).acknowledge({ id: "AwsSolutions-APIG4", reason });
    }

    openStage(this, {
      api: this.api,
      key: props.key,
      throttle: THROTTLE,
      routes: Object.fromEntries(COSTLY.map(({ method, path }) => [`${method} ${path}`, COSTLY_THROTTLE])),
    });

    props.alarms.raise("ServerErrors", {
      metric: this.api.metricServerError({ period: FIVE_MINUTES, statistic: "Sum" }),
      impact: "Customers are told that the portal cannot answer right now.",
      runbook: "customers-cannot-use-the-portal",
    });
  }
}
