import * as z from "zod/mini";
import { LOCAL_REGION } from "../../../functions/contract/local-portal.ts";
import type { Assembly } from "../../../infra/local/assembly.ts";
import { LOCAL_ACCOUNT, resourceOf } from "../../../infra/local/references.ts";
import type { AwsCall } from "./aws-call.ts";
import { dynamoDbCalls, type NamedTable } from "./dynamodb-calls.ts";

/** A request of an AWS client as it came over the wire. */
export interface AwsRequest {
  readonly service: string;
  readonly method: string;
  /** Below the service's endpoint, with the query. */
  readonly path: string;
  readonly target: string;
  readonly body: string;
}

const table = z.object({
  TableName: z.string(),
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
  SSESpecification: z.object({ KMSMasterKeyId: z.string() }),
});
const identity = z.object({
  EmailIdentity: z.string(),
  ConfigurationSetAttributes: z.object({ ConfigurationSetName: z.string() }),
});
const secret = z.object({ KmsKeyId: z.string() });
const secretAsked = z.object({ SecretId: z.string() });
const certificateAsked = z.object({ CertificateArn: z.string() });
const keyAsked = z.object({ KeyId: z.string() });
const alarmsAsked = z.object({ AlarmNames: z.array(z.string()) });
const queueAsked = z.object({ QueueUrl: z.string() });

/** The last word of `TrentService.DescribeKey` and the like. */
const operationOf = (target: string): string => target.slice(target.lastIndexOf(".") + 1);
/** What a form of the query protocol is about, and what it asks. */
const formOf = (body: string) => {
  const form = new URLSearchParams(body);
  return { action: form.get("Action"), field: (name: string) => form.get(name) ?? "" };
};

/**
 * What the services ask of the key in the caller's name. No local engine shows it, so it is written down here from the
 * guides: DynamoDB Developer Guide, "Encryption at rest: usage notes", "Authorizing use of your customer managed key";
 * Secrets Manager User Guide, "Secret encryption and decryption".
 */
