import type { IncomingMessage } from "node:http";
import { afterAll } from "vitest";
import { serveHere } from "./loopback.ts";

/** What a service says to an operation: the body as it travels, or an error by its name. */
export type AwsAnswer = { readonly body: unknown } | { readonly xml: string } | { readonly error: string };
export type AwsAnswers = Readonly<Record<string, AwsAnswer>>;

/** The operation that a request is for, in each of the protocols: JSON, query and REST. */
const operationOf = ({ headers, method, url = "" }: IncomingMessage, body: string): string => {
  const target = headers["x-amz-target"];
  if (typeof target === "string") return target.slice(target.lastIndexOf(".") + 1);
  const action = new URLSearchParams(body).get("Action");
  return action ?? `${method} ${decodeURIComponent(url)}`;
};

const errorXml = (name: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${name}</Code><Message>no</Message></Error></ErrorResponse>`;

/**
 * A stand-in for AWS at the wire, for what no engine on a computer has: it answers each operation with what AWS's API
 * reference shows, and hands DynamoDB's reading of items to `engine`. What comes out of it, the real SDK has parsed.
 */
export const useAws = async (answers: AwsAnswers, engine?: string) => {
  const asked: string[] = [];
  const { endpoint, stop } = await serveHere(async (request, response) => {
    const body = (await request.toArray()).join("");
    const operation = operationOf(request, body);
    asked.push(operation);
    const answer = answers[operation];
    if (answer === undefined && engine !== undefined) {
      const headers = Object.entries(request.headers).flatMap(([name, value]) =>
        /^(x-amz-|authorization|content-type)/.test(name) ? [[name, String(value)] as const] : [],
      );
      const forwarded = await fetch(engine, { method: "POST", headers: Object.fromEntries(headers), body });
      response
        .writeHead(forwarded.status, { "content-type": "application/x-amz-json-1.0" })
        .end(await forwarded.text());
      return;
    }
    if (answer === undefined || "error" in answer) {
      const name = answer === undefined ? "UnknownOperationException" : answer.error;
      const isQuery = new URLSearchParams(body).has("Action");
      response
        .writeHead(400, { "content-type": isQuery ? "text/xml" : "application/json", "x-amzn-errortype": name })
        .end(isQuery ? errorXml(name) : JSON.stringify({ __type: name, message: "no" }));
    } else if ("xml" in answer) response.writeHead(200, { "content-type": "text/xml" }).end(answer.xml);
    else response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
  });
  afterAll(stop);
  return { endpoint, asked };
};

const ACCOUNT = "111122223333";
const KEY_ARN = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/0a1b2c3d-0000-4000-8000-000000000000`;

/** The one statement that lets the account itself decide (KMS Developer Guide, "Default key policy"). */
export const keyPolicy = (...more: readonly unknown[]): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" },
      {
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } },
      },
      ...more,
    ],
  });

const subscriptionsXml = (...members: readonly (readonly [to: string, arn: string])[]) =>
  `<ListSubscriptionsByTopicResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ListSubscriptionsByTopicResult><Subscriptions>${members
    .map(
      ([to, arn]) =>
        `<member><TopicArn>arn:aws:sns:eu-west-1:${ACCOUNT}:Alarms</TopicArn><Protocol>email</Protocol><SubscriptionArn>${arn}</SubscriptionArn><Owner>${ACCOUNT}</Owner><Endpoint>${to}</Endpoint></member>`,
    )
    .join("")}</Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>`;

/** An account in which everything is in order, as the API references show it. */
export const healthyAccount = ({
  host,
  mailDomain,
  alarmsTo,
}: Readonly<Record<"host" | "mailDomain" | "alarmsTo", string>>) =>
  ({
    "GET /v2/email/account": {
      body: {
        DedicatedIpAutoWarmupEnabled: false,
        EnforcementStatus: "HEALTHY",
        ProductionAccessEnabled: true,
        SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 120 },
        SendingEnabled: true,
      },
    },
    [`GET /v2/email/identities/${mailDomain}`]: {
      body: {
        IdentityType: "DOMAIN",
        VerifiedForSendingStatus: true,
        DkimAttributes: { SigningEnabled: true, Status: "SUCCESS", Tokens: ["a", "b", "c"] },
        MailFromAttributes: { BehaviorOnMxFailure: "USE_DEFAULT_VALUE" },
      },
    },
    DescribeCertificate: {
      body: {
        Certificate: {
          Status: "ISSUED",
          Type: "AMAZON_ISSUED",
          DomainName: host,
          SubjectAlternativeNames: [host, `*.${host}`],
          NotAfter: 4_070_908_800,
        },
      },
    },
    DescribeTable: {
      body: {
        Table: {
          TableStatus: "ACTIVE",
          DeletionProtectionEnabled: true,
          SSEDescription: { Status: "ENABLED", SSEType: "KMS", KMSMasterKeyArn: KEY_ARN },
        },
      },
    },
    DescribeContinuousBackups: {
      body: {
        ContinuousBackupsDescription: {
          ContinuousBackupsStatus: "ENABLED",
          PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: "ENABLED" },
        },
      },
    },
    DescribeTimeToLive: {
      body: { TimeToLiveDescription: { TimeToLiveStatus: "ENABLED", AttributeName: "expiresAt" } },
    },
    DescribeKey: { body: { KeyMetadata: { Arn: KEY_ARN, KeyId: "0a1b2c3d", Enabled: true, KeyState: "Enabled" } } },
    GetKeyRotationStatus: { body: { KeyRotationEnabled: true } },
    GetKeyPolicy: { body: { Policy: keyPolicy(), PolicyName: "default" } },
    DescribeSecret: { body: { Name: "CompanySecret", KmsKeyId: KEY_ARN } },
    ListSubscriptionsByTopic: {
      xml: subscriptionsXml([alarmsTo, `arn:aws:sns:eu-west-1:${ACCOUNT}:Alarms:0a1b2c3d`]),
    },
    GetQueueAttributes: { body: { Attributes: { ApproximateNumberOfMessages: "0" } } },
  }) as const satisfies AwsAnswers;

/** A topic to which somebody still has to say yes. */
export const unconfirmed = (to: string): AwsAnswer => ({ xml: subscriptionsXml([to, "PendingConfirmation"]) });
