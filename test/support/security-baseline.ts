import { expect } from "vitest";
import * as z from "zod/mini";

const some = expect.anything();
const every = (one: object) => expect.not.arrayContaining([expect.not.objectContaining(one)]);

const oneOrMore = z.pipe(
  z.union([z.array(z.unknown()), z.unknown()]),
  z.transform((value): unknown[] => (Array.isArray(value) ? value : [value])),
);
const statement = z.object({
  Effect: z.enum(["Allow", "Deny"]),
  Principal: z.optional(z.unknown()),
  Action: oneOrMore,
  Resource: z._default(oneOrMore, []),
});
const document = z.object({ Statement: z.array(statement) });
/** A policy, or that of a key. */
export const policy = z.object({ PolicyDocument: z.optional(document), KeyPolicy: z.optional(document) });

/** No policy of a kind allows what is said here. */
interface Refused {
  readonly type: string;
  readonly refuses: (one: z.infer<typeof statement>) => boolean;
}
const refused = (type: string, refuses: Refused["refuses"]): Refused => ({ type: `AWS::${type}`, refuses });
export const anybody: Refused["refuses"] = ({ Principal }) =>
  ['"*"', '{"AWS":"*"}'].includes(JSON.stringify(Principal));
export const everyKey: Refused["refuses"] = ({ Action, Resource }) =>
  Action.some((action) => /^(\*|kms:(\*|Decrypt|ReEncryptFrom))$/.test(String(action))) && Resource.includes("*");
export const wholeServices: Refused["refuses"] = ({ Action }) =>
  Action.some((action) => /^(\*|\w+:\*)$/.test(String(action)));

/** Every resource of a type has these properties. */
interface Held {
  readonly type: string;
  readonly has: object;
}
const held = (type: string, has: object): Held => ({ type: `AWS::${type}`, has });

/** Every stack is deployed like this: what CloudFormation is told beside its template. */
interface Deployed {
  readonly deployed: object;
}

const table = (has: object) => held("DynamoDB::Table", has);
const pool = (has: object) => held("Cognito::UserPool", has);
const bucket = (has: object) => held("S3::Bucket", has);
const bucketPolicy = (statement: object) => held("S3::BucketPolicy", { PolicyDocument: { Statement: statement } });
const distribution = (has: object) => held("CloudFront::Distribution", { DistributionConfig: has });
const NO_REST_API = "The API is an HTTP API, and this is about REST and WebSocket APIs.";
const NO_DAX = "There is no DAX cluster.";
const WAF_CLASSIC = "There is no WAF Classic.";
const NEVER_ROTATED =
  "Declined: customers are known in the log by hashes under this secret only; with a new one, no past access could be found (infra/constructs/company-secret.ts).";
const NO_USERS = "The stacks make no users; those of the account, and its root, are the company's.";
const NO_SUCH_BUCKET = "There are no access points and no directory buckets.";
const THE_COMPANYS_CERTIFICATE = "The certificate is the company's; ACM renews it.";

/**
 * AWS Foundational Security Best Practices, all controls of the services that the stacks use: which property holds it, why
 * there is nothing to hold, or why it is declined. Read in November 2026 from the Security Hub User Guide, "FSBP
 * standard", and held against what `describe-standards-controls` listed in August and September 2026. Controls of the
 * account itself (CloudTrail, Config, GuardDuty, Inspector, Macie) are the company's; CloudWatch and logs have none here.
 */
