import * as z from "zod/mini";
import { LOCAL_REGION } from "../../../functions/contract/local-portal.ts";
import type { Assembly } from "../../../infra/local/assembly.ts";
import { LOCAL_ACCOUNT } from "../../../infra/local/references.ts";
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

/**
 * What the services ask of the key in the caller's name. No local engine shows it, so it is written down here from the
 * guides: DynamoDB Developer Guide, "Encryption at rest: usage notes", "Authorizing use of your customer managed key";
 * Secrets Manager User Guide, "Secret encryption and decryption".
 */
const UNDER_THE_KEY = {
  dynamodb: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
  secretsmanager: ["kms:Decrypt"],
} as const;

const underTheKey = (service: keyof typeof UNDER_THE_KEY, key: string): AwsCall[] =>
  UNDER_THE_KEY[service].map((action) => ({
    action,
    resource: key,
    context: { "kms:ViaService": [`${service}.${LOCAL_REGION}.amazonaws.com`] },
  }));

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
    const calls = dynamoDbCalls(target.split(".").at(-1) ?? "", JSON.parse(body), tableNamed);
    const keys = [...tables.values()]
      .filter(({ arn }) => calls.some(({ resource }) => resource.startsWith(arn)))
      .map(({ key }) => key);
    return [...calls, ...[...new Set(keys)].flatMap((key) => underTheKey("dynamodb", key))];
  };

  /** The identity, and the configuration set that goes with it: IAM asks for both (SES Developer Guide, "Actions"). */
  const ofSes = ({ body }: AwsRequest): AwsCall[] => {
    const form = new URLSearchParams(body);
    const from = addressIn(form.get("Source") ?? "");
    const context = { "ses:FromAddress": [from] };
    const sender = assembly
      .resources("AWS::SES::EmailIdentity", identity)
      .find(({ properties }) => from.endsWith(`@${properties.EmailIdentity}`));
    const set = sender?.properties.ConfigurationSetAttributes.ConfigurationSetName;
    return [`identity/${sender?.id ?? from}`, ...(set === undefined ? [] : [`configuration-set/${set}`])].map(
      (name) => ({
        action: `ses:${form.get("Action")}`,
        resource: `arn:aws:ses:${LOCAL_REGION}:${LOCAL_ACCOUNT}:${name}`,
        context,
      }),
    );
  };

  const ofSecretsManager = ({ target, body }: AwsRequest): AwsCall[] => {
    const { SecretId } = secretAsked.parse(JSON.parse(body));
    const call = { action: target.replace(".", ":"), resource: SecretId, context: {} };
    const found = assembly.resources("AWS::SecretsManager::Secret", secret).find(({ id }) => id === SecretId);
    return [call, ...(found === undefined ? [] : underTheKey("secretsmanager", found.properties.KmsKeyId))];
  };

  /** S3 Service Authorization Reference: listing is of the bucket, everything else of an object. */
  const ofS3 = ({ method, path }: AwsRequest): AwsCall[] => {
    const [, bucket = "", key = ""] = /^\/([^/?]+)\/?([^?]*)/.exec(path) ?? [];
    const verb: Readonly<Record<string, string>> = { PUT: "PutObject", DELETE: "DeleteObject", GET: "GetObject" };
    return key === ""
      ? [{ action: "s3:ListBucket", resource: `${bucket}.Arn`, context: {} }]
      : [{ action: `s3:${verb[method] ?? method}`, resource: `${bucket}.Arn/${key}`, context: {} }];
  };

  const ofCloudFormation = ({ body }: AwsRequest): AwsCall[] => [
    {
      action: `cloudformation:${new URLSearchParams(body).get("Action")}`,
      resource: "AWS::StackId",
      context: {},
    },
  ];

  const readers: Readonly<Record<string, (request: AwsRequest) => AwsCall[]>> = {
    dynamodb: ofDynamoDb,
    ses: ofSes,
    secretsmanager: ofSecretsManager,
    s3: ofS3,
    cloudformation: ofCloudFormation,
  };
  return (request) => {
    const read = readers[request.service];
    if (read === undefined) throw new Error(`Nobody knows what ${request.service} asks of IAM.`);
    return read(request);
  };
};
