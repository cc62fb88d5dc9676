import * as z from "zod/mini";
import type { Assembly } from "../../../infra/local/assembly.ts";
import type { AwsCall } from "./aws-call.ts";

const lambda = z.object({
  LoggingConfig: z.object({ LogGroup: z.string() }),
  TracingConfig: z.object({ Mode: z.literal("Active") }),
});
const mapping = z.object({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  DestinationConfig: z.optional(z.object({ OnFailure: z.object({ Destination: z.string() }) })),
});

const calls = (service: string, names: readonly string[], resource: string): AwsCall[] =>
  names.map((name) => ({ action: `${service}:${name}`, resource, context: {} }));

/** Lambda Developer Guide, "Using Lambda with DynamoDB" and "…with Amazon SQS": the permissions of the execution role. */
const reading = (source: string): AwsCall[] =>
  source.endsWith(".StreamArn")
    ? calls("dynamodb", ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"], source)
    : calls("sqs", ["DeleteMessage", "GetQueueAttributes", "ReceiveMessage"], source);

/**
 * What Lambda itself asks for in the name of a function's role, as the template sets the function up: for its log, its
 * trace, and what it reads events from and parks them in. No code of ours makes these calls, so no walk shows them.
 */
export const lambdaCallsOf = (assembly: Assembly): ReadonlyMap<string, readonly AwsCall[]> => {
  const mappings = assembly.resources("AWS::Lambda::EventSourceMapping", mapping).map(({ properties }) => properties);
  return new Map(
    assembly
      .resources("AWS::Lambda::Function", lambda)
      .map(({ id, properties: { LoggingConfig } }) => [
        id,
        [
          ...calls("logs", ["CreateLogStream", "PutLogEvents"], `${LoggingConfig.LogGroup}.Arn`),
          ...calls("xray", ["PutTelemetryRecords", "PutTraceSegments"], "*"),
          ...mappings
            .filter(({ FunctionName }) => FunctionName === id)
            .flatMap(({ EventSourceArn, DestinationConfig }) => [
              ...reading(EventSourceArn),
              ...(DestinationConfig === undefined
                ? []
                : calls("sqs", ["SendMessage"], DestinationConfig.OnFailure.Destination)),
            ]),
        ],
      ]),
  );
};
