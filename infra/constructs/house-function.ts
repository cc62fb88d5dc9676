import { Aws, type Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { FilterPattern, LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { LogCode } from "../../functions/contract/log-codes.ts";
import { type Alarms, FIVE_MINUTES, type RunbookAnchor } from "./alarms.ts";
import type { Conditions, Grantee } from "./grantee.ts";
import { keepsItsName } from "./logical-id.ts";

interface HouseFunctionProps {
  readonly description: string;
  /** The folder that holds the bundle (see infra/bundle.ts). */
  readonly code: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memorySize: number;
  readonly timeout: Duration;
  readonly key: IKey;
  readonly alarms: Alarms;
  /** What a customer notices when this function fails; see `Alarms`. */
  readonly impact: string;
  readonly runbook: RunbookAnchor;
}

/**
 * A function as this house makes them: Node 24 on arm64, a role of its own that can do nothing but write its log, a
 * log under the company's key that ends after three months, and alarms that say what its failure means.
 *
 * Its concurrency is not reserved: a new AWS account has ten executions in all and refuses reservations, and the API
 * throttles before the functions do. It is traced; what gets into a trace says `fails-by-name.ts`.
 */
export class HouseFunction extends Construct implements Grantee {
  readonly lambda: LambdaFunction;
  readonly logs: LogGroup;
  readonly #role: Role;

  constructor(scope: Construct, id: string, props: HouseFunctionProps) {
    super(scope, id);
    this.logs = new LogGroup(this, "Logs", {
      encryptionKey: props.key,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.#role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    this.lambda = new LambdaFunction(this, "Function", {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: "index.handler",
      code: Code.fromAsset(props.code),
      role: this.#role,
      environment: { ...props.environment },
      memorySize: props.memorySize,
      timeout: props.timeout,
      logGroup: this.logs,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      tracing: Tracing.ACTIVE,
    });
    keepsItsName(this.logs, `${id}Logs`);
    keepsItsName(this.#role, `${id}Role`);
    keepsItsName(this.lambda, `${id}Function`);
    // The ARN of a log group already ends in ":*", its streams.
    this.allow(["logs:CreateLogStream", "logs:PutLogEvents"], [this.logs.logGroupArn]);

    Validations.of(this.lambda).acknowledge({
      id: "Serverless-LambdaDLQ",
      reason:
        "The API and the stream wait for the answer. A schedule's event carries nothing: what was to do still lies in the table, the next run finds it, and an alarm rings.",
    });
    Validations.of(this.#role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason:
        'xray:PutTraceSegments and xray:PutTelemetryRecords, which know no resource (Service Authorization Reference, "AWS X-Ray"). They write traces and read none.',
    });

    const { impact, runbook } = props;
    props.alarms.raise(`${id}Errors`, { metric: this.lambda.metricErrors({ period: FIVE_MINUTES }), impact, runbook });
    props.alarms.raise(`${id}Throttles`, {
      metric: this.lambda.metricThrottles({ period: FIVE_MINUTES }),
      impact: `The account runs out of function executions. ${impact}`,
      runbook,
    });
  }

  /** How often this function's log names a code. */
  countOf(code: LogCode): Metric {
    return this.logs
      .addMetricFilter(code, {
        filterPattern: FilterPattern.allTerms(code),
        metricNamespace: Aws.STACK_NAME,
        metricName: `${this.node.id}:${code}`,
      })
      .metric({ statistic: "Sum", period: FIVE_MINUTES });
  }

  /** One statement in this function's own policy. */
  allow(actions: string[], resources: string[], conditions: Conditions = {}): void {
    this.#role.addToPolicy(new PolicyStatement({ actions, resources, conditions }));
  }
}
