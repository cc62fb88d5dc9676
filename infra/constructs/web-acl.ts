import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";
import { CUSTOMER_PATHS } from "../../functions/contract/customer-paths.ts";
import { DESK_PATHS } from "../../functions/contract/desk-paths.ts";
import type { Problem } from "../../functions/contract/problem.ts";
import { REFUSALS } from "../../functions/domain/errors.ts";

/** Requests from one network address are counted over so many seconds. */
const WINDOW_SECONDS = 300;

/**
 * How much one network address may ask for in five minutes. A mobile network or an office stands behind one address, so
 * these stop floods and no person; what a person may do is counted by mail address in the database.
 */
export const FLOOD_RULES = [
  /** A mail leaves for each. */
  { name: "Codes", most: 50, paths: [CUSTOMER_PATHS.requestCode.path, CUSTOMER_PATHS.changeAddress.path] },
  /** Codes are tried, and the identity provider is asked. */
  {
    name: "SignIns",
    most: 100,
    paths: [
      CUSTOMER_PATHS.confirmCode.path,
      CUSTOMER_PATHS.confirmAddress.path,
      DESK_PATHS.startSignIn.path,
      DESK_PATHS.finishSignIn.path,
    ],
  },
  { name: "Everything", most: 3_000, paths: [] },
] as const;

/** As the service itself would refuse, so that the pages know how to say it. */
const TOO_MANY: Problem = {
  type: "about:blank",
  title: REFUSALS.UNAVAILABLE,
  status: 429,
  code: "UNAVAILABLE",
  detail: REFUSALS.UNAVAILABLE,
  retryAfterSeconds: WINDOW_SECONDS,
};

const isPath = (searchString: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: "EXACTLY",
    searchString,
    textTransformations: [
      { priority: 0, type: "URL_DECODE" },
      { priority: 1, type: "NORMALIZE_PATH" },
    ],
  },
});

/** Counted, never sampled: a sample would keep the network address of somebody who asks who looked at their data. */
const counted = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: false,
});

/** Floods are stopped at the edge, before they cost a request of the API or a mail. */
export class WebAcl extends Construct {
  readonly arn: string;

  /** @param props.metricName Under which blocked requests are counted; one in the account for each stage. */
  constructor(scope: Construct, id: string, { metricName }: { readonly metricName: string }) {
    super(scope, id);
    const acl = new CfnWebACL(this, "Acl", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      customResponseBodies: { tooMany: { contentType: "APPLICATION_JSON", content: JSON.stringify(TOO_MANY) } },
      visibilityConfig: counted(metricName),
      rules: FLOOD_RULES.map(({ name, most, paths }, priority) => ({
        name,
        priority,
        action: {
          block: {
            customResponse: {
              responseCode: TOO_MANY.status,
              customResponseBodyKey: "tooMany",
              responseHeaders: [{ name: "retry-after", value: String(WINDOW_SECONDS) }],
            },
          },
        },
        statement: {
          rateBasedStatement: {
            aggregateKeyType: "IP",
            evaluationWindowSec: WINDOW_SECONDS,
            limit: most,
            ...(paths.length > 0 && { scopeDownStatement: { orStatement: { statements: paths.map(isPath) } } }),
          },
        },
        visibilityConfig: counted(name),
      })),
    });
    acl.overrideLogicalId("WebAcl");
    this.arn = acl.attrArn;
  }
}