const UNDER_THE_KEY = {
  items: { service: "dynamodb", asks: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"] },
  readOfItems: { service: "dynamodb", asks: ["kms:Decrypt", "kms:DescribeKey"] },
  secret: { service: "secretsmanager", asks: ["kms:Decrypt"] },
} as const;

const underTheKey = (what: keyof typeof UNDER_THE_KEY, key: string): AwsCall[] => {
  const { service, asks } = UNDER_THE_KEY[what];
  const context = { "kms:ViaService": [`${service}.${LOCAL_REGION}.amazonaws.com`] };
  return asks.map((action) => ({ action, resource: key, context }));
};

const addressIn = (source: string): string => /<([^<>]+)>$/.exec(source)?.[1] ?? source;

/** Reads from requests what IAM would be asked for each of them. */
export const askedOf = (assembly: Assembly): ((request: AwsRequest) => readonly AwsCall[]) => {
  const tables = new Map(
    assembly.resources("AWS::DynamoDB::Table", table).map(({ id, properties }) => {
      const partitionKey = properties.KeySchema.find(({ KeyType }) => KeyType === "HASH")?.AttributeName ?? "";
      const named: NamedTable & { readonly key: string } = {
        arn: `${id}.Arn`,
        partitionKey,
        key: properties.SSESpecification.KMSMasterKeyId,
      };
      return [properties.TableName, named] as const;
    }),
  );
  const tableNamed = (name: string) => {
    const found = tables.get(name);
    if (found === undefined) throw new Error(`The stack has no table ${name}.`);
    return found;
  };

  const ofDynamoDb = ({ target, body }: AwsRequest): AwsCall[] => {
    const operation = operationOf(target);
    const calls = dynamoDbCalls(operation, JSON.parse(body), tableNamed);
    // How a table stands is not under the key.
    if (operation.startsWith("Describe")) return [...calls];
    const keys = [...tables.values()]
      .filter(({ arn }) => calls.some(({ resource }) => resource.startsWith(arn)))
      .map(({ key }) => key);
    const reads = calls.every(({ action }) => /:(?:BatchGetItem|GetItem|Query|Scan)$/.test(action));
    return [...calls, ...[...new Set(keys)].flatMap((key) => underTheKey(reads ? "readOfItems" : "items", key))];
  };

  /** The identity, and the configuration set that goes with it: IAM asks for both (SES Developer Guide, "Actions"). */
  const ofSes = ({ body }: AwsRequest): AwsCall[] => {
    const { action, field } = formOf(body);
    const from = addressIn(field("Source"));
    const context = { "ses:FromAddress": [from] };
    const sender = assembly
      .resources("AWS::SES::EmailIdentity", identity)
      .find(({ properties }) => from.endsWith(`@${properties.EmailIdentity}`));
    const set = sender?.properties.ConfigurationSetAttributes.ConfigurationSetName;
    return [`identity/${sender?.id ?? from}`, ...(set === undefined ? [] : [`configuration-set/${set}`])].map(
      (name) => ({
        action: `ses:${action}`,
        resource: `arn:aws:ses:${LOCAL_REGION}:${LOCAL_ACCOUNT}:${name}`,
        context,
      }),
    );
  };

  const ofSecretsManager = ({ target, body }: AwsRequest): AwsCall[] => {
    const { SecretId } = secretAsked.parse(JSON.parse(body));
    const call = { action: target.replace(".", ":"), resource: SecretId, context: {} };
    const found = assembly.resources("AWS::SecretsManager::Secret", secret).find(({ id }) => id === SecretId);
    const isOpened = operationOf(target) === "GetSecretValue" && found !== undefined;
    return [call, ...(isOpened ? underTheKey("secret", found.properties.KmsKeyId) : [])];
  };

  /** S3 Service Authorization Reference: listing is of the bucket, everything else of an object. */
  const ofS3 = ({ method, path }: AwsRequest): AwsCall[] => {
    const [, bucket = "", key = ""] = /^\/([^/?]+)\/?([^?]*)/.exec(path) ?? [];
    const verb: Readonly<Record<string, string>> = { PUT: "PutObject", DELETE: "DeleteObject", GET: "GetObject" };
    return key === ""
      ? [{ action: "s3:ListBucket", resource: `${bucket}.Arn`, context: {} }]
      : [{ action: `s3:${verb[method] ?? method}`, resource: `${bucket}.Arn/${key}`, context: {} }];
  };

  const simple = (action: string, resource: string): AwsCall[] => [{ action, resource, context: {} }];

  /** The account itself is no resource; everything else is an identity. */
  const ofSesV2 = ({ method, path }: AwsRequest): AwsCall[] => {
    if (`${method} ${path}` === "GET /v2/email/account") return simple("ses:GetAccount", "*");
    const [, name] = /^GET \/v2\/email\/identities\/([^/]+)$/.exec(`${method} ${path}`) ?? [];
    if (name === undefined) throw new Error(`Nobody knows what ${method} ${path} asks of IAM.`);
    return simple("ses:GetEmailIdentity", `arn:aws:ses:${LOCAL_REGION}:${LOCAL_ACCOUNT}:identity/${name}`);
  };

  /** API Gateway Developer Guide, "Control access for invoking an API": the route's own method and path. */
  const ofIntake = ({ method, path }: AwsRequest): AwsCall[] => {
    const api = resourceOf(assembly.output("IntakeUrl").replace("https://", ""));
    const resource = `arn:aws:execute-api:${LOCAL_REGION}:${LOCAL_ACCOUNT}:${api}/$default/${method}${path}`;
    return simple("execute-api:Invoke", resource);
  };

  const readers: Readonly<Record<string, (request: AwsRequest) => AwsCall[]>> = {
    dynamodb: ofDynamoDb,
    ses: ofSes,
    secretsmanager: ofSecretsManager,
    s3: ofS3,
    sesv2: ofSesV2,
    "execute-api": ofIntake,
    cloudformation: ({ body }) => {
      const { action, field } = formOf(body);
      return simple(`cloudformation:${action}`, field("StackName"));
    },
    sns: ({ body }) => {
      const { action, field } = formOf(body);
      return simple(`sns:${action}`, field("TopicArn"));
    },
    cloudwatch: ({ target, body }) =>
      alarmsAsked
        .parse(JSON.parse(body))
        .AlarmNames.flatMap((name) =>
          simple(
            `cloudwatch:${operationOf(target)}`,
            `arn:aws:cloudwatch:${LOCAL_REGION}:${LOCAL_ACCOUNT}:alarm:${name}`,
          ),
        ),
    acm: ({ target, body }) =>
      simple(`acm:${operationOf(target)}`, certificateAsked.parse(JSON.parse(body)).CertificateArn),
    kms: ({ target, body }) => simple(`kms:${operationOf(target)}`, `${keyAsked.parse(JSON.parse(body)).KeyId}.Arn`),
    sqs: ({ target, body }) =>
      simple(`sqs:${operationOf(target)}`, `${queueAsked.parse(JSON.parse(body)).QueueUrl.split("/").at(-1)}.Arn`),
  };
  return (request) => {
    const read = readers[request.service];
    if (read === undefined) throw new Error(`Nobody knows what ${request.service} asks of IAM.`);
    return read(request);
  };
};