export const BASELINE: Readonly<Record<string, Held | Refused | Deployed | string>> = {
  "ACM.1": THE_COMPANYS_CERTIFICATE,
  "ACM.2": THE_COMPANYS_CERTIFICATE,
  "APIGateway.1": NO_REST_API,
  "APIGateway.2": NO_REST_API,
  "APIGateway.3": NO_REST_API,
  "APIGateway.4": "An HTTP API takes no web ACL; it stands before the distribution (CloudFront.6).",
  "APIGateway.5": NO_REST_API,
  "APIGateway.8":
    "Declined: nobody has a token. The functions check the session's cookie against the contract's `who`, and a test tries every role on every route (infra/constructs/portal-api.ts).",
  "APIGateway.9": held("ApiGatewayV2::Stage", { AccessLogSettings: { DestinationArn: some, Format: some } }),
  "APIGateway.10": "No integration goes through a private connection.",
  "APIGateway.11": "The APIs have no domain names of their own; customers' is the distribution's (CloudFront.15).",
  "Backup.1": held("Backup::BackupVault", { EncryptionKeyArn: { "Fn::GetAtt": ["EncryptionKey", "Arn"] } }),
  "CloudFormation.3": { deployed: { terminationProtection: true } },
  // The CDK's bootstrap makes it, so that nobody who deploys needs its rights.
  "CloudFormation.4": { deployed: { cloudFormationExecutionRoleArn: some } },
  "CloudFront.1": distribution({ DefaultRootObject: "home" }),
  "CloudFront.3": distribution({
    DefaultCacheBehavior: { ViewerProtocolPolicy: "redirect-to-https" },
    CacheBehaviors: every({ ViewerProtocolPolicy: "redirect-to-https" }),
  }),
  "CloudFront.4":
    "Declined: one region holds everything, so there is no second origin to fail over to; pages come from S3, which spans zones.",
  "CloudFront.5":
    "Declined: its log would keep the network address of everybody who asks who looked at their data (infra/constructs/site.ts).",
  "CloudFront.6": distribution({ WebACLId: some }),
  "CloudFront.7": distribution({ ViewerCertificate: { AcmCertificateArn: some } }),
  "CloudFront.8": distribution({ ViewerCertificate: { SslSupportMethod: "sni-only" } }),
  "CloudFront.9": distribution({
    Origins: expect.arrayContaining([
      expect.objectContaining({ CustomOriginConfig: expect.objectContaining({ OriginProtocolPolicy: "https-only" }) }),
    ]),
  }),
  "CloudFront.10": distribution({
    Origins: expect.arrayContaining([
      expect.objectContaining({ CustomOriginConfig: expect.objectContaining({ OriginSSLProtocols: ["TLSv1.2"] }) }),
    ]),
  }),
  "CloudFront.12": distribution({
    Origins: expect.arrayContaining([
      expect.objectContaining({ DomainName: { "Fn::GetAtt": ["PagesBucket", "RegionalDomainName"] } }),
    ]),
  }),
  "CloudFront.13": distribution({
    Origins: expect.arrayContaining([expect.objectContaining({ OriginAccessControlId: some })]),
  }),
  "CloudFront.15": distribution({ ViewerCertificate: { MinimumProtocolVersion: "TLSv1.2_2021" } }),
  "CloudFront.16": "No function has a URL.",
  "CloudFront.17": "Nothing is served by signed URLs or cookies of CloudFront.",
  "Cognito.1":
    "Declined: a handful of people with authenticator apps (AwsSolutions-COG8, infra/constructs/staff-sign-in.ts).",
  "Cognito.2": "There is no identity pool.",
  "Cognito.3": pool({
    Policies: {
      PasswordPolicy: {
        MinimumLength: 14,
        RequireLowercase: true,
        RequireUppercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
        TemporaryPasswordValidityDays: 3,
      },
    },
  }),
  "Cognito.4": "There is no custom authentication.",
  "Cognito.5": pool({ MfaConfiguration: "ON", EnabledMfas: ["SOFTWARE_TOKEN_MFA"] }),
  "Cognito.6": pool({ DeletionProtection: "ACTIVE" }),
  "DynamoDB.1": table({ BillingMode: "PAY_PER_REQUEST" }),
  "DynamoDB.2": table({ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }),
  "DynamoDB.3": NO_DAX,
  "DynamoDB.6": table({ DeletionProtectionEnabled: true }),
  "DynamoDB.7": NO_DAX,
  "EventBridge.3": held("Events::EventBusPolicy", {
    Statement: { Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } },
  }),
  "IAM.1": refused("IAM::ManagedPolicy", ({ Action }) => Action.includes("*")),
  ...Object.fromEntries([2, 3, 4, 5, 6, 7, 8].map((number) => [`IAM.${number}`, NO_USERS])),
  "IAM.21": refused("IAM::ManagedPolicy", wholeServices),
  "KMS.1": refused("IAM::ManagedPolicy", everyKey),
  "KMS.2": refused("IAM::Policy", everyKey),
  "KMS.3":
    "The key outlives its stack (`data.test.ts`), and nothing of Regard may schedule its deletion (`sensitive-acts.test.ts`).",
  "KMS.5": refused("KMS::Key", anybody),
  "Lambda.1": held("Lambda::Permission", {
    Principal: expect.stringMatching(/^(apigateway|events)\.amazonaws\.com$/),
    SourceArn: some,
  }),
  "Lambda.2": held("Lambda::Function", { Runtime: "nodejs24.x" }),
  "Lambda.5": "No function runs in a VPC.",
  "S3.1": "A setting of the account, which is the company's.",
  "S3.2": bucket({ PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: true } }),
  "S3.3": bucket({ PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true } }),
  "S3.5": bucketPolicy(
    expect.arrayContaining([
      expect.objectContaining({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    ]),
  ),
  "S3.6": refused("S3::BucketPolicy", anybody),
  "S3.8": bucket({ PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true } }),
  "S3.9": "Declined: the bucket holds public pages only (AwsSolutions-S1, infra/constructs/pages-bucket.ts).",
  "S3.12": bucket({ OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] } }),
  "S3.13": bucket({ LifecycleConfiguration: { Rules: [{ Status: "Enabled" }] } }),
  "S3.19": NO_SUCH_BUCKET,
  "S3.24": NO_SUCH_BUCKET,
  "S3.25": NO_SUCH_BUCKET,
  "SecretsManager.1": NEVER_ROTATED,
  "SecretsManager.2": "There is no rotation that could fail.",
  "SecretsManager.3": "Every function that starts reads it.",
  "SecretsManager.4": NEVER_ROTATED,
  "SES.3": held("SES::ConfigurationSet", { DeliveryOptions: { TlsPolicy: "REQUIRE" } }),
  "SNS.4": refused("SNS::TopicPolicy", anybody),
  "SQS.1": held("SQS::Queue", { SqsManagedSseEnabled: true }),
  "SQS.3": refused("SQS::QueuePolicy", anybody),
  ...Object.fromEntries([1, 2, 3, 4, 6, 7, 8].map((number) => [`WAF.${number}`, WAF_CLASSIC])),
  "WAF.10": held("WAFv2::WebACL", { Rules: expect.arrayContaining([some]) }),
  "WAF.12": held("WAFv2::WebACL", {
    VisibilityConfig: { CloudWatchMetricsEnabled: true },
    Rules: every({ VisibilityConfig: expect.objectContaining({ CloudWatchMetricsEnabled: true }) }),
  }),
};
